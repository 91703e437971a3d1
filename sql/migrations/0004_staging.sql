-- What one run is about to load. Unlogged: a crash of Postgres empties it, and the extract stage fills it again from the archive.

create unlogged table staging.article (
    run_id text not null,
    source_id text not null,
    capture_key uuid not null,
    url_key uuid not null,
    url text not null,
    captured_at timestamptz not null,
    article_key uuid not null,
    identity text not null,
    is_alias boolean not null default false,
    headline text not null,
    alternative_headline text,
    description text,
    article_body text not null,
    article_section text,
    authors jsonb not null,
    date_published timestamptz,
    date_published_raw text,
    date_published_precision text,
    date_modified timestamptz,
    in_language text,
    keywords text[] not null,
    image_url text,
    image_caption text,
    image_credit text,
    dateline text,
    is_accessible_for_free boolean,
    canonical_url text,
    publisher_article_id text,
    word_count integer not null,
    reading_time_minutes integer,
    provenance jsonb not null,
    record_hash bytea not null,
    content_hash bytea not null,
    headline_hash bytea not null,
    body_hash bytea not null,
    extractor_name text not null,
    extractor_version text not null,
    primary key (run_id, source_id, capture_key)
);
comment on table staging.article is 'Extracted articles on their way into the warehouse: one row per run and capture.';
comment on column staging.article.run_id is 'The run.';
comment on column staging.article.source_id is 'The source.';
comment on column staging.article.capture_key is 'The capture that was extracted.';
comment on column staging.article.url_key is 'Key of its URL.';
comment on column staging.article.url is 'Its URL.';
comment on column staging.article.captured_at is 'When it was captured.';
comment on column staging.article.article_key is 'Key from source and identity.';
comment on column staging.article.identity is 'The publisher''s article id, or else the canonical URL.';
comment on column staging.article.is_alias is 'Set by the deduplicate stage: the article has another URL of its own.';
comment on column staging.article.headline is 'The headline on the page.';
comment on column staging.article.alternative_headline is 'Another headline, for search engines or social media.';
comment on column staging.article.description is 'The standfirst.';
comment on column staging.article.article_body is 'The text: paragraphs separated by one line feed each.';
comment on column staging.article.article_section is 'The section that the publisher files it under.';
comment on column staging.article.authors is 'List of objects with name and is_organization, in the page''s order.';
comment on column staging.article.date_published is 'When the page says it was published.';
comment on column staging.article.date_published_raw is 'That date as the page wrote it.';
comment on column staging.article.date_published_precision is 'second, minute or day.';
comment on column staging.article.date_modified is 'When the page says it was last modified.';
comment on column staging.article.in_language is 'Language of the text, BCP 47.';
comment on column staging.article.keywords is 'Keywords that the page declares.';
comment on column staging.article.image_url is 'Address of the main picture.';
comment on column staging.article.image_caption is 'Its caption.';
comment on column staging.article.image_credit is 'Its credit.';
comment on column staging.article.dateline is 'Place at the head of the text.';
comment on column staging.article.is_accessible_for_free is 'Free to read; null where the page does not say.';
comment on column staging.article.canonical_url is 'The canonical URL that the page declares.';
comment on column staging.article.publisher_article_id is 'The publisher''s own id of the article.';
comment on column staging.article.word_count is 'Words of the body.';
comment on column staging.article.reading_time_minutes is 'Reading time that the page states, else from the word count.';
comment on column staging.article.provenance is 'Field -> where on the page it was read: json-ld, meta, byline, url and so on.';
comment on column staging.article.record_hash is 'SHA-256 over every field of the record.';
comment on column staging.article.content_hash is 'SHA-256 over all words: equal for cosmetic edits.';
comment on column staging.article.headline_hash is 'SHA-256 over the words of the headline.';
comment on column staging.article.body_hash is 'SHA-256 over the words of the body: equal for exact copies.';
comment on column staging.article.extractor_name is 'The extractor that read the page.';
comment on column staging.article.extractor_version is 'Its version.';
