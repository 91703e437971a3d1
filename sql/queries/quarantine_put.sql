insert into ops.quarantine as held (
    quarantine_key,
    source_id,
    url,
    url_key,
    capture_key,
    reason,
    detail,
    first_run_id,
    last_run_id,
    first_seen_at,
    last_seen_at
)
select
    rejected.quarantine_key,
    url_outcome.source_id,
    url_outcome.url,
    rejected.url_key,
    rejected.capture_key,
    rejected.reason,
    rejected.detail,
    %(run_id)s as first_run_id,
    %(run_id)s as last_run_id,
    %(now)s as first_seen_at,
    %(now)s as last_seen_at
from
    jsonb_to_recordset(%(rows)s::jsonb)
        as rejected (
            quarantine_key uuid,
            url_key uuid,
            capture_key uuid,
            reason text,
            detail text
        )
inner join ops.url_outcome
    on
        rejected.url_key = url_outcome.url_key
        and url_outcome.run_id = %(run_id)s
        and url_outcome.source_id = %(source_id)s
order by rejected.quarantine_key
on conflict (quarantine_key) do update
    set
        detail = excluded.detail,
        last_run_id = excluded.last_run_id,
        last_seen_at = greatest(held.last_seen_at, excluded.last_seen_at);
