-- The archived URLs that belong to a window: by the date that their page gave, else by the one that they were announced with, else by
-- their first capture. So each belongs to one day. With them come all other addresses of the same articles, whose captures make one
-- history and must be read by one extractor.
with dated as (
    select
        source_id,
        url_key
    from raw.discovered_url
    where
        coalesce(source_id = %(source_id)s, true)
        and date_published >= %(interval_start)s
        and date_published < %(interval_end)s
    union all
    select
        source_id,
        url_key
    from raw.discovered_url
    where
        coalesce(source_id = %(source_id)s, true)
        and date_published is null
        and date_hint >= %(interval_start)s
        and date_hint < %(interval_end)s
    union all
    select
        ledger.source_id,
        ledger.url_key
    from raw.discovered_url as ledger
    inner join raw.capture on ledger.url_key = capture.url_key
    where
        coalesce(ledger.source_id = %(source_id)s, true)
        and ledger.date_published is null
        and ledger.date_hint is null
        and capture.status = 200
        and capture.role = 'page'
    group by ledger.source_id, ledger.url_key
    having min(capture.captured_at) >= %(interval_start)s and min(capture.captured_at) < %(interval_end)s
),

with_aliases as (
    select
        dated.source_id,
        dated.url_key
    from dated
    union
    select
        dated.source_id,
        other.url_key
    from dated
    inner join warehouse.article_url on dated.url_key = article_url.url_key
    inner join warehouse.article_url as other on article_url.article_key = other.article_key
)

select
    with_aliases.source_id,
    with_aliases.url_key
from with_aliases
where
    exists (
        select 1
        from raw.capture
        where
            capture.url_key = with_aliases.url_key
            and capture.status = 200
            and capture.role = 'page'
            and capture.truncated is distinct from 'unspecified'
    )
order by with_aliases.source_id, with_aliases.url_key;
