-- the last day that has articles, of all sources or of one; what claims to be of the future does not count
select max(published_on) as published_on
from mart.source_daily
where published_on <= %(today)s and (%(source_id)s::text is null or source_id = %(source_id)s);
