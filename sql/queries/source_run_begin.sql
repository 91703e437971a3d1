insert into ops.source_run (run_id, source_id, started_at)
values (%(run_id)s, %(source_id)s, %(now)s)
on conflict (run_id, source_id) do update
    set
        stage = 'plan',
        outcome = null,
        reason = null,
        fetched_pages = 0,
        fetched_bytes = 0,
        status_histogram = '{}',
        started_at = excluded.started_at,
        finished_at = null;
