with forgotten as (
    delete from staging.rejection
    where run_id = %(run_id)s
)

delete from staging.article
where run_id = %(run_id)s;
