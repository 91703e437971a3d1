-- URLs whose page is in the archive already: a page wins over an error, a later capture over an earlier one. A status of 304 stands
-- for the page that it confirms; a payload that was left unread was reserved, or no page.
select distinct on (waiting.url_key)
    waiting.url_key,
    capture.capture_key,
    capture.status,
    coalesce(capture.truncated = 'unspecified', false) as is_left_unread,
    coalesce(capture.tdm_reservation, 'none') <> 'none' as is_reserved,
    coalesce(capture.truncated, '') <> 'unspecified'
    and (
        capture.status = 200
        or capture.status = 304
        and exists (
            select 1
            from raw.capture as page
            where
                page.url_key = capture.url_key
                and page.payload_digest = capture.payload_digest
                and page.status = 200
        )
    ) as is_page
from ops.url_outcome as waiting
inner join ops.run on waiting.run_id = run.run_id
inner join raw.capture on waiting.url_key = capture.url_key
where
    waiting.run_id = %(run_id)s
    and waiting.source_id = %(source_id)s
    and waiting.outcome = 'pending'
    and waiting.reason in ('not_fetched', 'host_busy')
    and capture.status not in (408, 425, 429)
    and capture.status < 500
    and capture.truncated is distinct from 'time'
    and (run.mode <> 'refetch' or capture.captured_at >= run.started_at)
order by waiting.url_key, is_page desc, capture.captured_at desc, capture.capture_key desc;
