-- which intervals each source was run for, those of dry runs aside
select distinct
    source_run.source_id,
    run.interval_start,
    run.interval_end
from ops.run
inner join ops.source_run on run.run_id = source_run.run_id
where
    run.interval_start is not null
    and not coalesce((run.parameters ->> 'is_dry_run')::boolean, false)
order by source_run.source_id, run.interval_start, run.interval_end;
