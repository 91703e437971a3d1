-- No article that the run loaded is dated after its capture (a day of grace for zones), or before newspapers were.
select
    url_outcome.source_id,
    url_outcome.url,
    article_record.date_published
from ops.url_outcome
inner join warehouse.revision_span on url_outcome.article_key = revision_span.article_key
inner join warehouse.article_record
    on revision_span.article_key = article_record.article_key and revision_span.record_hash = article_record.record_hash
where
    url_outcome.run_id = %(run_id)s
    and url_outcome.outcome = 'loaded'
    and (
        article_record.date_published > revision_span.valid_from + interval '25 hours'
        or article_record.date_published < '1600-01-01Z'
    );
