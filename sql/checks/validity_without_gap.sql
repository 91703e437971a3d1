-- Each revision of an article that the run met ends when the next one begins, says something else, and only the last has no end.
with met as (
    select distinct article_key
    from ops.url_outcome
    where run_id = %(run_id)s and article_key is not null
),

followed as (
    select
        revision_span.article_key,
        revision_span.valid_from,
        revision_span.valid_to,
        article_record.said_hash,
        lead(revision_span.valid_from) over one_article as next_from,
        lead(article_record.said_hash) over one_article as next_hash
    from met
    inner join warehouse.revision_span on met.article_key = revision_span.article_key
    inner join warehouse.article_record
        on revision_span.article_key = article_record.article_key and revision_span.record_hash = article_record.record_hash
    window one_article as (partition by revision_span.article_key order by revision_span.valid_from)
)

select
    article_key,
    valid_from,
    valid_to,
    next_from
from followed
where valid_to is distinct from next_from or said_hash = next_hash;
