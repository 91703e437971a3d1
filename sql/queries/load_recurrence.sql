-- What is to be known of the lines that have changed and that stand in several articles.
create temporary table recurrence on commit drop as
with counted as materialized (
    select
        line_change.block_key,
        count(*) as article_count,
        count(*) filter (where block_sighting.is_story) as story_count
    from line_change
    inner join warehouse.block_sighting on line_change.block_key = block_sighting.block_key
    where line_change.is_to_count
    group by line_change.block_key
    having count(*) >= %(least_stories)s
),

recounted as (
    select
        counted.block_key,
        counted.article_count,
        counted.story_count,
        min(article_capture.captured_at) as first_seen_at,
        max(article_capture.captured_at) as last_seen_at
    from counted
    inner join warehouse.block_sighting on counted.block_key = block_sighting.block_key
    inner join warehouse.article_record
        on block_sighting.article_key = article_record.article_key and counted.block_key = any(article_record.block_keys)
    inner join warehouse.article_capture
        on article_record.article_key = article_capture.article_key and article_record.record_hash = article_capture.record_hash
    group by counted.block_key, counted.article_count, counted.story_count
)

select
    block_key,
    article_count,
    story_count,
    first_seen_at,
    last_seen_at
from line_change
where not is_to_count
union all
select
    block_key,
    article_count,
    story_count,
    first_seen_at,
    last_seen_at
from recounted;
