-- Records that no capture says any more, since another extractor version has read it otherwise.
create temporary table orphan on commit drop as
select
    article_record.article_key,
    article_record.record_hash,
    article_record.authors,
    article_record.block_keys
from touched
inner join warehouse.article_record on touched.article_key = article_record.article_key
where
    not touched.is_new
    and not exists (
        select 1
        from warehouse.article_capture
        where article_capture.article_key = article_record.article_key and article_capture.record_hash = article_record.record_hash
    );
