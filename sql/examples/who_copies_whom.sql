-- Which source printed which other source's stories word for word, how often, and how late?
select
    copied_source_id as copied_from,
    source_id as copied_by,
    count(*) as story_count,
    percentile_cont(0.5) within group (order by lag) as median_lag
from mart.article_current
where is_copy
group by copied_source_id, source_id
order by story_count desc, copied_from, copied_by;
