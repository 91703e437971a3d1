select warc_file
from raw.warc_file
where source_id = %(source_id)s and closed_at is null
order by warc_file collate "C";
