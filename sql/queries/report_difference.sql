-- in which fields they differ, with one sample each
select
    difference.source_id,
    difference.field,
    difference.kind,
    difference.capture_count,
    sample.url,
    sample.value_before,
    sample.value_after
from ops.reextraction_difference as difference
left join ops.reextraction_sample as sample
    on
        difference.run_id = sample.run_id
        and difference.source_id = sample.source_id
        and difference.field = sample.field
        and difference.kind = sample.kind
        and sample.place = 1
where
    difference.run_id = %(run_id)s
    and coalesce(difference.source_id = %(source_id)s, true)
    and difference.kind not in ('same', 'still_rejected')
    and (difference.field, difference.kind) <> ('article', 'changed')
order by difference.source_id, difference.field, difference.capture_count desc, difference.kind
