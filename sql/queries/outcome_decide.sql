update ops.url_outcome
set
    outcome = decided.outcome,
    reason = decided.reason,
    detail = decided.detail,
    is_revision = false,
    capture_key = decided.capture_key,
    article_key = decided.article_key,
    decided_at = %(now)s
from
    jsonb_to_recordset(%(rows)s::jsonb)
        as decided (
            url_key uuid,
            outcome text,
            reason text,
            detail text,
            capture_key uuid,
            article_key uuid
        )
where
    url_outcome.run_id = %(run_id)s
    and url_outcome.source_id = %(source_id)s
    and url_outcome.url_key = decided.url_key;
