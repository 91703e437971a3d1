-- Marks the staged captures of URLs that are not their article's own. The load decides again, under its lock.
with observed as (
    select
        article_key,
        url_key,
        url,
        identity
    from staged_key
    union
    select
        article_url.article_key,
        article_url.url_key,
        article_url.url,
        article.identity
    from warehouse.article_url
    inner join warehouse.article on article_url.article_key = article.article_key
    where article_url.article_key in (select staged_key.article_key from staged_key)
),

declared as (
    select
        article_key,
        canonical_url
    from staged_key
    union
    select
        article_key,
        canonical_url
    from warehouse.article_record
    where article_key in (select staged_key.article_key from staged_key)
),

own_url as (
    select distinct on (observed.article_key)
        observed.article_key,
        observed.url_key
    from observed
    left join declared on observed.article_key = declared.article_key and observed.url = declared.canonical_url
    order by
        observed.article_key,
        observed.url = observed.identity desc,
        declared.article_key is not null desc,
        observed.url collate "C"
)

update staging.article
set is_alias = own_url.url_key <> article.url_key
from own_url
where
    article.run_id = %(run_id)s
    and article.source_id = %(source_id)s
    and article.article_key = own_url.article_key
    and article.is_alias <> (own_url.url_key <> article.url_key);
