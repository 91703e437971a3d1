-- What runs left in staging that were given up.
with forgotten as (
    delete from staging.rejection
    where not exists (select 1 from ops.run where run.run_id = rejection.run_id and run.started_at >= %(before)s)
)

delete from staging.article
where not exists (select 1 from ops.run where run.run_id = article.run_id and run.started_at >= %(before)s);
