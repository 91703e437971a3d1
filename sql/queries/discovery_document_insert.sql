insert into raw.discovery_document (capture_key, captured_at, source_id, url, via, ref_count, problem)
select
    document.capture_key,
    document.captured_at,
    document.source_id,
    document.url,
    document.via,
    document.ref_count,
    document.problem
from
    jsonb_to_recordset(%(rows)s::jsonb)
        as document (
            capture_key uuid,
            captured_at timestamptz,
            source_id text,
            url text,
            via text,
            ref_count integer,
            problem text
        )
order by document.capture_key
on conflict (capture_key) do nothing;
