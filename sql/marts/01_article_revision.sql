-- The history of every article with all its fields (SCD2): revision_span says when, article_record says what.

drop view if exists warehouse.article_revision cascade;

create view warehouse.article_revision as
select
    article.article_key,
    article.source_id,
    article.url,
    revision_span.valid_from,
    revision_span.valid_to,
    revision_span.is_current,
    revision_span.change_kind,
    revision_span.capture_key,
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
    article_record.provenance,
    article_capture.extractor_name,
    article_capture.extractor_version,
    article_record.record_hash,
    article_record.content_hash,
    article_record.body_hash
from warehouse.revision_span
inner join warehouse.article on revision_span.article_key = article.article_key
inner join warehouse.article_record
    on revision_span.article_key = article_record.article_key and revision_span.record_hash = article_record.record_hash
inner join warehouse.article_capture on revision_span.capture_key = article_capture.capture_key;

comment on view warehouse.article_revision is 'The history of every article: one row for each time it said something new.';
comment on column warehouse.article_revision.article_key is 'The article.';
comment on column warehouse.article_revision.source_id is 'The source.';
comment on column warehouse.article_revision.url is 'The article''s own URL.';
comment on column warehouse.article_revision.valid_from is 'The first capture that says so.';
comment on column warehouse.article_revision.valid_to is 'The first later capture that says otherwise; null while it is current.';
comment on column warehouse.article_revision.is_current is 'Is it what the article says as far as we know.';
comment on column warehouse.article_revision.change_kind is 'What changed: first, headline, body, headline_and_body or cosmetic.';
comment on column warehouse.article_revision.capture_key is 'The capture at valid_from.';
comment on column warehouse.article_revision.headline is 'The headline on the page.';
comment on column warehouse.article_revision.alternative_headline is 'Another headline, for search engines or social media.';
comment on column warehouse.article_revision.description is 'The standfirst.';
comment on column warehouse.article_revision.article_body is 'The text: paragraphs separated by one line feed each.';
comment on column warehouse.article_revision.article_section is 'The section that the publisher files it under.';
comment on column warehouse.article_revision.authors is 'Names in the author line, in its order.';
comment on column warehouse.article_revision.date_published is 'When the page says it was published.';
comment on column warehouse.article_revision.date_published_raw is 'That date as the page wrote it.';
comment on column warehouse.article_revision.date_published_precision is 'second, minute or day.';
comment on column warehouse.article_revision.date_modified is 'When the page says it was last modified.';
comment on column warehouse.article_revision.in_language is 'Language of the text, BCP 47.';
comment on column warehouse.article_revision.keywords is 'Keywords that the page declares.';
comment on column warehouse.article_revision.image_url is 'Address of the main picture.';
comment on column warehouse.article_revision.image_caption is 'Its caption.';
comment on column warehouse.article_revision.image_credit is 'Its credit.';
comment on column warehouse.article_revision.dateline is 'Place at the head of the text.';
comment on column warehouse.article_revision.is_accessible_for_free is 'Free to read; null where the page does not say.';
comment on column warehouse.article_revision.canonical_url is 'The canonical URL that the page declares.';
comment on column warehouse.article_revision.publisher_article_id is 'The publisher''s own id of the article.';
comment on column warehouse.article_revision.word_count is 'Words of the body.';
comment on column warehouse.article_revision.reading_time_minutes is 'Reading time that the page states, else from the word count.';
comment on column warehouse.article_revision.provenance is 'Field -> where on the page it was read: json-ld, meta, byline, url and so on.';
comment on column warehouse.article_revision.extractor_name is 'The extractor that read the page.';
comment on column warehouse.article_revision.extractor_version is 'Its version.';
comment on column warehouse.article_revision.record_hash is 'SHA-256 over every field of the record.';
comment on column warehouse.article_revision.content_hash is 'SHA-256 over all words: equal for cosmetic edits.';
comment on column warehouse.article_revision.body_hash is 'SHA-256 over the words of the body: equal for exact copies.';
