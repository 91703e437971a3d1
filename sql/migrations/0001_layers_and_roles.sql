-- The layers (schema = layer), the reading role, and the one key function.
-- Whoever migrates owns and writes everything: in the embedded default and in compose the role newshouse_etl.

create schema if not exists ops;
create schema raw;
create schema staging;
create schema warehouse;
create schema mart;

comment on schema raw is 'What was seen and fetched: the discovery ledger and the index of the archive.';
comment on schema staging is 'What is about to be loaded, per run. May be deleted and rebuilt at any time.';
comment on schema warehouse is 'Articles, their histories and their copies: a function of the archive, free of clocks and sequences.';
comment on schema mart is 'What analysts query.';

do $$
begin
    if not exists (select 1 from pg_roles where rolname = 'analyst') then
        create role analyst nologin;
        alter role analyst set statement_timeout = '5min';
    end if;
exception
    when duplicate_object or unique_violation then
        null; -- another database of this server is being migrated at this moment
    when insufficient_privilege then
        raise exception 'the role analyst is missing, and % may not create it', current_user
            using hint = 'Let a superuser run: create role analyst login password ''...''; then migrate again.';
end
$$;

grant usage on schema mart, warehouse to analyst;
alter default privileges in schema mart grant select on tables to analyst;
alter default privileges in schema warehouse grant select on tables to analyst;

-- The same as newshouse.model.key_of: the first 16 bytes of SHA-256 over the parts, NUL between them.
create function warehouse.key_of(variadic parts text[]) returns uuid
language sql immutable strict parallel safe
return (
    select encode(substring(sha256(string_agg(convert_to(part, 'UTF8'), '\x00'::bytea order by position)) from 1 for 16), 'hex')::uuid
    from unnest(parts) with ordinality as listed (part, position)
);
comment on function warehouse.key_of is 'A key that is the same on every machine and for ever: 16 bytes of SHA-256 over the parts.';

-- `newshouse sql` reads through this: a cursor takes exactly one statement, and only one that returns rows.
create function mart.open_query(query text) returns refcursor
language plpgsql
as $$
declare
    reader refcursor := 'newshouse_reader';
begin
    open reader no scroll for execute query;
    return reader;
end
$$;
comment on function mart.open_query is 'Opens the cursor newshouse_reader over one row-returning statement; anything else is an error.';
