-- Days that a source could not be asked for any more, and that no later run has filled.

drop view if exists mart.coverage_gap cascade;

create view mart.coverage_gap as
select
    source_run.source_id,
    run.interval_start,
    run.interval_end,
    max(source_run.finished_at) as found_at,
    min(source_run.reason) as reason
from ops.source_run
inner join ops.run on source_run.run_id = run.run_id
where
    source_run.outcome = 'not_backfillable'
    and not exists (
        select 1
        from ops.source_run as filled
        inner join ops.run as filling on filled.run_id = filling.run_id
        where
            filled.source_id = source_run.source_id
            and filled.outcome in ('ok', 'partial', 'empty')
            and filling.kind <> 'replay' -- one page of the interval, not the interval
            and not coalesce((filling.parameters ->> 'is_dry_run')::boolean, false)
            and filling.interval_start <= run.interval_start
            and filling.interval_end >= run.interval_end
    )
group by source_run.source_id, run.interval_start, run.interval_end;

comment on view mart.coverage_gap is 'Intervals of which a source''s articles are missing because no strategy of the source reaches them.';
comment on column mart.coverage_gap.source_id is 'The source.';
comment on column mart.coverage_gap.interval_start is 'Begin of the interval, inclusive.';
comment on column mart.coverage_gap.interval_end is 'End of the interval, exclusive.';
comment on column mart.coverage_gap.found_at is 'When a run last found it.';
comment on column mart.coverage_gap.reason is 'What is missing.';
