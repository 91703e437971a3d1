-- By how much the number of articles of a language and day changes.
create temporary table language_change on commit drop as
with moved as (
    select
        in_language,
        published_on,
        1 as change
    from fact_after
    where published_on is not null
    union all
    select
        in_language,
        published_on,
        -1 as change
    from fact_before
    where published_on is not null
)

select
    in_language,
    published_on,
    sum(change)::integer as change
from moved
group by in_language, published_on
having sum(change) <> 0;
