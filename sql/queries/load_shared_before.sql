-- The lines of the source that were no evidence of a copy before this load, as in load_shared_keys.
create temporary table shared_before on commit drop as
select block_key
from warehouse.boilerplate_block
where source_id = %(source_id)s and (is_stripped or distinct_count >= %(shared_stories)s);
