insert into ops.reextraction_source (
    run_id,
    source_id,
    extractor_name,
    extractor_version,
    capture_count,
    same_count,
    changed_count,
    newly_accepted_count,
    newly_rejected_count,
    still_rejected_count,
    verdict,
    reason,
    decided_at
)
select
    %(run_id)s as run_id,
    %(source_id)s as source_id,
    %(extractor_name)s as extractor_name,
    %(extractor_version)s as extractor_version,
    count(*) as capture_count,
    count(*) filter (where kind = 'same') as same_count,
    count(*) filter (where kind = 'changed') as changed_count,
    count(*) filter (where kind = 'newly_accepted') as newly_accepted_count,
    count(*) filter (where kind = 'newly_rejected') as newly_rejected_count,
    count(*) filter (where kind = 'still_rejected') as still_rejected_count,
    %(verdict)s as verdict,
    %(reason)s as reason,
    %(now)s as decided_at
from compared;
