-- A file that is indexed again keeps its first row.
insert into raw.warc_file as held (warc_file, source_id, opened_at)
values (%(warc_file)s, %(source_id)s, %(now)s)
on conflict (warc_file) do nothing;
