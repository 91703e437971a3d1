-- URLs that were taken down after this run had opened them, or that show an article which was: these are tombstones from now on.
with waiting as (
    select
        url_outcome.url_key,
        url_outcome.url,
        (
            select staged.article_key
            from staging.article as staged
            inner join ops.tombstone on staged.article_key = tombstone.article_key
            where
                staged.run_id = url_outcome.run_id
                and staged.source_id = url_outcome.source_id
                and staged.url_key = url_outcome.url_key
            order by staged.captured_at desc
            limit 1
        ) as article_key
    from ops.url_outcome
    where
        url_outcome.run_id = %(run_id)s
        and url_outcome.source_id = %(source_id)s
        and url_outcome.outcome = 'pending'
        and url_outcome.reason = 'not_loaded'
        and exists (select 1 from ops.tombstone where tombstone.source_id = %(source_id)s)
),

refused as (
    select
        waiting.url_key,
        waiting.url,
        waiting.article_key
    from waiting
    where
        waiting.article_key is not null
        or exists (select 1 from ops.tombstone where tombstone.url_key = waiting.url_key)
),

put as (
    insert into ops.tombstone (url_key, source_id, url, article_key, reason, requested_at)
    select
        refused.url_key,
        %(source_id)s as source_id,
        refused.url,
        refused.article_key,
        'another address of an article that was taken down' as reason,
        %(now)s as requested_at
    from refused
    order by refused.url_key
    on conflict (url_key) do nothing
)

update ops.url_outcome
set
    outcome = 'skipped',
    reason = 'taken_down',
    detail = null,
    decided_at = %(now)s
from refused
where
    url_outcome.run_id = %(run_id)s
    and url_outcome.source_id = %(source_id)s
    and url_outcome.url_key = refused.url_key;
