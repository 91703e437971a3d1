delete from mart.dim_section
using fact_before
where
    dim_section.section_key = fact_before.section_key
    and not exists (select 1 from mart.fact_article where fact_article.section_key = fact_before.section_key);
