delete from raw.warc_file
where
    warc_file = %(warc_file)s
    and not exists (select 1 from raw.capture where capture.warc_file = %(warc_file)s);
