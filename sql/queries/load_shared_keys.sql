-- The lines of the source that are no evidence of a copy: those that are stripped, and those that stand in many different stories.
select block_key
from warehouse.boilerplate_block
where source_id = %(source_id)s and (is_stripped or distinct_count >= %(shared_stories)s);
