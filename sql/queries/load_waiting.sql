-- The URLs of the run that wait for this load.
create temporary table waiting on commit drop as
select
    url_key,
    capture_key
from ops.url_outcome
where
    run_id = %(run_id)s
    and source_id = %(source_id)s
    and outcome = 'pending'
    and reason = 'not_loaded';
