update raw.warc_file
set
    closed_at = %(now)s,
    record_count = %(record_count)s
where warc_file = %(warc_file)s;
