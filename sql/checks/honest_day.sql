-- Law 3, a past day is honest: what a run loads for an interval is an article that was, at some time, dated within it.
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
        where
            article_record.article_key = url_outcome.article_key
            and article_record.date_published >= run.interval_start
            and article_record.date_published < run.interval_end
    );
