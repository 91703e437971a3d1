-- what one run did, source by source
select
    source_run.source_id,
    source_run.outcome,
    source_run.reason,
    source_run.discovered,
    source_run.loaded,
    source_run.revised,
    source_run.unchanged,
    source_run.duplicate,
    source_run.rejected,
    source_run.skipped,
    source_run.pending,
    coalesce(source.name, source_run.source_id) as name
from ops.source_run
left join warehouse.source on source.source_id = source_run.source_id
where source_run.run_id = %(run_id)s
order by source_run.discovered desc, source_run.source_id
