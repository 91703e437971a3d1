-- The books of one source in one run, counted from its URLs.
select
    count(*) as discovered,
    count(*) filter (where outcome = 'loaded') as loaded,
    count(*) filter (where is_revision) as revised,
    count(*) filter (where outcome = 'unchanged') as unchanged,
    count(*) filter (where outcome = 'duplicate') as duplicate,
    count(*) filter (where outcome = 'rejected') as rejected,
    count(*) filter (where outcome = 'skipped') as skipped,
    count(*) filter (where outcome = 'pending') as pending
from ops.url_outcome
where run_id = %(run_id)s and source_id = %(source_id)s;
