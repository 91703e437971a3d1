-- one run, or the latest where no id is given
select
    run.run_id,
    run.kind,
    run.mode,
    coalesce(run.interval_start, reextraction.interval_start) as interval_start,
    coalesce(run.interval_end, reextraction.interval_end) as interval_end,
    run.started_at,
    run.finished_at,
    run.outcome,
    run.indexed_count,
    run.indexing_s,
    coalesce((run.parameters ->> 'is_dry_run')::boolean, false) as is_dry_run
from ops.run
left join ops.reextraction on run.run_id = reextraction.run_id
where coalesce(run.run_id = %(run_id)s, true)
order by run.started_at desc
limit 1
