-- for each day of a window: what the best run for it said of one source, and what came of it
with asked as (
    select
        run.interval_start,
        run.interval_end,
        run.started_at,
        source_run.outcome,
        source_run.reason
    from ops.source_run
    inner join ops.run on source_run.run_id = run.run_id
    where
        source_run.source_id = %(source_id)s
        and run.interval_start < (%(until)s::date + 1)::timestamp at time zone 'UTC'
        and run.interval_end > %(since)s::timestamp at time zone 'UTC'
        and run.kind <> 'replay'
        and not coalesce((run.parameters ->> 'is_dry_run')::boolean, false)
),

listed as (
    select listed.at::date as on_day
    from generate_series(%(since)s::timestamp, %(until)s::timestamp, interval '1 day') as listed (at)
)

select
    listed.on_day,
    best.outcome,
    best.reason,
    coalesce(daily.article_count, 0) as article_count
from listed
left join mart.source_daily as daily on daily.source_id = %(source_id)s and listed.on_day = daily.published_on
left join lateral (
    select
        asked.outcome,
        asked.reason
    from asked
    where
        asked.interval_start < (listed.on_day + 1)::timestamp at time zone 'UTC'
        and asked.interval_end > listed.on_day::timestamp at time zone 'UTC'
    order by
        array_position(array['ok', 'partial', 'empty', 'not_backfillable', 'blocked', 'failed', 'skipped'], asked.outcome) nulls last,
        asked.started_at desc
    limit 1
) as best on true
order by listed.on_day;
