-- What becomes of each line that the touched articles have or had, beside what is known of it.
create temporary table line_change on commit drop as
with change as (
    select
        block_key,
        count(*) filter (where is_held and not was_held) as added,
        count(*) filter (where was_held and not is_held) as lost,
        sum(is_story::integer - was_story::integer) as story_change,
        bool_or(is_reread) as is_reread,
        min(first_seen_at) as first_seen_at,
        max(last_seen_at) as last_seen_at
    from sighting
    group by block_key
)

select
    change.block_key,
    held.article_count + change.added as article_count,
    held.story_count + change.story_change as story_count,
    least(held.first_seen_at, change.first_seen_at) as first_seen_at,
    greatest(held.last_seen_at, change.last_seen_at) as last_seen_at,
    held.block_key is not null as is_known,
    -- counts go on from those that are known: from nothing where an article has lost the line, or was read anew
    held.block_key is null or change.lost > 0 or change.is_reread as is_to_count
from change
left join warehouse.boilerplate_block as held on change.block_key = held.block_key;
