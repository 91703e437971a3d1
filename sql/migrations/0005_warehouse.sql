-- Articles, their histories and their copies. A pure function of the archive (law 2): no clocks, no sequences, no order of arrival.
--
--   article_capture   what was observed: which capture said which record
--   article_record    what was said: one row per distinct record of an article
--   revision_span     when it was said: the history of the article's own URL, derived from the two above

create table warehouse.source (
    source_id text primary key,
    name text not null,
    homepage text not null,
    language text not null,
    time_zone text not null,
    country text,
    licence text,
    terms text,
    origin text not null
);
comment on table warehouse.source is 'The publishers, as their source files say.';
comment on column warehouse.source.source_id is 'Short name, as in the source file.';
comment on column warehouse.source.name is 'Name for people.';
comment on column warehouse.source.homepage is 'Address of the front page.';
comment on column warehouse.source.language is 'Language, BCP 47.';
comment on column warehouse.source.time_zone is 'Zone in which times without a zone are read, IANA.';
comment on column warehouse.source.country is 'Country, ISO 3166-1 alpha-2.';
comment on column warehouse.source.licence is 'Licence of its texts, where known.';
comment on column warehouse.source.terms is 'Address of its terms of use.';
comment on column warehouse.source.origin is 'file, or replay for a host met in a WARC that no source file declares.';

create table warehouse.article (
    article_key uuid primary key,
    source_id text not null references warehouse.source (source_id),
    identity text not null,
    url_key uuid not null,
    url text not null,
    canonical_url text,
    first_captured_at timestamptz not null,
    last_captured_at timestamptz not null,
    pub_status text not null default 'published' check (pub_status in ('published', 'gone')),
    check (last_captured_at >= first_captured_at),
    check (article_key = warehouse.key_of('article', source_id, identity))
);
create index article_source_id on warehouse.article (source_id);
comment on table warehouse.article is 'One row per article of a source, whatever its number of URLs and revisions.';
comment on column warehouse.article.article_key is 'Key from source and identity.';
comment on column warehouse.article.source_id is 'The source.';
comment on column warehouse.article.identity is 'The publisher''s article id, or else the canonical URL.';
comment on column warehouse.article.url_key is 'Key of its own URL.';
comment on column warehouse.article.url is 'Its own URL: the observed one that is its canonical URL, else the smallest.';
comment on column warehouse.article.canonical_url is 'The canonical URL that its current revision declares.';
comment on column warehouse.article.first_captured_at is 'The first capture of any of its URLs.';
comment on column warehouse.article.last_captured_at is 'The last capture of any of its URLs.';
comment on column warehouse.article.pub_status is 'published, or gone where the publisher has withdrawn it.';

create table warehouse.article_url (
    article_key uuid not null references warehouse.article (article_key) deferrable initially deferred,
    url_key uuid not null,
    url text not null,
    first_captured_at timestamptz not null,
    primary key (article_key, url_key)
);
create index article_url_url_key on warehouse.article_url (url_key);
comment on table warehouse.article_url is 'Every URL under which an article was observed; all but its own are aliases.';
comment on column warehouse.article_url.article_key is 'The article.';
comment on column warehouse.article_url.url_key is 'Key of the URL.';
comment on column warehouse.article_url.url is 'The URL.';
comment on column warehouse.article_url.first_captured_at is 'Its first capture.';

create table warehouse.article_record (
    article_key uuid not null references warehouse.article (article_key) deferrable initially deferred,
    record_hash bytea not null,
    headline text not null,
    alternative_headline text,
    description text,
    article_body text not null,
    article_section text,
    authors jsonb not null,
    date_published timestamptz,
    date_published_raw text,
    date_published_precision text check (date_published_precision in ('second', 'minute', 'day')),
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
    word_count integer not null check (word_count >= 0),
    reading_time_minutes integer check (reading_time_minutes >= 0),
    provenance jsonb not null,
    content_hash bytea not null,
    headline_hash bytea not null,
    body_hash bytea not null,
    primary key (article_key, record_hash),
    check (headline <> '' and article_body <> '')
);
create index article_record_body_hash on warehouse.article_record (body_hash);
create index article_record_authors on warehouse.article_record using gin (authors jsonb_path_ops);
comment on table warehouse.article_record is 'What an article said at any time, at any of its URLs: one row per distinct record.';
comment on column warehouse.article_record.article_key is 'The article.';
comment on column warehouse.article_record.headline is 'The headline on the page.';
comment on column warehouse.article_record.alternative_headline is 'Another headline, for search engines or social media.';
comment on column warehouse.article_record.description is 'The standfirst.';
comment on column warehouse.article_record.article_body is 'The text: paragraphs separated by one line feed each.';
comment on column warehouse.article_record.article_section is 'The section that the publisher files it under.';
comment on column warehouse.article_record.authors is 'List of objects with name and is_organization, in the page''s order.';
comment on column warehouse.article_record.date_published is 'When the page says it was published.';
comment on column warehouse.article_record.date_published_raw is 'That date as the page wrote it.';
comment on column warehouse.article_record.date_published_precision is 'second, minute or day.';
comment on column warehouse.article_record.date_modified is 'When the page says it was last modified.';
comment on column warehouse.article_record.in_language is 'Language of the text, BCP 47.';
comment on column warehouse.article_record.keywords is 'Keywords that the page declares.';
comment on column warehouse.article_record.image_url is 'Address of the main picture.';
comment on column warehouse.article_record.image_caption is 'Its caption.';
comment on column warehouse.article_record.image_credit is 'Its credit.';
comment on column warehouse.article_record.dateline is 'Place at the head of the text.';
comment on column warehouse.article_record.is_accessible_for_free is 'Free to read; null where the page does not say.';
comment on column warehouse.article_record.canonical_url is 'The canonical URL that the page declares.';
comment on column warehouse.article_record.publisher_article_id is 'The publisher''s own id of the article.';
comment on column warehouse.article_record.word_count is 'Words of the body.';
comment on column warehouse.article_record.reading_time_minutes is 'Reading time that the page states, else from the word count.';
comment on column warehouse.article_record.provenance is 'Field -> where on the page it was read: json-ld, meta, byline, url and so on.';
comment on column warehouse.article_record.record_hash is 'SHA-256 over every field of the record.';
comment on column warehouse.article_record.content_hash is 'SHA-256 over all words: equal for cosmetic edits.';
comment on column warehouse.article_record.headline_hash is 'SHA-256 over the words of the headline.';
comment on column warehouse.article_record.body_hash is 'SHA-256 over the words of the body: equal for exact copies.';

create table warehouse.article_capture (
    capture_key uuid primary key,
    article_key uuid not null references warehouse.article (article_key) deferrable initially deferred,
    url_key uuid not null,
    captured_at timestamptz not null,
    record_hash bytea not null,
    extractor_name text not null,
    extractor_version text not null,
    foreign key (article_key, record_hash) references warehouse.article_record (article_key, record_hash) deferrable initially deferred
);
create index article_capture_article_key_url_key on warehouse.article_capture (article_key, url_key, captured_at);
create index article_capture_article_key_record_hash on warehouse.article_capture (article_key, record_hash);
create index article_capture_url_key on warehouse.article_capture (url_key, captured_at);
comment on table warehouse.article_capture is 'The observations: which capture says which record of which article.';
comment on column warehouse.article_capture.capture_key is 'The capture, as in raw.capture.';
comment on column warehouse.article_capture.article_key is 'The article that it shows.';
comment on column warehouse.article_capture.url_key is 'Key of the URL that was captured.';
comment on column warehouse.article_capture.captured_at is 'When it was captured.';
comment on column warehouse.article_capture.record_hash is 'What it says: see article_record.';
comment on column warehouse.article_capture.extractor_name is 'The extractor that read it.';
comment on column warehouse.article_capture.extractor_version is 'Its version.';

create table warehouse.revision_span (
    article_key uuid not null references warehouse.article (article_key) deferrable initially deferred,
    valid_from timestamptz not null,
    valid_to timestamptz,
    is_current boolean not null generated always as (valid_to is null) stored,
    record_hash bytea not null,
    capture_key uuid not null references warehouse.article_capture (capture_key) deferrable initially deferred,
    change_kind text not null check (change_kind in ('first', 'headline', 'body', 'headline_and_body', 'cosmetic')),
    primary key (article_key, valid_from),
    foreign key (article_key, record_hash) references warehouse.article_record (article_key, record_hash) deferrable initially deferred,
    check (valid_to > valid_from)
);
create unique index revision_span_one_current on warehouse.revision_span (article_key) where is_current;
create index revision_span_capture_key on warehouse.revision_span (capture_key);
create index revision_span_record on warehouse.revision_span (article_key, record_hash);
comment on table warehouse.revision_span is 'The history of each article''s own URL: from when to when it said which record.';
comment on column warehouse.revision_span.article_key is 'The article.';
comment on column warehouse.revision_span.valid_from is 'The first capture that says so.';
comment on column warehouse.revision_span.valid_to is 'The first later capture that says otherwise; null while it is current.';
comment on column warehouse.revision_span.is_current is 'Is it what the article says as far as we know.';
comment on column warehouse.revision_span.record_hash is 'What it says: see article_record.';
comment on column warehouse.revision_span.capture_key is 'The capture at valid_from.';
comment on column warehouse.revision_span.change_kind is 'What changed: first, headline, body, headline_and_body or cosmetic.';

create table warehouse.author (
    author_key uuid primary key,
    name text not null,
    is_organization boolean not null,
    check (author_key = warehouse.key_of('author', name, is_organization::text))
);
comment on table warehouse.author is 'The names that stand in author lines, of any record. One name may be several people.';
comment on column warehouse.author.author_key is 'Key from name and kind.';
comment on column warehouse.author.name is 'The name as written.';
comment on column warehouse.author.is_organization is 'An agency or a desk, not a person.';

create table warehouse.article_author (
    article_key uuid not null references warehouse.article (article_key) deferrable initially deferred,
    position integer not null check (position >= 1),
    author_key uuid not null references warehouse.author (author_key) deferrable initially deferred,
    primary key (article_key, position)
);
create index article_author_author_key on warehouse.article_author (author_key);
comment on table warehouse.article_author is 'The authors of each article''s current revision.';
comment on column warehouse.article_author.article_key is 'The article.';
comment on column warehouse.article_author.position is 'Place in the author line, from 1.';
comment on column warehouse.article_author.author_key is 'The author.';

create table warehouse.story_cluster (
    cluster_key uuid primary key,
    body_hash bytea not null unique,
    origin_article_key uuid not null references warehouse.article (article_key) deferrable initially deferred,
    member_count integer not null check (member_count >= 2)
);
comment on table warehouse.story_cluster is 'Articles whose current bodies are the same, word for word: wire copies, double publications.';
comment on column warehouse.story_cluster.cluster_key is 'The smallest article key among the members.';
comment on column warehouse.story_cluster.body_hash is 'The body_hash that they share.';
comment on column warehouse.story_cluster.origin_article_key is 'The member published first.';
comment on column warehouse.story_cluster.member_count is 'Number of members.';

create table warehouse.cluster_member (
    article_key uuid primary key references warehouse.article (article_key) deferrable initially deferred,
    cluster_key uuid not null references warehouse.story_cluster (cluster_key) deferrable initially deferred,
    similarity real not null check (similarity between 0 and 1),
    is_origin boolean not null,
    lag interval
);
create index cluster_member_cluster_key on warehouse.cluster_member (cluster_key);
comment on table warehouse.cluster_member is 'Which article is a copy of which story.';
comment on column warehouse.cluster_member.article_key is 'The article.';
comment on column warehouse.cluster_member.cluster_key is 'The cluster.';
comment on column warehouse.cluster_member.similarity is 'How much of the text is shared; 1 for exact copies.';
comment on column warehouse.cluster_member.is_origin is 'Is it the one published first.';
comment on column warehouse.cluster_member.lag is 'Time from the origin''s publication to this one; null where a date is missing.';
