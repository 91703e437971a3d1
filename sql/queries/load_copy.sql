-- The clusters that the touched bodies should form: articles whose current bodies are the same, word for word.
-- A body of fewer than 25 words proves nothing.
create temporary table copy on commit drop as
with body as (
    select body_hash_before as body_hash
    from touched
    where body_hash_before is not null
    union
    select body_hash
    from span
    where valid_to is null
),

carried as (
    select
        body.body_hash,
        said.article_key,
        said.date_published
    from body
    inner join warehouse.article_record as said on body.body_hash = said.body_hash
    inner join warehouse.revision_span
        on said.article_key = revision_span.article_key and said.record_hash = revision_span.record_hash and revision_span.is_current
    where said.word_count >= 25
)

select
    body.body_hash,
    carried.article_key,
    carried.date_published,
    count(carried.article_key) over one_body as member_count,
    first_value(carried.article_key) over (partition by body.body_hash order by carried.article_key) as cluster_key,
    first_value(carried.article_key) over by_date as origin_article_key,
    first_value(carried.date_published) over by_date as origin_published_at
from body
left join carried on body.body_hash = carried.body_hash
window
    one_body as (partition by body.body_hash),
    by_date as (partition by body.body_hash order by carried.date_published nulls last, carried.article_key);
