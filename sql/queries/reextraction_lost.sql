-- The URLs that wait for a capture which staging does not hold: it is unlogged, and a crash of Postgres empties it.
select count(*) as url_count
from ops.url_outcome as waiting
where
    waiting.run_id = %(run_id)s
    and waiting.source_id = %(source_id)s
    and waiting.outcome in ('pending', 'skipped')
    and waiting.reason in ('not_extracted', 'not_loaded', 'not_promoted')
    and not exists (
        select 1
        from staging.article as staged
        where
            staged.run_id = waiting.run_id
            and staged.source_id = waiting.source_id
            and staged.capture_key = waiting.capture_key
    )
    and not exists (
        select 1
        from staging.rejection
        where
            rejection.run_id = waiting.run_id
            and rejection.source_id = waiting.source_id
            and rejection.capture_key = waiting.capture_key
    );
