insert into ops.robots_snapshot as held (host, fetched_at, status, body)
values (%(host)s, %(fetched_at)s, %(status)s, %(body)s)
on conflict (host) do update
    set
        fetched_at = excluded.fetched_at,
        status = excluded.status,
        body = excluded.body
    where held.fetched_at < excluded.fetched_at;
