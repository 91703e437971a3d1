-- one run, or the latest where no id is given
select
    run_id,
    kind,
    mode,
    interval_start,
    interval_end,
    started_at,
    finished_at,
    outcome
from ops.run
where coalesce(run_id = %(run_id)s, true)
order by started_at desc
limit 1
