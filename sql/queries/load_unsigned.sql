-- The articles whose signatures have to be made anew, or are gone. Those that were signed when they were read, and have no line that is no
-- evidence of a copy, name the staged capture to take the signature from; the others have an order of their own, so that their texts can
-- be read in portions.
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

sharing as (
    select distinct sighting.article_key
    from sighting
    inner join warehouse.boilerplate_block on sighting.block_key = boilerplate_block.block_key
    where boilerplate_block.is_stripped or boilerplate_block.distinct_count >= %(shared_stories)s
),

ready as (
    select distinct on (arrival.article_key, arrival.record_hash)
        arrival.article_key,
        arrival.record_hash,
        arrival.capture_key
    from arrival
    where arrival.article_key not in (select sharing.article_key from sharing)
    order by arrival.article_key, arrival.record_hash, arrival.capture_key
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
    said.article_key,
    said.record_hash,
    said.dated_at,
    said.made_of,
    ((said.dated_at at time zone 'UTC')::date - date '1970-01-01')::bigint << 40
    | ('x' || left(replace(said.article_key::text, '-', ''), 10))::bit(40)::bigint as place,
    said.place_before,
    ready.capture_key,
    row_number() over (partition by ready.capture_key is null order by said.article_key) as number
from said
left join ready on said.article_key = ready.article_key and said.record_hash = ready.record_hash
where said.is_shared_change or (said.dated_at, said.made_of) is distinct from (said.dated_at_before, said.made_of_before);
