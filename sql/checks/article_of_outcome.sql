-- A URL that was loaded, unchanged or duplicate has its article, unless that was taken down since.
select
    url_outcome.source_id,
    url_outcome.url,
    url_outcome.outcome
from ops.url_outcome
left join warehouse.article on url_outcome.article_key = article.article_key
where
    url_outcome.run_id = %(run_id)s
    and url_outcome.outcome in ('loaded', 'unchanged', 'duplicate')
    and article.article_key is null
    and not exists (select 1 from ops.tombstone where tombstone.url_key = url_outcome.url_key);
