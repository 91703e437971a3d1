insert into ops.reextraction (
    run_id,
    interval_start,
    interval_end,
    promote,
    max_newly_rejected_percent,
    max_emptied_percent,
    max_redated_percent,
    sample_size
)
values (
    %(run_id)s,
    %(interval_start)s,
    %(interval_end)s,
    %(promote)s,
    %(max_newly_rejected_percent)s,
    %(max_emptied_percent)s,
    %(max_redated_percent)s,
    %(sample_size)s
)
on conflict (run_id) do update
    set
        interval_start = excluded.interval_start,
        interval_end = excluded.interval_end,
        promote = excluded.promote,
        max_newly_rejected_percent = excluded.max_newly_rejected_percent,
        max_emptied_percent = excluded.max_emptied_percent,
        max_redated_percent = excluded.max_redated_percent,
        sample_size = excluded.sample_size;
