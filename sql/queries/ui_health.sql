-- how full the fields of one source's articles are, week by week
select
    field,
    date_trunc('week', published_on)::date as week,
    sum(article_count)::integer as article_count,
    sum(filled_count)::integer as filled_count
from mart.source_health
where source_id = %(source_id)s and published_on between %(since)s and %(until)s
group by field, date_trunc('week', published_on)
order by field, week;
