-- Locked in the order of their keys, as announcing does: runs that overlap learn of the same URLs.
with learned as (
    select
        ledger.url_key,
        read.date_published
    from raw.discovered_url as ledger
    inner join jsonb_to_recordset(%(rows)s::jsonb) as read (url_key uuid, date_published timestamptz)
        on ledger.url_key = read.url_key
    where ledger.date_published is distinct from read.date_published
    order by ledger.url_key
    for update of ledger
)

update raw.discovered_url as ledger
set date_published = learned.date_published
from learned
where ledger.url_key = learned.url_key;
