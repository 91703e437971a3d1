-- the history of one article, without its texts
select
    valid_from,
    valid_to,
    is_current,
    change_kind,
    headline,
    word_count,
    capture_key,
    extractor_name,
    extractor_version
from warehouse.article_revision
where article_key = %(article_key)s
order by valid_from desc;
