-- What did each source publish on 17 September 2025?
select
    source_name,
    date_published,
    headline,
    word_count
from mart.article_current
where published_on = '2025-09-17'
order by source_name, date_published;
