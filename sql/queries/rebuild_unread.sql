-- The sources that a reading of the archive did not get through, and those of which staging lacks what waits to be loaded: it is unlogged,
-- and a crash of Postgres empties it. Unless that is allowed, also those of which the archive has lost pages that the warehouse stands on.
select
    source_run.source_id,
    coalesce(source_run.reason, 'the stage ' || source_run.stage || ' did not finish') as reason
from ops.source_run
where
    source_run.run_id = any(%(run_ids)s::text[])
    and (source_run.outcome = 'failed' or source_run.stage is distinct from 'extract')
union all
select
    waiting.source_id,
    'staging has lost ' || count(*) || ' pages' as reason
from ops.url_outcome as waiting
where
    waiting.run_id = any(%(run_ids)s::text[])
    and waiting.outcome = 'pending'
    and waiting.reason in ('not_extracted', 'not_loaded')
    and not exists (
        select 1
        from staging.article as staged
        where
            staged.run_id = any(%(run_ids)s::text[])
            and staged.source_id = waiting.source_id
            and staged.capture_key = waiting.capture_key
    )
group by waiting.source_id
union all
select
    lost.source_id,
    count(*) || ' pages that the warehouse stands on cannot be read any more' as reason
from ops.url_outcome as lost
where
    not %(allows_lost)s
    and lost.run_id = any(%(run_ids)s::text[])
    and lost.outcome = 'rejected'
    and lost.reason = 'unreadable'
    and exists (select 1 from warehouse.article_capture where article_capture.capture_key = lost.capture_key)
group by lost.source_id
order by source_id, reason;
