-- The addresses that go with a URL: those of the article that it is an address of or declares as its own, and what the ledger knows.
with named as (
    select
        source_id,
        warehouse.key_of('url', source_id, %(url)s) as url_key
    from warehouse.source
),

shown as (
    select article_url.article_key
    from named
    inner join warehouse.article_url on named.url_key = article_url.url_key
    union
    select article_key
    from warehouse.article
    where canonical_url = %(url)s
),

address as (
    select
        article.source_id,
        article_url.url_key,
        article_url.url,
        article_url.article_key
    from shown
    inner join warehouse.article on shown.article_key = article.article_key
    inner join warehouse.article_url on shown.article_key = article_url.article_key
    union all
    select
        ledger.source_id,
        ledger.url_key,
        ledger.url,
        null as article_key
    from named
    inner join raw.discovered_url as ledger on named.url_key = ledger.url_key
    union all
    select
        tombstone.source_id,
        tombstone.url_key,
        tombstone.url,
        tombstone.article_key
    from named
    inner join ops.tombstone on named.url_key = tombstone.url_key
)

select distinct on (url_key)
    source_id,
    url_key,
    url,
    article_key
from address
order by url_key, article_key nulls last;
