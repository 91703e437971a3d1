-- Of the sources that published in September 2025: on which of its days did they publish nothing that we hold?
select
    dim_source.name as source_name,
    count(*) as day_count,
    string_agg(to_char(dim_date.date_on, 'FMDD Dy'), ', ' order by dim_date.date_on) as days
from mart.dim_source
cross join mart.dim_date
left join mart.source_daily
    on dim_source.source_id = source_daily.source_id and dim_date.date_on = source_daily.published_on
where
    dim_date.month_begins_on = '2025-09-01'
    and source_daily.article_count is null
    and exists (
        select 1
        from mart.fact_article
        where fact_article.source_id = dim_source.source_id and fact_article.published_on between '2025-09-01' and '2025-09-30'
    )
group by dim_source.name
order by dim_source.name;
