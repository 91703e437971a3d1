select
    count(distinct article_key) as articles,
    count(distinct url_key) as urls,
    count(distinct url_key) filter (where is_alias) as aliases
from staging.article
where run_id = %(run_id)s and source_id = %(source_id)s;
