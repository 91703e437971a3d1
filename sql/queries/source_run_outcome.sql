update ops.source_run
set
    outcome = %(outcome)s,
    reason = %(reason)s
where run_id = %(run_id)s and source_id = %(source_id)s;
