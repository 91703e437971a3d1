-- The keys of the new signatures; and again those of articles that had the place of an old one.
with changed as (
    select unsigned.article_key
    from unsigned
    union
    select story_signature.article_key
    from unsigned
    inner join warehouse.story_signature on unsigned.place_before = story_signature.place
)

insert into staging.story_key (key, place)
select
    listed.key,
    story_signature.place
from changed
inner join warehouse.story_signature on changed.article_key = story_signature.article_key
cross join unnest(story_signature.keys) as listed (key)
order by listed.key, story_signature.place;
