delete from warehouse.block_sighting as held
using sighting
where
    held.block_key = sighting.block_key
    and held.article_key = sighting.article_key
    and sighting.was_held
    and not sighting.is_held;
