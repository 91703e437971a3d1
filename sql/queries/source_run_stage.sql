select stage
from ops.source_run
where run_id = %(run_id)s and source_id = %(source_id)s
for update;
