-- The articles whose signatures have to be made anew, or are gone, in an order of their own, so that they can be read in portions.
create temporary table unsigned on commit drop as
with concerned as (
    select
        article_key,
        false as is_shared_change
    from touched
    union all
    select
        block_sighting.article_key,
        true as is_shared_change
    from shared_change
    inner join warehouse.block_sighting on shared_change.block_key = block_sighting.block_key
),

said as (
    select
        concerned.article_key,
        concerned.is_shared_change,
        article_record.record_hash,
        coalesce(article_record.date_published, article.first_captured_at) as dated_at,
        sha256(article_record.record_hash || article_record.said_hash) as made_of,
        held.place as place_before,
        held.dated_at as dated_at_before,
        held.made_of as made_of_before
    from (
        select
            article_key,
            bool_or(is_shared_change) as is_shared_change
        from concerned
        group by article_key
    ) as concerned
    left join warehouse.article on concerned.article_key = article.article_key
    left join warehouse.revision_span on concerned.article_key = revision_span.article_key and revision_span.is_current
    left join warehouse.article_record
        on revision_span.article_key = article_record.article_key and revision_span.record_hash = article_record.record_hash
    left join warehouse.story_signature as held on concerned.article_key = held.article_key
)

select
    article_key,
    record_hash,
    dated_at,
    made_of,
    place_before,
    row_number() over (order by article_key) as number
from said
where is_shared_change or (dated_at, made_of) is distinct from (dated_at_before, made_of_before);
