select source_id
from ops.source_run
where run_id = %(run_id)s
order by source_id collate "C";
