-- What decides which member of a cluster was first.
select
    article.article_key,
    article.source_id,
    source.name as source_name,
    article.first_captured_at,
    article_record.date_published,
    article_record.date_published_precision,
    story_signature.credits
from warehouse.article
inner join warehouse.source on article.source_id = source.source_id
inner join warehouse.story_signature on article.article_key = story_signature.article_key
inner join warehouse.revision_span on article.article_key = revision_span.article_key and revision_span.is_current
inner join warehouse.article_record
    on revision_span.article_key = article_record.article_key and revision_span.record_hash = article_record.record_hash
where article.article_key = any(%(article_keys)s::uuid[]);
