-- the days that a source has been run for so far, this run's among them, each span once and touching ones as one
select
    lower(span) as interval_start,
    upper(span) as interval_end
from (
    select unnest(range_agg(tstzrange(run.interval_start, run.interval_end))) as span
    from ops.run
    inner join ops.source_run on run.run_id = source_run.run_id
    where
        source_run.source_id = %(source_id)s
        and run.interval_start is not null
        and not coalesce((run.parameters ->> 'is_dry_run')::boolean, false)
) as covered
order by interval_start;
