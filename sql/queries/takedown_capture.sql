-- The archived answers of URLs that were taken down.
select
    capture.capture_key,
    capture.captured_at,
    capture.url_key,
    capture.warc_file,
    capture.warc_offset,
    capture.warc_length
from ops.tombstone
inner join raw.capture on tombstone.url_key = capture.url_key
order by capture.warc_file, capture.warc_offset;
