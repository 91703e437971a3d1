select
    source_id,
    origin
from warehouse.source;
