delete from mart.fact_source_day
using touched_day
where
    fact_source_day.source_id = touched_day.source_id
    and fact_source_day.published_on = touched_day.published_on
    and not exists (
        select 1
        from mart.fact_article
        where fact_article.source_id = touched_day.source_id and fact_article.published_on = touched_day.published_on
    );
