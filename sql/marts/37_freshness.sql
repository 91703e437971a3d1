-- How recent is what the warehouse holds of each source.

drop view if exists mart.freshness cascade;

create view mart.freshness as
select
    source.source_id,
    source.name as source_name,
    newest.latest_published_at,
    seen.latest_seen_at,
    worked.latest_good_run_at,
    recent.article_count as recent_article_count,
    now() - newest.latest_published_at as age,
    case when recent.article_count > 0 then interval '28 days' / recent.article_count end as usual_gap
from warehouse.source
cross join
    lateral (
        select max(fact_article.date_published) as latest_published_at
        from mart.fact_article
        where fact_article.source_id = source.source_id
    ) as newest
cross join
    lateral (
        select max(fact_article.first_seen_at) as latest_seen_at
        from mart.fact_article
        where
            fact_article.source_id = source.source_id
            and fact_article.date_published > newest.latest_published_at - interval '2 days'
    ) as seen
left join lateral (
    select sum(fact_source_day.article_count)::integer as article_count
    from mart.fact_source_day
    where
        fact_source_day.source_id = source.source_id
        and fact_source_day.published_on > (newest.latest_published_at at time zone 'UTC')::date - 28
) as recent on true
left join lateral (
    select max(source_run.finished_at) as latest_good_run_at
    from ops.source_run
    inner join ops.run on source_run.run_id = run.run_id
    where
        source_run.source_id = source.source_id
        and source_run.outcome in ('ok', 'partial', 'empty')
        and run.kind in ('nightly', 'backfill', 'manual') -- the others ask no source for its days
        and not coalesce((run.parameters ->> 'is_dry_run')::boolean, false)
) as worked on true;

comment on view mart.freshness is 'How recent is what the warehouse holds of each source, and how often the source publishes.';
comment on column mart.freshness.source_id is 'The source.';
comment on column mart.freshness.source_name is 'Its name.';
comment on column mart.freshness.latest_published_at is 'Publication of its newest article.';
comment on column mart.freshness.latest_seen_at is 'When an article of the two days up to it was first captured last.';
comment on column mart.freshness.latest_good_run_at is 'When a run for its days, not a dry one, last finished with it, without failing.';
comment on column mart.freshness.recent_article_count is 'Articles of the 28 days up to the newest one.';
comment on column mart.freshness.age is 'Time since latest_published_at.';
comment on column mart.freshness.usual_gap is
'Time between articles, on average of these 28 days: an age of many gaps is a silence, or a fault.';
