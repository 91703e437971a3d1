-- What the captures said that are now read otherwise, kept before it goes.
insert into ops.superseded_reading (
    capture_key,
    record_hash,
    extractor_name,
    extractor_version,
    source_id,
    article_key,
    url_key,
    url,
    captured_at,
    record,
    replaced_at,
    replaced_by_version,
    run_id
)
select
    held.capture_key,
    held.record_hash,
    held.extractor_name,
    held.extractor_version,
    article.source_id,
    held.article_key,
    held.url_key,
    article_url.url,
    held.captured_at,
    (
        select jsonb_object_agg(listed.field, listed.value)
        from jsonb_each(to_jsonb(said)) as listed (field, value)
        where listed.field = any(%(fields)s)
    ) || jsonb_build_object('article_body', coalesce(said.full_body, said.article_body)) as record,
    %(now)s as replaced_at,
    replaced.replaced_by_version,
    %(run_id)s as run_id
from replaced
inner join warehouse.article_capture as held on replaced.capture_key = held.capture_key
inner join warehouse.article on held.article_key = article.article_key
inner join warehouse.article_url on held.article_key = article_url.article_key and held.url_key = article_url.url_key
inner join warehouse.article_record as said on held.article_key = said.article_key and held.record_hash = said.record_hash
order by held.capture_key
on conflict (capture_key, record_hash, extractor_name, extractor_version) do update
    set
        article_key = excluded.article_key,
        replaced_at = excluded.replaced_at,
        replaced_by_version = excluded.replaced_by_version,
        run_id = excluded.run_id;
