-- The keys of the new signatures; and again those of articles that had the place of an old one.
insert into staging.story_key (key, place)
select
    listed.key,
    story_signature.place
from (
    select place
    from signed
    union
    select place_before as place
    from unsigned
    where place_before is not null
) as changed
inner join warehouse.story_signature on changed.place = story_signature.place
cross join unnest(story_signature.keys) as listed (key)
order by listed.key, story_signature.place
on conflict do nothing;
