-- How full are the fields of each source, in percent of its articles?
select
    source_name,
    field,
    sum(article_count) as article_count,
    round(100.0 * sum(filled_count) / sum(article_count)) as percent_filled
from mart.source_health
group by source_name, field
order by source_name, percent_filled desc, field;
