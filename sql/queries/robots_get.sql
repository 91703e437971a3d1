select
    host,
    fetched_at,
    status,
    body,
    tdmrep,
    ai_txt
from ops.robots_snapshot
where host = %(host)s and fetched_at > %(fetched_after)s;
