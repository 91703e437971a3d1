-- the sources by name
select
    source_id,
    name,
    homepage,
    language,
    time_zone,
    country,
    licence,
    terms,
    origin
from warehouse.source
where coalesce(source_id = %(source_id)s, true)
order by name, source_id;
