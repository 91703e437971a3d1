insert into mart.dim_section (section_key, source_id, article_section)
select distinct
    fact_after.section_key,
    fact_after.source_id,
    fact_after.article_section
from fact_after
where
    fact_after.section_key is not null
    and not exists (select 1 from mart.dim_section as held where held.section_key = fact_after.section_key)
order by fact_after.section_key;
