-- The articles of which something is to be taken out of the warehouse.
select
    article.article_key,
    article.source_id
from warehouse.article
where
    article.article_key in (select tombstone.article_key from ops.tombstone)
    or article.article_key in (
        select article_url.article_key
        from ops.tombstone
        inner join warehouse.article_url on tombstone.url_key = article_url.url_key
    );
