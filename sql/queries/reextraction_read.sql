select
    interval_start,
    interval_end,
    promote,
    max_newly_rejected_percent,
    max_emptied_percent,
    max_redated_percent,
    sample_size
from ops.reextraction
where run_id = %(run_id)s;
