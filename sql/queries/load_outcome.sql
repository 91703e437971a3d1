-- What became of the URLs that were waiting for this load. A URL goes on waiting
-- while the warehouse does not hold the capture that it waits for.
-- An article that says something else only because it was read anew is no revision: the publisher changed nothing.
with changed as (
    select
        touched.article_key,
        count(*) > cardinality(touched.hashes_before) or not touched.is_reread as is_revision
    from touched
    inner join span on touched.article_key = span.article_key
    inner join warehouse.article_record as said on span.article_key = said.article_key and span.record_hash = said.record_hash
    where not touched.is_new
    group by touched.article_key, touched.hashes_before, touched.is_reread
    having
        count(*) > cardinality(touched.hashes_before)
        or not array_agg(said.said_hash) <@ array(
            select said_before.said_hash
            from warehouse.article_record as said_before
            where said_before.article_key = touched.article_key and said_before.record_hash = any(touched.hashes_before)
        )
),

decided as (
    select distinct on (waiting.url_key)
        waiting.url_key,
        article_capture.capture_key,
        article.article_key,
        article.url,
        article.url_key <> waiting.url_key as is_alias,
        coalesce(touched.is_new, false) as is_new,
        changed.article_key is not null as is_changed,
        coalesce(changed.is_revision, false) as is_revision
    from waiting
    inner join warehouse.article_capture on waiting.url_key = article_capture.url_key
    inner join warehouse.article on article_capture.article_key = article.article_key
    left join touched on article.article_key = touched.article_key
    left join changed on article.article_key = changed.article_key
    where
        waiting.capture_key is null
        or exists (select 1 from warehouse.article_capture as awaited where awaited.capture_key = waiting.capture_key)
    order by waiting.url_key, article_capture.captured_at desc, article_capture.capture_key desc
)

update ops.url_outcome
set
    outcome = case
        when decided.is_alias then 'duplicate'
        when decided.is_new or decided.is_changed then 'loaded'
        else 'unchanged'
    end,
    is_revision = not decided.is_alias and not decided.is_new and decided.is_revision,
    reason = null,
    detail = case when decided.is_alias then decided.url end,
    capture_key = decided.capture_key,
    article_key = decided.article_key,
    decided_at = %(now)s
from decided
where
    url_outcome.run_id = %(run_id)s
    and url_outcome.source_id = %(source_id)s
    and url_outcome.url_key = decided.url_key;
