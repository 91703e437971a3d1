-- how one source fared in its latest runs
select
    run.run_id,
    run.kind,
    run.interval_start,
    run.interval_end,
    coalesce((run.parameters ->> 'is_dry_run')::boolean, false) as is_dry_run,
    source_run.started_at,
    source_run.outcome,
    source_run.reason,
    source_run.discovered,
    source_run.loaded,
    source_run.rejected,
    source_run.pending,
    source_run.fetched_pages,
    source_run.fetched_bytes
from ops.source_run
inner join ops.run on source_run.run_id = run.run_id
where source_run.source_id = %(source_id)s
order by source_run.started_at desc, run.run_id
limit %(run_count)s;
