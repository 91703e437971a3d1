insert into ops.robots_snapshot as held (host, fetched_at, status, body, tdmrep, ai_txt)
values (%(host)s, %(fetched_at)s, %(status)s, %(body)s, %(tdmrep)s, %(ai_txt)s)
on conflict (host) do update
    set
        fetched_at = excluded.fetched_at,
        status = excluded.status,
        body = excluded.body,
        tdmrep = excluded.tdmrep,
        ai_txt = excluded.ai_txt
    where held.fetched_at < excluded.fetched_at;
