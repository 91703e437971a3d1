-- not_loaded is among the reasons, since a crash of Postgres empties the staging tables.
-- A page that came in a file from elsewhere is loaded whatever its date, and so are all other captures of its address.
select
    capture.source_id,
    capture.url,
    capture.final_url,
    capture.captured_at,
    capture.status,
    capture.content_type,
    capture.payload_digest,
    capture.size_bytes,
    capture.warc_file,
    capture.warc_offset,
    capture.warc_length,
    capture.etag,
    capture.last_modified,
    capture.robots_decision,
    capture.truncated,
    capture.role,
    capture.tdm_reservation,
    case
        when %(staged_by)s::text[] is null
            then
                exists (
                    select 1
                    from warehouse.article_capture
                    where
                        article_capture.capture_key = capture.capture_key
                        and article_capture.extractor_name = %(extractor_name)s
                        and article_capture.extractor_version = %(extractor_version)s
                )
        else exists (
            select 1
            from staging.article as staged
            where
                staged.run_id = any(%(staged_by)s::text[])
                and staged.source_id = capture.source_id
                and staged.capture_key = capture.capture_key
        )
    end as is_observed,
    bool_or(warc_file.source_id = 'replay') over (partition by capture.url_key) as is_replayed
from ops.url_outcome as waiting
inner join raw.capture on waiting.url_key = capture.url_key
inner join raw.warc_file on capture.warc_file = warc_file.warc_file
where
    waiting.run_id = %(run_id)s
    and waiting.source_id = %(source_id)s
    and waiting.outcome = 'pending'
    and waiting.reason in ('not_extracted', 'not_loaded')
    and capture.status = 200
    and capture.truncated is distinct from 'unspecified'
order by waiting.url collate "C", capture.captured_at, capture.capture_key;
