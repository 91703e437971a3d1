update ops.run
set
    finished_at = %(now)s,
    outcome = case
        when
            exists (
                select 1
                from ops.source_run
                where
                    source_run.run_id = run.run_id
                    and (source_run.outcome is null or source_run.outcome in ('failed', 'blocked', 'not_backfillable'))
            )
            or exists (
                select 1
                from ops.check_result
                where check_result.run_id = run.run_id and not check_result.is_ok
            )
            then 'bad'
        else 'good'
    end
where run_id = %(run_id)s
returning outcome;
