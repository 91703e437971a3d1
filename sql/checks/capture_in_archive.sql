-- Law 2, the warehouse is a function of the archive: every observation of an article that the run met is in the archive's index.
with met as (
    select distinct article_key
    from ops.url_outcome
    where run_id = %(run_id)s and article_key is not null
)

select
    met.article_key,
    article_capture.capture_key
from met
inner join warehouse.article_capture on met.article_key = article_capture.article_key
where
    not exists (
        select 1
        from raw.capture
        where capture.capture_key = article_capture.capture_key and capture.captured_at = article_capture.captured_at
    );
