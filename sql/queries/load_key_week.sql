-- Fills in the keys of the weeks that are to be searched and that stand in staging.story_key no more, or not yet.
with wanted as (
    select listed.week
    from unnest(%(weeks)s::integer[]) as listed (week)
),

missing as (
    select wanted.week
    from wanted
    where not exists (select 1 from staging.key_week where key_week.week = wanted.week)
),

noted as (
    insert into staging.key_week as held (week, used_at)
    select
        week,
        %(now)s as used_at
    from wanted
    order by week
    on conflict (week) do update
        set used_at = excluded.used_at
        where held.used_at < excluded.used_at
)

insert into staging.story_key (key, place)
select
    listed.key,
    story_signature.place
from missing
inner join warehouse.story_signature
    on
        story_signature.place >= missing.week::bigint * 7 * (1::bigint << 40)
        and story_signature.place < (missing.week + 1)::bigint * 7 * (1::bigint << 40)
cross join unnest(story_signature.keys) as listed (key)
order by listed.key, story_signature.place;
