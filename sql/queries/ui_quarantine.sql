-- what was rejected, the latest first; an article that has come of it since shows
select
    quarantine.quarantine_key,
    quarantine.source_id,
    quarantine.url,
    quarantine.reason,
    quarantine.detail,
    quarantine.capture_key,
    quarantine.first_seen_at,
    quarantine.last_seen_at,
    coalesce(source.name, quarantine.source_id) as source_name,
    (
        select article_url.article_key
        from warehouse.article_url
        where article_url.url_key = quarantine.url_key
        order by article_url.article_key
        limit 1
    ) as article_key
from ops.quarantine
left join warehouse.source on quarantine.source_id = source.source_id
where
    (%(source_id)s::text is null or quarantine.source_id = %(source_id)s)
    and (%(reason)s::text is null or quarantine.reason = %(reason)s)
    and (%(run_id)s::text is null or quarantine.last_run_id = %(run_id)s)
order by quarantine.last_seen_at desc, quarantine.quarantine_key
limit %(row_count)s offset %(skip_count)s;
