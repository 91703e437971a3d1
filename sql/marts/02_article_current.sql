-- What every article says now.

drop view if exists mart.article_current cascade;

create view mart.article_current as
select
    article.article_key,
    article.source_id,
    source.name as source_name,
    article.url,
    (article_record.date_published at time zone 'UTC')::date as published_on,
    article_record.headline,
    article_record.alternative_headline,
    article_record.description,
    article_record.article_body,
    article_record.article_section,
    array(
        select listed.author ->> 'name'
        from jsonb_array_elements(article_record.authors) with ordinality as listed (author, place)
        order by listed.place
    ) as authors,
    article_record.date_published,
    article_record.date_published_raw,
    article_record.date_published_precision,
    article_record.date_modified,
    article_record.in_language,
    article_record.keywords,
    article_record.image_url,
    article_record.image_caption,
    article_record.image_credit,
    article_record.dateline,
    article_record.is_accessible_for_free,
    article_record.canonical_url,
    article_record.publisher_article_id,
    article_record.word_count,
    article_record.reading_time_minutes,
    (
        select count(*)
        from warehouse.revision_span as revision
        where revision.article_key = article.article_key
    ) as revision_count,
    revision_span.valid_from,
    cluster_member.cluster_key,
    coalesce(not cluster_member.is_origin, false) as is_copy,
    case when not cluster_member.is_origin then origin.source_id end as copied_source_id,
    case when not cluster_member.is_origin then cluster_member.lag end as lag,
    article.first_captured_at,
    article.last_captured_at,
    article.pub_status
from warehouse.article
inner join warehouse.source on article.source_id = source.source_id
inner join warehouse.revision_span on article.article_key = revision_span.article_key and revision_span.is_current
inner join warehouse.article_record
    on revision_span.article_key = article_record.article_key and revision_span.record_hash = article_record.record_hash
left join warehouse.cluster_member on article.article_key = cluster_member.article_key
left join warehouse.story_cluster on cluster_member.cluster_key = story_cluster.cluster_key
left join warehouse.article as origin on story_cluster.origin_article_key = origin.article_key;

comment on view mart.article_current is 'What every article says now: one row per article.';
comment on column mart.article_current.article_key is 'The article.';
comment on column mart.article_current.source_id is 'The source.';
comment on column mart.article_current.source_name is 'Name of the source.';
comment on column mart.article_current.url is 'The article''s own URL.';
comment on column mart.article_current.published_on is 'UTC day of date_published.';
comment on column mart.article_current.headline is 'The headline on the page.';
comment on column mart.article_current.alternative_headline is 'Another headline, for search engines or social media.';
comment on column mart.article_current.description is 'The standfirst.';
comment on column mart.article_current.article_body is 'The text: paragraphs separated by one line feed each.';
comment on column mart.article_current.article_section is 'The section that the publisher files it under.';
comment on column mart.article_current.authors is 'Names in the author line, in its order.';
comment on column mart.article_current.date_published is 'When the page says it was published.';
comment on column mart.article_current.date_published_raw is 'That date as the page wrote it.';
comment on column mart.article_current.date_published_precision is 'second, minute or day.';
comment on column mart.article_current.date_modified is 'When the page says it was last modified.';
comment on column mart.article_current.in_language is 'Language of the text, BCP 47.';
comment on column mart.article_current.keywords is 'Keywords that the page declares.';
comment on column mart.article_current.image_url is 'Address of the main picture.';
comment on column mart.article_current.image_caption is 'Its caption.';
comment on column mart.article_current.image_credit is 'Its credit.';
comment on column mart.article_current.dateline is 'Place at the head of the text.';
comment on column mart.article_current.is_accessible_for_free is 'Free to read; null where the page does not say.';
comment on column mart.article_current.canonical_url is 'The canonical URL that the page declares.';
comment on column mart.article_current.publisher_article_id is 'The publisher''s own id of the article.';
comment on column mart.article_current.word_count is 'Words of the body.';
comment on column mart.article_current.reading_time_minutes is 'Reading time that the page states, else from the word count.';
comment on column mart.article_current.revision_count is 'Number of revisions, 1 for an article that was never edited.';
comment on column mart.article_current.valid_from is 'The first capture that says so.';
comment on column mart.article_current.cluster_key is 'The story that it is a copy or the origin of; null where it stands alone.';
comment on column mart.article_current.is_copy is 'Is it a copy of another article, whole, cut or edited.';
comment on column mart.article_current.copied_source_id is 'The source of the origin, for a copy.';
comment on column mart.article_current.lag is 'Time from the origin''s publication to this one, for a copy.';
comment on column mart.article_current.first_captured_at is 'The first capture of any of its URLs.';
comment on column mart.article_current.last_captured_at is 'The last capture of any of its URLs.';
comment on column mart.article_current.pub_status is 'published, or gone where the publisher has withdrawn it.';
