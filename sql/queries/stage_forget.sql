delete from staging.article
where run_id = %(run_id)s;
