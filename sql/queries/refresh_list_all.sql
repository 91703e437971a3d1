-- Lists every article, day by day, so that a portion has few days.
insert into ops.article_change (article_key)
select revision_span.article_key
from warehouse.revision_span
inner join warehouse.article_record
    on revision_span.article_key = article_record.article_key and revision_span.record_hash = article_record.record_hash
where revision_span.is_current
order by article_record.date_published, revision_span.article_key;
