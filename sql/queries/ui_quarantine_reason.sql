-- how much is in quarantine, by source and reason
select
    quarantine.source_id,
    quarantine.reason,
    count(*) as page_count,
    coalesce(source.name, quarantine.source_id) as source_name
from ops.quarantine
left join warehouse.source on quarantine.source_id = source.source_id
group by quarantine.source_id, source.name, quarantine.reason
order by page_count desc, quarantine.source_id, quarantine.reason;
