-- one rejection, with what the run that made it was asked for, and the article that has come of the page since
select
    quarantine.quarantine_key,
    quarantine.source_id,
    quarantine.url,
    quarantine.url_key,
    quarantine.capture_key,
    quarantine.reason,
    quarantine.detail,
    quarantine.first_run_id,
    quarantine.last_run_id,
    quarantine.first_seen_at,
    quarantine.last_seen_at,
    run.interval_start,
    run.interval_end,
    coalesce(source.name, quarantine.source_id) as source_name,
    (
        select article_url.article_key
        from warehouse.article_url
        where article_url.url_key = quarantine.url_key
        order by article_url.article_key
        limit 1
    ) as article_key
from ops.quarantine
left join ops.run on quarantine.last_run_id = run.run_id
left join warehouse.source on quarantine.source_id = source.source_id
where quarantine.quarantine_key = %(quarantine_key)s;
