-- Whether anything that the source shows was read, and whole, while it showed the interval.
select count(*) > 0 as is_watched
from raw.discovery_document
where
    source_id = %(source_id)s
    and captured_at >= %(interval_start)s
    and captured_at < %(interval_end)s
    and problem is null;
