-- The latest whole page of each URL, where the server gave it a mark by which to ask whether it still holds.
with latest as (
    select distinct on (capture.url_key)
        capture.source_id,
        capture.url,
        capture.final_url,
        capture.captured_at,
        capture.status,
        capture.content_type,
        capture.payload_digest,
        capture.size_bytes,
        capture.warc_file,
        capture.warc_offset,
        capture.warc_length,
        capture.etag,
        capture.last_modified,
        capture.robots_decision,
        capture.truncated,
        capture.role,
        capture.tdm_reservation
    from raw.capture
    where
        capture.url_key = any(%(url_keys)s::uuid[])
        and capture.status = 200
        and capture.role = 'page'
    order by capture.url_key, capture.captured_at desc, capture.capture_key desc
)

select
    latest.source_id,
    latest.url,
    latest.final_url,
    latest.captured_at,
    latest.status,
    latest.content_type,
    latest.payload_digest,
    latest.size_bytes,
    latest.warc_file,
    latest.warc_offset,
    latest.warc_length,
    latest.etag,
    latest.last_modified,
    latest.robots_decision,
    latest.truncated,
    latest.role,
    latest.tdm_reservation
from latest
where
    latest.truncated is null
    and coalesce(latest.etag, latest.last_modified) is not null
    and latest.size_bytes > 0;
