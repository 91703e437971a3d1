-- Law 3, a past day is honest: what a run loads is an article that was, at some time, dated within an interval that the source has been
-- run for: this run's own, or, for what it met on the way or was announced late, an earlier one's.
select
    url_outcome.source_id,
    url_outcome.url,
    url_outcome.article_key
from ops.run
inner join ops.url_outcome on run.run_id = url_outcome.run_id
where
    run.run_id = %(run_id)s
    and run.interval_start is not null
    and url_outcome.outcome = 'loaded'
    and not exists (
        select 1
        from warehouse.article_record
        inner join ops.source_run as covering on url_outcome.source_id = covering.source_id
        inner join ops.run as covered on covering.run_id = covered.run_id
        where
            article_record.article_key = url_outcome.article_key
            and article_record.date_published >= covered.interval_start
            and article_record.date_published < covered.interval_end
            and not coalesce((covered.parameters ->> 'is_dry_run')::boolean, false)
    );
