with observed as (
    select
        article_capture.article_key,
        min(article_capture.captured_at) as first_captured_at,
        max(article_capture.captured_at) as last_captured_at
    from warehouse.article_capture
    inner join touched on article_capture.article_key = touched.article_key
    group by article_capture.article_key
)

insert into warehouse.article as held (
    article_key, source_id, identity, url_key, url, canonical_url, first_captured_at, last_captured_at
)
select
    touched.article_key,
    touched.source_id,
    touched.identity,
    own_url.url_key,
    own_url.url,
    said.canonical_url,
    observed.first_captured_at,
    observed.last_captured_at
from touched
inner join observed on touched.article_key = observed.article_key
inner join own_url on touched.article_key = own_url.article_key
inner join span on touched.article_key = span.article_key and span.valid_to is null
inner join warehouse.article_record as said on span.article_key = said.article_key and span.record_hash = said.record_hash
order by touched.article_key
on conflict (article_key) do update
    set
        url_key = excluded.url_key,
        url = excluded.url,
        canonical_url = excluded.canonical_url,
        first_captured_at = excluded.first_captured_at,
        last_captured_at = excluded.last_captured_at
    where
    (held.url_key, held.canonical_url, held.first_captured_at, held.last_captured_at)
    is distinct from (excluded.url_key, excluded.canonical_url, excluded.first_captured_at, excluded.last_captured_at);
