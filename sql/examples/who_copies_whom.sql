-- Which source ran which other source's stories, how often, how late, and how much of them?
select
    origin_source_id as copied_from,
    source_id as copied_by,
    count(*) as story_count,
    percentile_cont(0.5) within group (order by lag) as median_lag,
    count(*) filter (where similarity = 1) as exact_count,
    round(avg(containment)::numeric, 2) as mean_containment
from mart.syndication
where not is_own
group by origin_source_id, source_id
order by story_count desc, copied_from, copied_by;
