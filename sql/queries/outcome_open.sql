-- The candidates of a run, in the order of their URLs: those known to lie in the interval, or hinted to, or unknown.
-- An unknown one that another run has rejected already is not asked again and again. Without network only archived ones count, unless
-- listed, and a known date rules nothing out: an earlier capture may bear the date that the publisher had given before.
-- A dry run decides at once, and says of each URL what a run would do.
-- Where late ones are taken, also what no run has had before it, or has only left pending, of days that an earlier run was for.
with late as (
    select ledger.url_key
    from raw.discovered_url as ledger
    where
        ledger.source_id = %(source_id)s
        and coalesce(ledger.date_published, ledger.date_hint) >= %(late_from)s::timestamptz
        and coalesce(ledger.date_published, ledger.date_hint) < %(interval_start)s::timestamptz
        and exists (
            select 1
            from ops.run
            inner join ops.source_run on run.run_id = source_run.run_id
            where
                source_run.source_id = ledger.source_id
                and run.interval_start <= coalesce(ledger.date_published, ledger.date_hint)
                and run.interval_end > coalesce(ledger.date_published, ledger.date_hint)
                and not coalesce((run.parameters ->> 'is_dry_run')::boolean, false)
        )
        and not exists (
            select 1
            from ops.url_outcome as known
            where known.url_key = ledger.url_key and known.outcome <> 'pending' and known.run_id <> %(run_id)s
        )
),

candidate as (
    select
        ledger.url_key,
        ledger.url
    from raw.discovered_url as ledger
    where
        ledger.source_id = %(source_id)s
        and (
            not %(is_from_archive)s
            or %(is_listed)s
            or exists (select 1 from raw.capture where capture.url_key = ledger.url_key)
        )
        and (
            ledger.url_key = any(%(url_keys)s::uuid[])
            or (ledger.date_published >= %(interval_start)s::timestamptz and ledger.date_published < %(interval_end)s::timestamptz)
            or (
                (ledger.date_published is null or %(is_from_archive)s)
                and ledger.date_hint >= %(interval_start)s::timestamptz - %(slack)s::interval
                and ledger.date_hint < %(interval_end)s::timestamptz + %(slack)s::interval
            )
            or ledger.url_key in (select late.url_key from late)
            or (
                not %(is_listed)s
                and (ledger.date_published is null or %(is_from_archive)s)
                and ledger.date_hint is null
                and (
                    %(is_from_archive)s
                    or not exists (
                        select 1
                        from ops.quarantine
                        where quarantine.url_key = ledger.url_key and quarantine.first_run_id <> %(run_id)s
                    )
                )
            )
        )
),

numbered as (
    select
        url_key,
        url,
        url_key in (select tombstone.url_key from ops.tombstone) as is_taken_down,
        row_number() over (order by url collate "C", url_key) as place
    from candidate
)

insert into ops.url_outcome (run_id, source_id, url_key, url, outcome, reason, detail, decided_at)
select
    %(run_id)s as run_id,
    %(source_id)s as source_id,
    url_key,
    url,
    case when %(is_dry_run)s or is_taken_down then 'skipped' else 'pending' end as outcome,
    case
        when is_taken_down then 'taken_down'
        when %(is_dry_run)s then 'dry_run'
        when place > %(max_articles)s::integer then 'budget_spent'
        else 'not_fetched'
    end as reason,
    case
        when not %(is_dry_run)s then null
        when place > %(max_articles)s::integer then 'would wait for another run: over max_articles'
        when not %(is_refetch)s and exists (
            select 1
            from raw.capture
            where
                capture.url_key = numbered.url_key
                and capture.status not in (408, 425, 429)
                and capture.status < 500
                and capture.truncated is distinct from 'time'
        ) then 'would be read from the archive'
        when %(is_from_archive)s then 'would be left alone: not in the archive'
        else 'would be fetched, if robots.txt allows it'
    end as detail,
    %(now)s as decided_at
from numbered
order by url_key;
