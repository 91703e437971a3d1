insert into ops.check_result (run_id, check_name, is_ok, row_count, sample, checked_at)
values (%(run_id)s, %(check_name)s, %(row_count)s = 0, %(row_count)s, %(sample)s::jsonb, %(now)s)
on conflict (run_id, check_name) do update
    set
        is_ok = excluded.is_ok,
        row_count = excluded.row_count,
        sample = excluded.sample,
        checked_at = excluded.checked_at;
