-- What was seen and fetched. Keyed by hashes, since a URL may be longer than an index entry can be.

create table raw.discovered_url (
    url_key uuid primary key,
    source_id text not null,
    url text not null,
    via text not null,
    document_url text not null,
    first_seen_at timestamptz not null,
    last_seen_at timestamptz not null,
    date_hint timestamptz,
    modified_hint timestamptz,
    headline_hint text,
    date_published timestamptz,
    check (last_seen_at >= first_seen_at)
);
create index discovered_url_source_id_date_published on raw.discovered_url (source_id, date_published);
create index discovered_url_source_id_date_hint on raw.discovered_url (source_id, date_hint) where date_published is null;
comment on table raw.discovered_url is 'The ledger: every URL that any source ever announced.';
comment on column raw.discovered_url.url_key is 'Key from source and URL.';
comment on column raw.discovered_url.source_id is 'The source.';
comment on column raw.discovered_url.url is 'The URL as announced.';
comment on column raw.discovered_url.via is 'The strategy that announced it first: feed, sitemap, news_sitemap or warc.';
comment on column raw.discovered_url.document_url is 'The feed, sitemap or WARC file that it stood in first.';
comment on column raw.discovered_url.first_seen_at is 'When it was first seen.';
comment on column raw.discovered_url.last_seen_at is 'When it was last seen.';
comment on column raw.discovered_url.date_hint is 'When the announcement says it was published; the latest word counts.';
comment on column raw.discovered_url.modified_hint is 'When the announcement says it was modified; the latest word counts.';
comment on column raw.discovered_url.headline_hint is 'The headline that the announcement gives; the latest word counts.';
comment on column raw.discovered_url.date_published is 'When the page itself says it was published; null until it was read.';

create table raw.warc_file (
    warc_file text primary key,
    source_id text not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    record_count integer check (record_count >= 0)
);
create index warc_file_open on raw.warc_file (source_id) where closed_at is null;
comment on table raw.warc_file is 'The files of the archive.';
comment on column raw.warc_file.warc_file is 'Path below the archive''s root.';
comment on column raw.warc_file.source_id is 'The source it was written for.';
comment on column raw.warc_file.opened_at is 'When it was opened.';
comment on column raw.warc_file.closed_at is 'When it was closed; null while it is written, or after a crash until it is indexed again.';
comment on column raw.warc_file.record_count is 'Responses in it; null until it was closed.';

create table raw.capture (
    capture_key uuid not null,
    source_id text not null,
    url_key uuid not null,
    url text not null,
    final_url text not null,
    captured_at timestamptz not null,
    status integer not null,
    content_type text,
    payload_digest text not null,
    size_bytes bigint not null check (size_bytes >= 0),
    warc_file text not null references raw.warc_file (warc_file),
    warc_offset bigint not null check (warc_offset >= 0),
    warc_length bigint not null check (warc_length >= 0),
    etag text,
    last_modified text,
    robots_decision text check (robots_decision in ('allowed', 'disallowed', 'unavailable')),
    truncated text,
    primary key (capture_key, captured_at)
) partition by range (captured_at);
create table raw.capture_default partition of raw.capture default;
create index capture_url_key_captured_at on raw.capture (url_key, captured_at);
create index capture_warc_file on raw.capture (warc_file);
comment on table raw.capture is 'The index of the archive: one row per HTTP exchange; monthly partitions by captured_at.';
comment on column raw.capture.capture_key is 'Key from source, URL, instant and digest.';
comment on column raw.capture.source_id is 'The source.';
comment on column raw.capture.url_key is 'Key of the URL asked for.';
comment on column raw.capture.url is 'The URL asked for.';
comment on column raw.capture.final_url is 'The URL that answered, after redirects.';
comment on column raw.capture.captured_at is 'When the exchange began.';
comment on column raw.capture.status is 'HTTP status.';
comment on column raw.capture.content_type is 'Content-Type as the server gave it.';
comment on column raw.capture.payload_digest is 'SHA-256 of the payload as it came over the wire, as sha256:hex.';
comment on column raw.capture.size_bytes is 'Bytes of that payload.';
comment on column raw.capture.warc_file is 'The file that holds the record.';
comment on column raw.capture.warc_offset is 'Bytes from the start of the file to the record.';
comment on column raw.capture.warc_length is 'Bytes of the record, compressed.';
comment on column raw.capture.etag is 'ETag of the response.';
comment on column raw.capture.last_modified is 'Last-Modified of the response, as it was written.';
comment on column raw.capture.robots_decision is 'allowed, disallowed or unavailable; null where nobody asked (a foreign WARC).';
comment on column raw.capture.truncated is 'WARC-Truncated: length, time or disconnect.';

create table raw.discovery_document (
    capture_key uuid primary key,
    captured_at timestamptz not null,
    source_id text not null,
    url text not null,
    via text not null,
    ref_count integer not null check (ref_count >= 0),
    problem text,
    foreign key (capture_key, captured_at) references raw.capture (capture_key, captured_at)
);
create index discovery_document_source_id_captured_at on raw.discovery_document (source_id, captured_at);
comment on table raw.discovery_document is 'Feeds and sitemaps as they stood when they were read; archived like pages.';
comment on column raw.discovery_document.capture_key is 'Its capture.';
comment on column raw.discovery_document.captured_at is 'When it was fetched.';
comment on column raw.discovery_document.source_id is 'The source.';
comment on column raw.discovery_document.url is 'Its URL.';
comment on column raw.discovery_document.via is 'The strategy that read it.';
comment on column raw.discovery_document.ref_count is 'Article URLs that it announced.';
comment on column raw.discovery_document.problem is 'What was wrong with it; null where nothing was.';

-- Partitions are made when the first capture of a month arrives. A month whose captures lie in the default partition stays there.
create function raw.ensure_capture_month(instant timestamptz) returns void
language plpgsql
as $$
declare
    month_start timestamptz := date_trunc('month', instant, 'UTC');
    month_end timestamptz := (date_trunc('month', instant at time zone 'UTC') + interval '1 month') at time zone 'UTC';
    partition_name text := 'capture_' || to_char(instant at time zone 'UTC', 'YYYY_MM');
begin
    if instant not between '1995-01-01Z' and '2100-01-01Z' or to_regclass('raw.' || partition_name) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('raw.ensure_capture_month'));
    if to_regclass('raw.' || partition_name) is not null
        or exists (select 1 from raw.capture_default where captured_at >= month_start and captured_at < month_end) then
        return;
    end if;
    execute format('create table raw.%I (like raw.capture including defaults including constraints)', partition_name);
    execute format('alter table raw.capture attach partition raw.%I for values from (%L) to (%L)', partition_name, month_start, month_end);
end
$$;
comment on function raw.ensure_capture_month is 'Makes the partition of raw.capture for the month of the instant, where there is none.';
