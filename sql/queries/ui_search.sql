-- articles that match a query, best first
select
    article_key,
    source_id,
    source_name,
    headline,
    date_published,
    in_language,
    snippet
from mart.search_article(
    %(query)s,
    %(source_ids)s::text[],
    %(published_from)s::date,
    %(published_to)s::date,
    %(language)s,
    %(max_rows)s,
    %(skip_rows)s
);
