-- The signatures that were made when the texts were read.
insert into warehouse.story_signature (article_key, place, dated_at, made_of, keys, sketch, credits)
select
    unsigned.article_key,
    unsigned.place,
    unsigned.dated_at,
    unsigned.made_of,
    staged.signature_keys,
    staged.signature_sketch,
    staged.credits
from unsigned
cross join
    lateral (
        -- offset 0 keeps this a look-up for each article, as in load_record
        select
            article.signature_keys,
            article.signature_sketch,
            article.credits
        from staging.article
        where
            article.run_id = %(run_id)s
            and article.source_id = %(source_id)s
            and article.capture_key = unsigned.capture_key
        offset 0
    ) as staged
order by unsigned.place, unsigned.article_key;
