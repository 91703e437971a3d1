insert into warehouse.story_signature (article_key, place, dated_at, made_of, keys, sketch, credits)
select
    article_key,
    place,
    dated_at,
    made_of,
    keys,
    sketch,
    credits
from signed
order by place, article_key;
