-- a few articles that one run loaded: the longest of each source first, so that every source shows
with loaded as (
    select distinct
        url_outcome.source_id,
        url_outcome.article_key
    from ops.url_outcome
    where
        url_outcome.run_id = %(run_id)s
        and url_outcome.outcome in ('loaded', 'unchanged')
),

ranked as (
    select
        article_current.source_name,
        article_current.date_published,
        article_current.headline,
        article_current.word_count,
        row_number() over (
            partition by article_current.source_id
            order by article_current.word_count desc, article_current.article_key
        ) as place
    from loaded
    inner join mart.article_current on article_current.article_key = loaded.article_key
)

select
    source_name,
    date_published,
    headline,
    word_count
from ranked
order by place, source_name
limit %(headline_count)s
