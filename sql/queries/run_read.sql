select
    run_id,
    mode,
    interval_start,
    interval_end,
    started_at,
    parameters
from ops.run
where run_id = %(run_id)s;
