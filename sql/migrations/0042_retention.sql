-- That a feed was read at a time is remembered for ever, the feed itself only as long as the retention says.

alter table raw.discovery_document drop constraint discovery_document_capture_key_captured_at_fkey;
comment on column raw.discovery_document.capture_key is
'Its capture; it may have gone by retention, this row stays: a past day is honest by it.';

create function raw.drop_empty_capture_months(before timestamptz) returns integer
language plpgsql
as $$
declare
    month record;
    is_empty boolean;
    dropped integer := 0;
begin
    for month in
        select
            child.relname,
            to_date(substring(child.relname from 'capture_(\d{4}_\d{2})$'), 'YYYY_MM') + interval '1 month' as month_end
        from pg_inherits
        inner join pg_class as child on pg_inherits.inhrelid = child.oid
        where pg_inherits.inhparent = 'raw.capture'::regclass and child.relname ~ 'capture_\d{4}_\d{2}$'
        order by child.relname
    loop
        continue when month.month_end at time zone 'UTC' > before;
        execute format('select not exists (select 1 from raw.%I)', month.relname) into is_empty;
        if is_empty then
            execute format('drop table raw.%I', month.relname);
            dropped := dropped + 1;
        end if;
    end loop;
    return dropped;
end
$$;
comment on function raw.drop_empty_capture_months is 'Drops the partitions of raw.capture that end by the instant and hold nothing.';
