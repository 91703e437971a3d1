-- what a re-extraction found, source by source; no rows for any other run
select
    reextraction_source.source_id,
    reextraction_source.verdict,
    reextraction_source.reason,
    reextraction_source.capture_count,
    reextraction_source.same_count,
    reextraction_source.changed_count,
    reextraction_source.newly_accepted_count,
    reextraction_source.newly_rejected_count,
    reextraction_source.still_rejected_count
from ops.reextraction_source
where
    reextraction_source.run_id = %(run_id)s
    and coalesce(reextraction_source.source_id = %(source_id)s, true)
order by reextraction_source.source_id
