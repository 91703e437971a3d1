-- which days of a window each source was run for; replays and dry runs ask for none
select distinct
    source_run.source_id,
    listed.at::date as run_on
from ops.run
inner join ops.source_run on run.run_id = source_run.run_id
cross join
    lateral generate_series(
        greatest(date_trunc('day', run.interval_start at time zone 'UTC'), %(since)s::timestamp),
        least((run.interval_end - interval '1 microsecond') at time zone 'UTC', %(until)s::timestamp),
        interval '1 day'
    ) as listed (at)
where
    run.interval_start < (%(until)s::date + 1)::timestamp at time zone 'UTC'
    and run.interval_end > %(since)s::timestamp at time zone 'UTC'
    and run.kind <> 'replay'
    and not coalesce((run.parameters ->> 'is_dry_run')::boolean, false)
    and source_run.outcome <> 'skipped';
