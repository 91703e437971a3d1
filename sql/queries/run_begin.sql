insert into ops.run (run_id, kind, mode, interval_start, interval_end, parameters, started_at)
values (%(run_id)s, %(kind)s, %(mode)s, %(interval_start)s, %(interval_end)s, %(parameters)s, %(now)s)
on conflict (run_id) do update
    set
        kind = excluded.kind,
        mode = excluded.mode,
        interval_start = excluded.interval_start,
        interval_end = excluded.interval_end,
        parameters = excluded.parameters,
        started_at = excluded.started_at,
        finished_at = null,
        outcome = null,
        indexed_count = null,
        indexing_s = null;
