-- whether the quarantine holds anything that this run rejected last
select exists(select 1 from ops.quarantine where last_run_id = %(run_id)s) as is_any;
