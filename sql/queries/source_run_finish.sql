-- Closes the books of a source: counts its URLs, and judges it where no stage has.
with counted as (
    select
        count(*) filter (where outcome = 'loaded') as loaded,
        count(*) filter (where is_revision) as revised,
        count(*) filter (where outcome = 'unchanged') as unchanged,
        count(*) filter (where outcome = 'duplicate') as duplicate,
        count(*) filter (where outcome = 'rejected') as rejected,
        count(*) filter (where outcome = 'skipped') as skipped,
        count(*) filter (where outcome = 'pending') as pending,
        count(*) filter (where reason in ('not_fetched', 'not_extracted', 'not_loaded')) as left_behind
    from ops.url_outcome
    where run_id = %(run_id)s and source_id = %(source_id)s
)

update ops.source_run
set
    loaded = counted.loaded,
    revised = counted.revised,
    unchanged = counted.unchanged,
    duplicate = counted.duplicate,
    rejected = counted.rejected,
    skipped = counted.skipped,
    pending = counted.pending,
    finished_at = %(now)s,
    outcome = case
        when source_run.outcome is not null then source_run.outcome
        when source_run.stage <> 'load' or counted.left_behind > 0 then 'failed'
        when counted.pending > 0 then 'partial'
        when source_run.discovered = 0 then 'empty'
        else 'ok'
    end,
    reason = case
        when source_run.outcome is not null then source_run.reason
        when source_run.stage <> 'load' then 'the stage ' || source_run.stage || ' did not finish'
        when counted.left_behind > 0 then counted.left_behind || ' URLs were left behind by a stage'
        when counted.pending > 0 then counted.pending || ' URLs are pending'
    end
from counted
where source_run.run_id = %(run_id)s and source_run.source_id = %(source_id)s
returning source_run.outcome;
