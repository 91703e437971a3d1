select verdict
from ops.reextraction_source
where run_id = %(run_id)s and source_id = %(source_id)s;
