select raw.ensure_capture_month(month_start)
from unnest(%(months)s::timestamptz[]) as listed (month_start);
