-- What every role may call by default, and only Newshouse needs: locks that have no owner, by which an analyst could hold up runs, and
-- large objects, which fill the disk. Only a superuser can take it from them; the embedded server does the same at its start.
\connect warehouse

do $$
declare
    found record;
begin
    for found in
        select pg_proc.oid::regprocedure as called
        from pg_proc
        where
            pg_proc.pronamespace = 'pg_catalog'::regnamespace
            and (
                pg_proc.proname ~ '^pg_(try_)?advisory_.*lock'
                or pg_proc.proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import')
            )
    loop
        execute format('revoke execute on function %s from public', found.called);
        execute format('grant execute on function %s to newshouse_etl', found.called);
    end loop;
end
$$;
