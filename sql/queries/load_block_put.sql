-- Of the four orders in which stories are told apart, the one that tells second most counts: see newshouse.recurring_blocks.
with told as (
    select
        block_key,
        array[
            count(distinct case when anchor_keys[1] = block_key then anchor_keys[2] else anchor_keys[1] end),
            count(distinct case when anchor_keys[3] = block_key then anchor_keys[4] else anchor_keys[3] end),
            count(distinct case when anchor_keys[5] = block_key then anchor_keys[6] else anchor_keys[5] end),
            count(distinct case when anchor_keys[7] = block_key then anchor_keys[8] else anchor_keys[7] end)
        ] as story_counts
    from sample
    group by block_key
),

shown as (
    select
        sample.block_key,
        (string_to_array(coalesce(article_record.full_body, article_record.article_body), E'\n'))[
            1 + (array_position(article_record.block_keys, sample.block_key) - 1) / %(keys_per_line)s
        ] as block_text
    from sample
    inner join warehouse.article_record
        on sample.article_key = article_record.article_key and sample.record_hash = article_record.record_hash
    where sample.place = 1
)

insert into warehouse.boilerplate_block as held (
    block_key, source_id, block_text, article_count, story_count, distinct_count, first_seen_at, last_seen_at, verdict
)
select
    recurrence.block_key,
    %(source_id)s as source_id,
    shown.block_text,
    recurrence.article_count,
    recurrence.story_count,
    (
        select counted.story_count
        from unnest(told.story_counts) as counted (story_count)
        order by counted.story_count desc
        limit 1 offset 1
    ) as distinct_count,
    recurrence.first_seen_at,
    recurrence.last_seen_at,
    'few' as verdict
from recurrence
inner join told on recurrence.block_key = told.block_key
inner join shown on recurrence.block_key = shown.block_key
order by recurrence.block_key
on conflict (block_key) do update
    set
        block_text = excluded.block_text,
        article_count = excluded.article_count,
        story_count = excluded.story_count,
        distinct_count = excluded.distinct_count,
        first_seen_at = excluded.first_seen_at,
        last_seen_at = excluded.last_seen_at
    where
    (held.block_text, held.article_count, held.story_count, held.distinct_count, held.first_seen_at, held.last_seen_at)
    is distinct from (
        excluded.block_text,
        excluded.article_count,
        excluded.story_count,
        excluded.distinct_count,
        excluded.first_seen_at,
        excluded.last_seen_at
    );
