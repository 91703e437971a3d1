-- what became of a URL in a replay; no row before the replay has begun
select
    run.finished_at,
    run.outcome as run_outcome,
    url_outcome.outcome,
    url_outcome.reason,
    url_outcome.detail,
    url_outcome.article_key
from ops.run
left join ops.url_outcome on run.run_id = url_outcome.run_id and url_outcome.url_key = %(url_key)s
where run.run_id = %(run_id)s
limit 1;
