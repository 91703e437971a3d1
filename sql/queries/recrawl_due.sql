-- Articles whose own URL was last asked for before the latest step of the ladder that they have come to since they were published.
select distinct ledger.url_key
from raw.discovered_url as ledger
inner join warehouse.article on ledger.url_key = article.url_key
cross join
    lateral (
        select max(ledger.date_published + step.age) as due_at
        from unnest(%(ladder)s::interval[]) as step (age)
        where ledger.date_published + step.age <= %(now)s
    ) as latest
cross join
    lateral (
        select max(capture.captured_at) as asked_at
        from raw.capture
        where capture.url_key = ledger.url_key
    ) as known
where
    ledger.source_id = %(source_id)s
    and ledger.date_published >= %(now)s::timestamptz - %(reach)s::interval
    and ledger.date_published <= %(now)s
    and known.asked_at < latest.due_at
order by ledger.url_key;
