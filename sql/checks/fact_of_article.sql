-- Every article of the run counts in the marts, under its source, with as many revisions as it has; and is searchable.
-- Articles that were changed again since the marts were refreshed are left out.
with met as (
    select distinct article_key
    from ops.url_outcome
    where run_id = %(run_id)s and article_key is not null
)

select
    article.article_key,
    article.source_id,
    fact_article.revision_count,
    article_search.article_key is not null as is_searchable
from met
inner join warehouse.article on met.article_key = article.article_key
left join mart.fact_article on article.article_key = fact_article.article_key
left join warehouse.article_search on article.article_key = article_search.article_key
where
    not exists (select 1 from ops.article_change where article_change.article_key = article.article_key)
    and (
        article_search.article_key is null
        or fact_article.source_id is distinct from article.source_id
        or fact_article.revision_count is distinct from (
            select count(*)
            from warehouse.revision_span
            where revision_span.article_key = article.article_key
        )
    )
