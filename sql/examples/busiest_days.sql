-- On which days did each source publish most?
select
    source_name,
    published_on,
    article_count,
    round(word_count::numeric / article_count) as words_per_article
from mart.source_daily
order by article_count desc, source_name, published_on
limit 20;
