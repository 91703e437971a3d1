insert into warehouse.block_sighting (block_key, article_key, is_story)
select
    sighting.block_key,
    sighting.article_key,
    sighting.is_story
from sighting
where sighting.is_held and (not sighting.was_held or sighting.is_story <> sighting.was_story)
order by sighting.block_key, sighting.article_key
on conflict (block_key, article_key) do update
    set is_story = excluded.is_story;
