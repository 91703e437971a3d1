-- One portion of the records that the concerned articles have.
select
    article_record.article_key,
    article_record.record_hash,
    article_record.headline,
    article_record.description,
    article_record.article_body,
    coalesce(article_record.full_body, article_record.article_body) as full_body,
    article_record.block_keys,
    article_record.word_count,
    article_record.reading_time_minutes,
    article_record.provenance ->> 'reading_time_minutes' as reading_time_origin
from concerned
inner join warehouse.article_record on concerned.article_key = article_record.article_key
where concerned.place > %(after)s and concerned.place <= %(after)s + %(portion)s;
