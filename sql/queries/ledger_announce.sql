insert into raw.discovered_url as held (
    url_key, source_id, url, via, document_url, first_seen_at, last_seen_at, date_hint, modified_hint, headline_hint
)
select
    announced.url_key,
    announced.source_id,
    announced.url,
    announced.via,
    announced.document_url,
    announced.first_seen_at,
    announced.seen_at,
    announced.date_hint,
    announced.modified_hint,
    announced.headline_hint
from
    jsonb_to_recordset(%(rows)s::jsonb)
        as announced (
            url_key uuid,
            source_id text,
            url text,
            via text,
            document_url text,
            first_seen_at timestamptz,
            seen_at timestamptz,
            date_hint timestamptz,
            modified_hint timestamptz,
            headline_hint text
        )
order by announced.url_key
on conflict (url_key) do update
    set
        first_seen_at = least(held.first_seen_at, excluded.first_seen_at),
        last_seen_at = greatest(held.last_seen_at, excluded.last_seen_at),
        date_hint = coalesce(excluded.date_hint, held.date_hint),
        modified_hint = coalesce(excluded.modified_hint, held.modified_hint),
        headline_hint = coalesce(excluded.headline_hint, held.headline_hint);
