delete from warehouse.revision_span
using touched
where
    revision_span.article_key = touched.article_key
    and not touched.is_new
    and not exists (
        select 1
        from span
        where
            span.article_key = revision_span.article_key
            and span.valid_from = revision_span.valid_from
            and span.valid_to is not distinct from revision_span.valid_to
            and span.record_hash = revision_span.record_hash
            and span.capture_key = revision_span.capture_key
            and span.change_kind = revision_span.change_kind
    );
