update ops.tombstone
set scrubbed_at = %(now)s
where
    scrubbed_at is null
    and not exists (select 1 from raw.capture where capture.url_key = tombstone.url_key);
