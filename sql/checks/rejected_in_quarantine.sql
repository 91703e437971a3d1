-- What was rejected stands in quarantine, with the same reason.
select
    url_outcome.source_id,
    url_outcome.url,
    url_outcome.reason
from ops.url_outcome
where
    url_outcome.run_id = %(run_id)s
    and url_outcome.outcome = 'rejected'
    and not exists (
        select 1
        from ops.quarantine
        where quarantine.url_key = url_outcome.url_key and quarantine.reason = url_outcome.reason
    );
