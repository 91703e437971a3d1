-- How many of its articles does each source edit after publishing, and what in them?
select
    source_name,
    sum(article_count) as article_count,
    sum(revised_count) as revised_count,
    round(100.0 * sum(revised_count) / sum(article_count), 1) as percent_revised,
    sum(headline_revised_count) as headline_revised_count,
    sum(body_revised_count) as body_revised_count,
    sum(correction_count) as correction_count
from mart.edit_activity
group by source_name
order by percent_revised desc, source_name;
