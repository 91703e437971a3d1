-- One portion of the texts to be signed.
select
    unsigned.article_key,
    unsigned.place,
    unsigned.dated_at,
    unsigned.made_of,
    article_record.description,
    coalesce(article_record.full_body, article_record.article_body) as full_body,
    article_record.block_keys,
    array(
        select author ->> 'name'
        from jsonb_array_elements(article_record.authors) as listed (author)
        where (author ->> 'is_organization')::boolean
    ) as organizations
from unsigned
inner join warehouse.article_record
    on unsigned.article_key = article_record.article_key and unsigned.record_hash = article_record.record_hash
where unsigned.capture_key is null and unsigned.number > %(after)s and unsigned.number <= %(after)s + %(portion)s;
