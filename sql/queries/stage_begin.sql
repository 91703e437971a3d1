-- Makes room for the rows of these captures.
delete from staging.article
where
    run_id = %(run_id)s
    and source_id = %(source_id)s
    and capture_key = any(%(capture_keys)s::uuid[]);
