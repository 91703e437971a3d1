insert into raw.capture (
    capture_key,
    source_id,
    url_key,
    url,
    final_url,
    captured_at,
    status,
    content_type,
    payload_digest,
    size_bytes,
    warc_file,
    warc_offset,
    warc_length,
    etag,
    last_modified,
    robots_decision,
    truncated
)
select
    indexed.capture_key,
    indexed.source_id,
    indexed.url_key,
    indexed.url,
    indexed.final_url,
    indexed.captured_at,
    indexed.status,
    indexed.content_type,
    indexed.payload_digest,
    indexed.size_bytes,
    indexed.warc_file,
    indexed.warc_offset,
    indexed.warc_length,
    indexed.etag,
    indexed.last_modified,
    indexed.robots_decision,
    indexed.truncated
from
    jsonb_to_recordset(%(rows)s::jsonb)
        as indexed (
            capture_key uuid,
            source_id text,
            url_key uuid,
            url text,
            final_url text,
            captured_at timestamptz,
            status integer,
            content_type text,
            payload_digest text,
            size_bytes bigint,
            warc_file text,
            warc_offset bigint,
            warc_length bigint,
            etag text,
            last_modified text,
            robots_decision text,
            truncated text
        )
order by indexed.capture_key
on conflict (capture_key, captured_at) do nothing;
