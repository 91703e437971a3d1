-- A file that is indexed again keeps its first row. One that a source listed before it was replayed is from now on a replayed one: all of
-- its pages are loaded, whatever their dates.
insert into raw.warc_file as held (warc_file, source_id, opened_at)
values (%(warc_file)s, %(source_id)s, %(now)s)
on conflict (warc_file) do update
    set source_id = excluded.source_id
    where excluded.source_id = 'replay' and held.source_id <> 'replay';
