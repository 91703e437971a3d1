-- A definite answer is a whole one with any status but 408, 425, 429 and 5xx. A refetch wants one since the begin of the run.
select
    waiting.url_key,
    waiting.url
from ops.url_outcome as waiting
inner join ops.run on waiting.run_id = run.run_id
where
    waiting.run_id = %(run_id)s
    and waiting.source_id = %(source_id)s
    and waiting.outcome = 'pending'
    and waiting.reason in ('not_fetched', 'host_busy')
    and run.mode <> 'from_archive'
    and not exists (
        select 1
        from raw.capture
        where
            capture.url_key = waiting.url_key
            and capture.status not in (408, 425, 429)
            and capture.status < 500
            and capture.truncated is distinct from 'time'
            and (run.mode <> 'refetch' or capture.captured_at >= run.started_at)
    )
order by waiting.url collate "C", waiting.url_key;
