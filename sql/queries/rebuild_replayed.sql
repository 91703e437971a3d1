-- the pages that came in WARC files from elsewhere, whatever their dates; what else those files held (feeds, robots.txt) is in no ledger
select distinct
    capture.source_id,
    capture.url_key
from raw.capture
inner join raw.discovered_url on capture.url_key = discovered_url.url_key
where capture.warc_file like 'replay/%%'
order by capture.source_id, capture.url_key;
