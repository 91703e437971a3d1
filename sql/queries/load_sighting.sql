-- Which lines the touched articles have now, and which they had.
create temporary table sighting on commit drop as
with said as (
    select
        article_capture.article_key,
        article_capture.record_hash,
        min(article_capture.captured_at) as first_seen_at,
        max(article_capture.captured_at) as last_seen_at
    from warehouse.article_capture
    inner join touched on article_capture.article_key = touched.article_key
    group by article_capture.article_key, article_capture.record_hash
),

line as (
    select
        said.article_key,
        listed.block_key,
        true as is_held,
        listed.block_key = any(article_record.story_keys) as is_story,
        said.first_seen_at,
        said.last_seen_at
    from said
    inner join warehouse.article_record
        on said.article_key = article_record.article_key and said.record_hash = article_record.record_hash
    cross join unnest(article_record.block_keys) as listed (block_key)
    where listed.block_key is not null
    union all
    select
        orphan.article_key,
        listed.block_key,
        false as is_held,
        false as is_story,
        null as first_seen_at,
        null as last_seen_at
    from orphan
    cross join unnest(orphan.block_keys) as listed (block_key)
    where listed.block_key is not null
),

now_held as (
    select
        article_key,
        block_key,
        bool_or(is_held) as is_held,
        bool_or(is_story) as is_story,
        min(first_seen_at) as first_seen_at,
        max(last_seen_at) as last_seen_at
    from line
    group by article_key, block_key
)

select
    now_held.article_key,
    now_held.block_key,
    now_held.is_held,
    now_held.is_story,
    now_held.first_seen_at,
    now_held.last_seen_at,
    before.is_story is not null as was_held,
    coalesce(before.is_story, false) as was_story,
    touched.is_reread
from now_held
inner join touched on now_held.article_key = touched.article_key
left join lateral (
    -- offset 0 keeps this a look-up for each line: left to itself the planner reads the whole table
    select held.is_story
    from warehouse.block_sighting as held
    where not touched.is_new and held.block_key = now_held.block_key and held.article_key = now_held.article_key
    offset 0
) as before on true;
