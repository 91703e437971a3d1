-- the latest runs and what they did, all sources together
with latest as (
    select
        run_id,
        kind,
        mode,
        interval_start,
        interval_end,
        started_at,
        finished_at,
        outcome,
        coalesce((parameters ->> 'is_dry_run')::boolean, false) as is_dry_run
    from ops.run
    order by started_at desc, run_id
    limit %(run_count)s
)

select
    latest.run_id,
    latest.kind,
    latest.mode,
    latest.interval_start,
    latest.interval_end,
    latest.started_at,
    latest.finished_at,
    latest.outcome,
    latest.is_dry_run,
    count(source_run.source_id) as source_count,
    count(*) filter (where source_run.outcome in ('failed', 'blocked', 'not_backfillable')) as bad_source_count,
    coalesce(sum(source_run.discovered), 0) as discovered,
    coalesce(sum(source_run.loaded), 0) as loaded,
    coalesce(sum(source_run.revised), 0) as revised,
    coalesce(sum(source_run.unchanged), 0) as unchanged,
    coalesce(sum(source_run.duplicate), 0) as duplicate,
    coalesce(sum(source_run.rejected), 0) as rejected,
    coalesce(sum(source_run.skipped), 0) as skipped,
    coalesce(sum(source_run.pending), 0) as pending,
    (
        select count(*)
        from ops.check_result
        where check_result.run_id = latest.run_id and not check_result.is_ok
    ) as failed_check_count
from latest
left join ops.source_run on latest.run_id = source_run.run_id
group by
    latest.run_id, latest.kind, latest.mode, latest.interval_start, latest.interval_end, latest.started_at, latest.finished_at,
    latest.outcome, latest.is_dry_run
order by latest.started_at desc, latest.run_id;
