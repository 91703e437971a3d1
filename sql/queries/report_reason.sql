-- why URLs of one run did not become articles, source by source, most frequent first
select
    source_id,
    outcome,
    reason,
    count(*) as url_count
from ops.url_outcome
where
    run_id = %(run_id)s
    and reason is not null
group by source_id, outcome, reason
order by source_id, url_count desc, outcome, reason
