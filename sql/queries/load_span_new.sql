insert into warehouse.revision_span (article_key, valid_from, valid_to, record_hash, capture_key, change_kind)
select
    span.article_key,
    span.valid_from,
    span.valid_to,
    span.record_hash,
    span.capture_key,
    span.change_kind
from span
where
    not exists (
        select 1
        from warehouse.revision_span as held
        where held.article_key = span.article_key and held.valid_from = span.valid_from
    )
order by span.article_key, span.valid_from;
