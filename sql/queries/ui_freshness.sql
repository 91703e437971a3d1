-- how recent what the warehouse holds of each source is
select
    source_id,
    source_name,
    latest_published_at,
    latest_good_run_at,
    recent_article_count,
    age,
    usual_gap
from mart.freshness
order by source_name, source_id;
