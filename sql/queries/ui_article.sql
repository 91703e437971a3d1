-- one article as it stands
select
    article_key,
    source_id,
    source_name,
    url,
    headline,
    date_published,
    pub_status,
    first_captured_at,
    last_captured_at,
    revision_count,
    cluster_key
from mart.article_current
where article_key = %(article_key)s;
