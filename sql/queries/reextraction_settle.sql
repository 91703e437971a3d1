-- The URLs of a source whose re-extraction is not promoted.
update ops.url_outcome
set
    outcome = 'skipped',
    reason = 'not_promoted',
    detail = null,
    decided_at = %(now)s
where
    run_id = %(run_id)s
    and source_id = %(source_id)s
    and outcome = 'pending'
    and reason in ('not_extracted', 'not_loaded');
