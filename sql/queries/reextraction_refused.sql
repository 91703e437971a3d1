-- The URLs of which no capture gives an article any more, or did before, with the reason of the latest.
select distinct on (rejection.url_key)
    rejection.url_key,
    rejection.capture_key,
    rejection.reason,
    rejection.detail
from staging.rejection
inner join ops.url_outcome
    on
        rejection.run_id = url_outcome.run_id
        and rejection.source_id = url_outcome.source_id
        and rejection.url_key = url_outcome.url_key
inner join raw.capture on rejection.capture_key = capture.capture_key
where
    rejection.run_id = %(run_id)s
    and rejection.source_id = %(source_id)s
    and url_outcome.outcome = 'pending'
    and not exists (
        select 1
        from staging.article as staged
        where
            staged.run_id = rejection.run_id
            and staged.source_id = rejection.source_id
            and staged.url_key = rejection.url_key
    )
order by rejection.url_key, capture.captured_at desc, capture.capture_key desc;
