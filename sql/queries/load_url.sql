-- Every URL under which the touched articles were observed.
with known as (
    select
        article_key,
        url_key,
        url
    from arrival
    union
    select
        article_url.article_key,
        article_url.url_key,
        article_url.url
    from warehouse.article_url
    inner join touched on article_url.article_key = touched.article_key
),

observed as (
    select
        article_capture.article_key,
        article_capture.url_key,
        min(article_capture.captured_at) as first_captured_at
    from warehouse.article_capture
    inner join touched on article_capture.article_key = touched.article_key
    group by article_capture.article_key, article_capture.url_key
)

insert into warehouse.article_url as held (article_key, url_key, url, first_captured_at)
select
    observed.article_key,
    observed.url_key,
    known.url,
    observed.first_captured_at
from observed
inner join known on observed.article_key = known.article_key and observed.url_key = known.url_key
order by observed.article_key, observed.url_key
on conflict (article_key, url_key) do update
    set first_captured_at = excluded.first_captured_at
    where held.first_captured_at <> excluded.first_captured_at;
