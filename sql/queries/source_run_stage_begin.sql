-- What a stage found is forgotten when it, or one before it, begins again.
with stage_order as (
    select array['plan', 'discover', 'fetch', 'extract', 'compare', 'deduplicate', 'load'] as names
)

update ops.source_run
set
    stage = %(stage)s,
    outcome = case
        when
            array_position(stage_order.names, %(stage)s::text) > array_position(stage_order.names, source_run.stage)
            then source_run.outcome
    end,
    reason = case
        when array_position(stage_order.names, %(stage)s::text) > array_position(stage_order.names, source_run.stage) then source_run.reason
    end
from stage_order
where source_run.run_id = %(run_id)s and source_run.source_id = %(source_id)s;
