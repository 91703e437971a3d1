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
where (%(source_id)s::text is null or source_id = %(source_id)s)
order by name, source_id;
