select count(*) as url_count
from raw.discovered_url
where source_id = %(source_id)s and first_seen_at >= %(since)s;
