-- Leaves out the keys of the weeks that no load has needed for some time.
with idle as (
    delete from staging.key_week
    where used_at < %(now)s - interval '7 days'
    returning week
)

delete from staging.story_key
using idle, warehouse.story_signature, unnest(story_signature.keys) as listed (key)
where
    story_signature.place >= idle.week::bigint * 7 * (1::bigint << 40)
    and story_signature.place < (idle.week + 1)::bigint * 7 * (1::bigint << 40)
    and story_key.key = listed.key
    and story_key.place = story_signature.place;
