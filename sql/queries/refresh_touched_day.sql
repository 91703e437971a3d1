-- The days of publication on which an article counts now, or did before.
create temporary table touched_day on commit drop as
select
    source_id,
    published_on
from fact_before
where published_on is not null
union
select
    source_id,
    published_on
from fact_after
where published_on is not null;
