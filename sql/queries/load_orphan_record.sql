delete from warehouse.article_record
using orphan
where article_record.article_key = orphan.article_key and article_record.record_hash = orphan.record_hash;
