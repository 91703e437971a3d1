-- What an answer was asked for as, who reserves mining, and the files beside robots.txt in which hosts do.

alter table raw.capture
add column role text not null default 'page' check (role in ('page', 'document', 'robots')),
add column tdm_reservation text check (
    tdm_reservation in ('none', 'meta', 'header', 'noai', 'tdmrep', 'ai_txt')
);
comment on column raw.capture.role is
'What it was asked for as: page, document (feed, sitemap) or robots (robots.txt and the files beside it).';
comment on column raw.capture.tdm_reservation is
'Who reserves text and data mining: none, meta, header, noai, tdmrep or ai_txt; null where nobody looked (feeds, a foreign WARC).';
comment on column raw.capture.truncated is
'WARC-Truncated: length, time or disconnect; unspecified where the payload was left unread, being no page or reserved.';
comment on column raw.capture.payload_digest is
'SHA-256 of the payload as it came over the wire, as sha256:hex; with status 304 that of the capture that still holds.';
comment on column raw.capture.status is 'HTTP status; 304 where the page is still as the capture before it has it.';

update raw.capture
set role = 'document'
where exists (select 1 from raw.discovery_document where discovery_document.capture_key = capture.capture_key);

alter table ops.robots_snapshot
add column tdmrep bytea not null default '',
add column ai_txt bytea not null default '';
comment on column ops.robots_snapshot.tdmrep is 'The host''s /.well-known/tdmrep.json; empty where it has none.';
comment on column ops.robots_snapshot.ai_txt is 'The host''s /ai.txt; empty where it has none.';
