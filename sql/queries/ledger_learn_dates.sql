update raw.discovered_url
set date_published = learned.date_published
from jsonb_to_recordset(%(rows)s::jsonb) as learned (url_key uuid, date_published timestamptz)
where
    discovered_url.url_key = learned.url_key
    and discovered_url.date_published is distinct from learned.date_published;
