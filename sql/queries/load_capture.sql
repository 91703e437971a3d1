insert into warehouse.article_capture (
    capture_key, article_key, url_key, captured_at, record_hash, extractor_name, extractor_version
)
select
    capture_key,
    article_key,
    url_key,
    captured_at,
    record_hash,
    extractor_name,
    extractor_version
from arrival
order by capture_key
on conflict (capture_key) do update
    set
        article_key = excluded.article_key,
        record_hash = excluded.record_hash,
        extractor_name = excluded.extractor_name,
        extractor_version = excluded.extractor_version;
