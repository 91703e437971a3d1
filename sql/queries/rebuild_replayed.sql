-- The pages that came in files from elsewhere by `newshouse replay`, whatever their dates; not those of files that a source lists, which
-- belong to the days that were run for. What else the files held (feeds, robots.txt) is in no ledger.
select distinct
    capture.source_id,
    capture.url_key
from raw.capture
inner join raw.discovered_url on capture.url_key = discovered_url.url_key
inner join raw.warc_file on capture.warc_file = warc_file.warc_file
where warc_file.source_id = 'replay'
order by capture.source_id, capture.url_key;
