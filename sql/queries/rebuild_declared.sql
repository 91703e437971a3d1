-- the sources that a file declared when they were last run, and that a run has found something of
select source.source_id
from warehouse.source
where
    source.origin = 'file'
    and exists (
        select 1
        from ops.source_run
        where source_run.source_id = source.source_id and source_run.discovered > 0
    )
order by source.source_id;
