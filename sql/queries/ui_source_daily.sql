-- what each source, or one, published on each day of a window
select
    source_id,
    source_name,
    published_on,
    article_count,
    revised_count,
    copy_count
from mart.source_daily
where
    published_on >= %(since)s
    and published_on <= %(until)s
    and (%(source_id)s::text is null or source_id = %(source_id)s)
order by source_id, published_on;
