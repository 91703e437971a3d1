-- What earlier extractors said, for analysts who want to know whether a difference is the publisher's or ours.

drop view if exists mart.superseded_reading cascade;

create view mart.superseded_reading as
select
    capture_key,
    article_key,
    source_id,
    url,
    captured_at,
    extractor_name,
    extractor_version,
    replaced_by_version,
    replaced_at,
    record ->> 'headline' as headline,
    record ->> 'article_body' as article_body,
    (record ->> 'date_published')::timestamptz as date_published,
    record
from ops.superseded_reading;

comment on view mart.superseded_reading is
'What an earlier version of the extractor made of a page, where today''s makes something else of the same bytes. No edit.';
comment on column mart.superseded_reading.capture_key is 'The capture.';
comment on column mart.superseded_reading.article_key is 'The article that it was taken for.';
comment on column mart.superseded_reading.source_id is 'The source.';
comment on column mart.superseded_reading.url is 'The URL.';
comment on column mart.superseded_reading.captured_at is 'When the page was captured.';
comment on column mart.superseded_reading.extractor_name is 'The extractor that said so.';
comment on column mart.superseded_reading.extractor_version is 'Its version, and what the source file told it.';
comment on column mart.superseded_reading.replaced_by_version is 'The version that reads it otherwise; null where that finds no article.';
comment on column mart.superseded_reading.replaced_at is 'When it was replaced last.';
comment on column mart.superseded_reading.headline is 'The headline that it read.';
comment on column mart.superseded_reading.article_body is 'The body that it read, before anything was stripped from it.';
comment on column mart.superseded_reading.date_published is 'The date of publication that it read.';
comment on column mart.superseded_reading.record is 'Every field that it read: field -> value.';
