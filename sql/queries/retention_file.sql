-- Old files of the archive of which the index has nothing any more.
select warc_file
from raw.warc_file
where
    closed_at < %(before)s
    and not exists (select 1 from raw.capture where capture.warc_file = warc_file.warc_file)
order by warc_file;
