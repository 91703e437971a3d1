-- What does each source write about, and at what length?
select
    dim_source.name as source_name,
    dim_section.article_section,
    count(*) as article_count,
    round(100.0 * count(*) / sum(count(*)) over (partition by dim_source.name)) as percent_of_source,
    percentile_disc(0.5) within group (order by fact_article.word_count) as median_words
from mart.fact_article
inner join mart.dim_source on fact_article.source_id = dim_source.source_id
inner join mart.dim_section on fact_article.section_key = dim_section.section_key
group by dim_source.name, dim_section.article_section
order by dim_source.name, article_count desc, dim_section.article_section;
