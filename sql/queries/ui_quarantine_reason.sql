-- how much is in quarantine, by source and reason
with counted as (
    select
        source_id,
        reason,
        count(*) as page_count
    from ops.quarantine
    group by source_id, reason
)

select
    counted.source_id,
    counted.reason,
    counted.page_count,
    coalesce(source.name, counted.source_id) as source_name
from counted
left join warehouse.source on counted.source_id = source.source_id
order by counted.page_count desc, counted.source_id, counted.reason;
