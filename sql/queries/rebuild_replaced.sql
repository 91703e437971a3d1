-- The captures that another version of the extractor has read than the one which will read everything anew.
create temporary table replaced on commit drop as
select
    held.capture_key,
    reading.version as replaced_by_version
from warehouse.article_capture as held
inner join warehouse.article on held.article_key = article.article_key
inner join jsonb_to_recordset(%(rows)s::jsonb) as reading (source_id text, version text) on article.source_id = reading.source_id
where held.extractor_version <> reading.version;
