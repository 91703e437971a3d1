-- The signatures made anew, to be filled by a copy.
create temporary table signed (
    article_key uuid not null,
    place bigint not null,
    dated_at timestamptz not null,
    made_of bytea not null,
    keys bigint[] not null,
    sketch bytea not null,
    credits text[] not null
) on commit drop;
