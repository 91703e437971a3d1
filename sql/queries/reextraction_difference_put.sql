insert into ops.reextraction_difference (run_id, source_id, field, kind, capture_count)
select
    %(run_id)s as run_id,
    %(source_id)s as source_id,
    field,
    kind,
    capture_count
from jsonb_to_recordset(%(rows)s::jsonb) as counted (field text, kind text, capture_count integer);
