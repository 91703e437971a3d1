-- where the archive holds a page, and what its head said
select
    source_id,
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
    truncated
from raw.capture
where url_key = %(url_key)s and capture_key = %(capture_key)s
limit 1;
