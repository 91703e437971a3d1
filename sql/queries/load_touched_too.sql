-- The articles whose bodies change although nothing arrives for them.
insert into touched (article_key, source_id, identity, is_reread, is_new, hashes_before, body_hash_before, captured_on_before)
select
    article.article_key,
    article.source_id,
    article.identity,
    false as is_reread,
    false as is_new,
    array_agg(revision_span.record_hash order by revision_span.valid_from) as hashes_before,
    (array_agg(article_record.body_hash) filter (where revision_span.is_current))[1] as body_hash_before,
    (article.first_captured_at at time zone 'UTC')::date as captured_on_before
from warehouse.article
inner join warehouse.revision_span on article.article_key = revision_span.article_key
inner join warehouse.article_record
    on revision_span.article_key = article_record.article_key and revision_span.record_hash = article_record.record_hash
where
    article.article_key in (select new_body.article_key from new_body)
    and article.article_key not in (select touched.article_key from touched)
group by article.article_key;
