-- Makes room for what is made of these captures.
with forgotten as (
    delete from staging.rejection
    where
        run_id = %(run_id)s
        and source_id = %(source_id)s
        and capture_key = any(%(capture_keys)s::uuid[])
)

delete from staging.article
where
    run_id = %(run_id)s
    and source_id = %(source_id)s
    and capture_key = any(%(capture_keys)s::uuid[]);
