select block_key
from warehouse.boilerplate_block
where source_id = %(source_id)s and is_stripped;
