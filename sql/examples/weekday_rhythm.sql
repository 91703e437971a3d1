-- On which days of the week does each source publish?
select
    dim_source.name as source_name,
    count(*) filter (where dim_date.day_of_week = 1) as monday,
    count(*) filter (where dim_date.day_of_week = 2) as tuesday,
    count(*) filter (where dim_date.day_of_week = 3) as wednesday,
    count(*) filter (where dim_date.day_of_week = 4) as thursday,
    count(*) filter (where dim_date.day_of_week = 5) as friday,
    count(*) filter (where dim_date.is_weekend) as weekend
from mart.fact_article
inner join mart.dim_source on fact_article.source_id = dim_source.source_id
inner join mart.dim_date on fact_article.published_on = dim_date.date_on
group by dim_source.name
order by dim_source.name;
