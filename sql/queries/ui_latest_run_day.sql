-- the last day, no later than today, that a run has asked one source for; replays and dry runs ask for none
select max(least((run.interval_end - interval '1 microsecond') at time zone 'UTC', %(today)s::timestamp)::date) as run_on
from ops.source_run
inner join ops.run on source_run.run_id = run.run_id
where
    source_run.source_id = %(source_id)s
    and run.interval_start < (%(today)s::date + 1)::timestamp at time zone 'UTC'
    and run.kind <> 'replay'
    and not coalesce((run.parameters ->> 'is_dry_run')::boolean, false);
