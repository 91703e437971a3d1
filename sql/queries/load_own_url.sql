-- Each touched article's own URL: the observed one that is its identity or that a record of it declares canonical, else the smallest.
create temporary table own_url on commit drop as
select distinct on (article_url.article_key)
    article_url.article_key,
    article_url.url_key,
    article_url.url
from warehouse.article_url
inner join touched on article_url.article_key = touched.article_key
order by
    article_url.article_key,
    article_url.url = touched.identity desc,
    article_url.url <> touched.identity -- the first is the first whatever its records declare: most articles have but one URL
    and exists (
        select 1
        from warehouse.article_record
        where article_record.article_key = article_url.article_key and article_record.canonical_url = article_url.url
    ) desc,
    article_url.url collate "C";
