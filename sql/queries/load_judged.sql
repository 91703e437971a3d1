-- What newshouse.recurring_blocks.verdict says of each line that has changed, or that was seen on a day that has other counts now;
-- null where the line stands in too few articles by now.
create temporary table judged on commit drop as
with lost as (
    select block_key
    from line_change
    where is_known and not exists (select 1 from recurrence where recurrence.block_key = line_change.block_key)
),

concerned as (
    select
        held.block_key,
        held.is_stripped as was_stripped,
        held.article_count,
        held.story_count,
        held.distinct_count,
        held.block_key in (select lost.block_key from lost) as is_lost,
        (
            select coalesce(sum(source_day.article_count), 0)
            from warehouse.source_day
            where
                source_day.source_id = held.source_id
                and source_day.captured_on between (held.first_seen_at at time zone 'UTC')::date
                and (held.last_seen_at at time zone 'UTC')::date
        ) as total
    from warehouse.boilerplate_block as held
    where
        held.source_id = %(source_id)s
        and (
            exists (select 1 from recurrence where recurrence.block_key = held.block_key)
            or exists (select 1 from lost where lost.block_key = held.block_key)
            or exists (
                select 1
                from day_change
                where
                    day_change.captured_on between (held.first_seen_at at time zone 'UTC')::date
                    and (held.last_seen_at at time zone 'UTC')::date
            )
        )
)

select
    block_key,
    was_stripped,
    case
        when is_lost then null
        when distinct_count < %(least_stories)s then 'few'
        when distinct_count >= %(standing_stories)s and article_count * 100 >= %(standing_percent)s * total then 'stripped'
        when article_count * 100 < %(least_percent)s * total then 'rare'
        when story_count * 2 >= article_count then 'story'
        else 'stripped'
    end as verdict
from concerned;
