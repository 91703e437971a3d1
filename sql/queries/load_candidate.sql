-- The pairs of articles, by place, that may tell one story: they share a key, and were published within the window of each other.
-- Where many articles share a key, an article is compared with so many before and so many after it: whether a pair is compared depends
-- on which articles there are, and not on the order in which they came. `is_crowded` marks the pairs found so.
with probe as materialized (
    select
        listed.key,
        story_signature.place,
        ((story_signature.place >> 40) - %(window_days)s) << 40 as first_place,
        (((story_signature.place >> 40) + %(window_days)s + 1) << 40) - 1 as last_place
    from warehouse.story_signature
    cross join unnest(story_signature.keys) as listed (key)
    where story_signature.article_key = any(%(article_keys)s::uuid[])
    order by listed.key -- so that look-ups that lie beside each other in the index follow each other
),

near as (
    select
        probe.key,
        probe.place,
        held.place as other_place,
        count(*) over (partition by probe.key, probe.place) > %(neighbours)s as is_crowded
    from probe
    cross join
        lateral (
            select story_key.place
            from staging.story_key
            where
                story_key.key = probe.key
                and story_key.place between probe.first_place and probe.last_place
                and story_key.place <> probe.place
            limit %(neighbours)s + 1
        ) as held
),

crowded as (
    select distinct
        key,
        place
    from near
    where is_crowded
),

pair as (
    select
        least(place, other_place) as one_place,
        greatest(place, other_place) as other_place,
        is_crowded
    from near
    where not is_crowded
    union all
    select
        least(probe.place, held.place) as one_place,
        greatest(probe.place, held.place) as other_place,
        true as is_crowded
    from probe
    inner join crowded on probe.key = crowded.key and probe.place = crowded.place
    cross join
        lateral (
            (
                select story_key.place
                from staging.story_key
                where story_key.key = probe.key and story_key.place between probe.first_place and probe.place - 1
                order by story_key.place desc
                limit %(neighbours)s
            )
            union all
            (
                select story_key.place
                from staging.story_key
                where story_key.key = probe.key and story_key.place between probe.place + 1 and probe.last_place
                order by story_key.place
                limit %(neighbours)s
            )
        ) as held
)

select
    one_place,
    other_place,
    bool_or(is_crowded) as is_crowded
from pair
group by one_place, other_place;
