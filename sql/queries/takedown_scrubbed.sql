-- One record of the archive was overwritten: the index forgets it.
with forgotten as (
    delete from raw.capture
    where capture_key = %(capture_key)s and captured_at = %(captured_at)s
    returning url_key
)

update ops.tombstone
set capture_count = capture_count + 1
from forgotten
where tombstone.url_key = forgotten.url_key;
