-- Every article that the run met has exactly one current revision.
with met as (
    select distinct article_key
    from ops.url_outcome
    where run_id = %(run_id)s and article_key is not null and outcome in ('loaded', 'unchanged', 'duplicate')
)

select
    met.article_key,
    count(revision_span.article_key) as current_count
from met
left join warehouse.revision_span on met.article_key = revision_span.article_key and revision_span.is_current
group by met.article_key
having count(revision_span.article_key) <> 1;
