update ops.source_run
set
    discovered = (
        select count(*)
        from ops.url_outcome
        where url_outcome.run_id = source_run.run_id and url_outcome.source_id = source_run.source_id
    )
where run_id = %(run_id)s and source_id = %(source_id)s;
