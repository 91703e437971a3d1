-- The old signatures, and their keys.
with gone as (
    delete from warehouse.story_signature
    using unsigned
    where story_signature.article_key = unsigned.article_key
    returning story_signature.keys, story_signature.place
)

delete from staging.story_key
using gone, unnest(gone.keys) as listed (key)
where story_key.key = listed.key and story_key.place = gone.place;
