-- The signatures at these places.
select
    article_key,
    place,
    dated_at,
    sketch
from warehouse.story_signature
where place = any(%(places)s);
