-- What a dry run would do, URL by URL: source by source, what would be asked for first. Of one source, or of all.
select
    url_outcome.source_id,
    url_outcome.url,
    url_outcome.detail,
    ledger.date_published,
    ledger.date_hint,
    ledger.headline_hint
from ops.url_outcome
left join raw.discovered_url as ledger on url_outcome.url_key = ledger.url_key
where
    url_outcome.run_id = %(run_id)s
    and url_outcome.reason = 'dry_run'
    and (%(source_id)s::text is null or url_outcome.source_id = %(source_id)s)
order by url_outcome.source_id, url_outcome.detail, url_outcome.url collate "C"
