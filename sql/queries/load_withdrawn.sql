-- The observations that go: captures that are no article by today's extractor, and whatever was taken down. Keys only.
create temporary table withdrawn on commit drop as
with refused as (
    select
        rejection.capture_key,
        false as is_taken_down
    from staging.rejection
    where rejection.run_id = %(run_id)s and rejection.source_id = %(source_id)s
    union all
    select
        article_capture.capture_key,
        true as is_taken_down
    from ops.tombstone
    inner join warehouse.article_url on tombstone.url_key = article_url.url_key
    inner join warehouse.article_capture
        on article_url.article_key = article_capture.article_key and article_url.url_key = article_capture.url_key
    where tombstone.source_id = %(source_id)s
    union all
    select
        article_capture.capture_key,
        true as is_taken_down
    from ops.tombstone
    inner join warehouse.article_capture on tombstone.article_key = article_capture.article_key
    where tombstone.source_id = %(source_id)s
)

select
    held.capture_key,
    held.article_key,
    article.source_id,
    article.identity,
    bool_or(refused.is_taken_down) as is_taken_down
from refused
inner join warehouse.article_capture as held on refused.capture_key = held.capture_key
inner join warehouse.article on held.article_key = article.article_key
group by held.capture_key, held.article_key, article.source_id, article.identity;
