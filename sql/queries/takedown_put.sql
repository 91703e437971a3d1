insert into ops.tombstone as held (url_key, source_id, url, article_key, reason, requested_by, requested_at)
select
    url_key,
    source_id,
    url,
    article_key,
    %(reason)s as reason,
    %(requested_by)s as requested_by,
    %(now)s as requested_at
from
    jsonb_to_recordset(%(rows)s::jsonb)
        as asked (url_key uuid, source_id text, url text, article_key uuid)
order by url_key
on conflict (url_key) do update
    set
        article_key = coalesce(held.article_key, excluded.article_key),
        reason = excluded.reason,
        requested_by = coalesce(excluded.requested_by, held.requested_by),
        scrubbed_at = null;
