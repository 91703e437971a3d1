-- The dates that the latest staged captures of the URLs give. Locked in the order of their keys, as every stage does.
with latest as (
    select distinct on (url_key)
        url_key,
        date_published
    from staging.article
    where run_id = %(run_id)s and source_id = %(source_id)s and date_published is not null
    order by url_key, captured_at desc, capture_key desc
),

learned as (
    select
        ledger.url_key,
        latest.date_published
    from raw.discovered_url as ledger
    inner join latest on ledger.url_key = latest.url_key
    where ledger.date_published is distinct from latest.date_published
    order by ledger.url_key
    for update of ledger
)

update raw.discovered_url as ledger
set date_published = learned.date_published
from learned
where ledger.url_key = learned.url_key;
