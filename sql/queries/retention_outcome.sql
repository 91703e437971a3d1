-- A portion of what became of each URL in runs that ended long ago. Their sums stay in ops.source_run.
delete from ops.url_outcome
where
    ctid = any(array(
        select url_outcome.ctid
        from ops.url_outcome
        inner join ops.run on url_outcome.run_id = run.run_id
        where run.finished_at < %(before)s
        limit %(portion)s
    ));
