-- The articles whose observations change, and what is known of them before.
create temporary table touched on commit drop as
with met as (
    select
        arrival.article_key,
        arrival.source_id,
        arrival.identity,
        known.capture_key is not null as is_reread
    from arrival
    left join warehouse.article_capture as known on arrival.capture_key = known.capture_key
    union all
    -- a capture that another extractor version read as another article leaves that one
    select
        article.article_key,
        article.source_id,
        article.identity,
        true as is_reread
    from arrival
    inner join warehouse.article_capture on arrival.capture_key = article_capture.capture_key
    inner join warehouse.article on article_capture.article_key = article.article_key
    union all
    select
        withdrawn.article_key,
        withdrawn.source_id,
        withdrawn.identity,
        true as is_reread
    from withdrawn
),

arriving as (
    select
        article_key,
        source_id,
        identity,
        bool_or(is_reread) as is_reread
    from met
    group by article_key, source_id, identity
)

select
    arriving.article_key,
    arriving.source_id,
    arriving.identity,
    arriving.is_reread,
    count(revision_span.article_key) = 0 as is_new,
    array_agg(revision_span.record_hash order by revision_span.valid_from)
    filter (where revision_span.article_key is not null) as hashes_before,
    (array_agg(article_record.body_hash) filter (where revision_span.is_current))[1] as body_hash_before,
    (select (article.first_captured_at at time zone 'UTC')::date from warehouse.article where article.article_key = arriving.article_key)
        as captured_on_before
from arriving
left join warehouse.revision_span on arriving.article_key = revision_span.article_key
left join warehouse.article_record
    on revision_span.article_key = article_record.article_key and revision_span.record_hash = article_record.record_hash
group by arriving.article_key, arriving.source_id, arriving.identity, arriving.is_reread;
