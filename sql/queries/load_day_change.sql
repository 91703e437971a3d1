-- On which days more or fewer articles were captured first than was known.
create temporary table day_change on commit drop as
with captured as (
    select
        touched.article_key,
        touched.source_id,
        touched.captured_on_before,
        (min(article_capture.captured_at) at time zone 'UTC')::date as captured_on
    from touched
    left join warehouse.article_capture on touched.article_key = article_capture.article_key
    group by touched.article_key, touched.source_id, touched.captured_on_before
),

moved as (
    select
        source_id,
        captured_on,
        1 as change
    from captured
    where captured_on is not null
    union all
    select
        source_id,
        captured_on_before as captured_on,
        -1 as change
    from captured
    where captured_on_before is not null
)

select
    source_id,
    captured_on,
    sum(change)::integer as change
from moved
group by source_id, captured_on
having sum(change) <> 0;
