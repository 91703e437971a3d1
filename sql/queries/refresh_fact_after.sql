-- What the changed articles count for now. Those that are gone are not here.
create temporary table fact_after on commit drop as
with followed as (
    select
        revision_span.article_key,
        revision_span.valid_from,
        revision_span.change_kind,
        said.headline_hash <> lag(said.headline_hash) over by_time as is_headline_edit,
        said.body_hash <> lag(said.body_hash) over by_time as is_body_edit
    from changed
    inner join warehouse.revision_span on changed.article_key = revision_span.article_key
    inner join warehouse.article_record as said
        on revision_span.article_key = said.article_key and revision_span.record_hash = said.record_hash
    window by_time as (partition by revision_span.article_key order by revision_span.valid_from)
),

edited as (
    select
        article_key,
        min(valid_from) as first_seen_at,
        count(*) as revision_count,
        count(*) filter (where is_headline_edit) as headline_edit_count,
        count(*) filter (where is_body_edit) as body_edit_count,
        count(*) filter (where change_kind = 'correction') as correction_count,
        min(valid_from) filter (where change_kind not in ('first', 'cosmetic')) as first_edited_at,
        max(valid_from) filter (where change_kind not in ('first', 'cosmetic')) as last_edited_at
    from followed
    group by article_key
)

select
    article.article_key,
    article.source_id,
    said.article_section,
    case when said.article_section is not null then warehouse.key_of('section', article.source_id, said.article_section) end
        as section_key,
    (said.date_published at time zone 'UTC')::date as published_on,
    said.date_published,
    edited.first_seen_at,
    coalesce(nullif(split_part(lower(said.in_language), '-', 1), ''), 'und') as in_language,
    said.word_count,
    said.reading_time_minutes,
    jsonb_array_length(said.authors) as author_count,
    said.description is not null as has_description,
    cardinality(said.keywords) > 0 as has_keywords,
    said.image_url is not null as has_image,
    said.is_accessible_for_free,
    article.pub_status = 'gone' or said.is_withdrawal as is_gone,
    edited.revision_count,
    edited.headline_edit_count,
    edited.body_edit_count,
    edited.correction_count,
    edited.first_edited_at,
    edited.last_edited_at,
    cluster_member.cluster_key,
    coalesce(not cluster_member.is_origin, false) as is_copy,
    case when not cluster_member.is_origin then cluster_member.lag end as lag,
    warehouse.terms_of(concat_ws(E'\n', said.headline, said.description), warehouse.search_configuration(said.in_language)) as terms
from changed
inner join warehouse.article on changed.article_key = article.article_key
inner join warehouse.revision_span on article.article_key = revision_span.article_key and revision_span.is_current
inner join warehouse.article_record as said
    on revision_span.article_key = said.article_key and revision_span.record_hash = said.record_hash
inner join edited on article.article_key = edited.article_key
left join warehouse.cluster_member on article.article_key = cluster_member.article_key;
