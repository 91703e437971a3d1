-- The old signatures; and the keys of all that stand at their places, which are filled in again.
with freed as (
    select
        story_signature.keys,
        story_signature.place
    from warehouse.story_signature
    where story_signature.place in (select unsigned.place_before from unsigned where unsigned.place_before is not null)
),

key_gone as (
    delete from staging.story_key
    using freed, unnest(freed.keys) as listed (key)
    where story_key.key = listed.key and story_key.place = freed.place
)

delete from warehouse.story_signature
using unsigned
where story_signature.article_key = unsigned.article_key;
