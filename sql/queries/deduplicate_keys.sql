-- What is staged, without the texts: small enough to be measured, so that the planner knows what it deals with.
create temporary table staged_key on commit drop as
select
    article_key,
    url_key,
    url,
    identity,
    canonical_url
from staging.article
where run_id = %(run_id)s and source_id = %(source_id)s;
