-- The lines that have become, or ceased to be, no evidence of a copy.
create temporary table shared_change on commit drop as
with shared_now as (
    select block_key
    from warehouse.boilerplate_block
    where source_id = %(source_id)s and (is_stripped or distinct_count >= %(shared_stories)s)
)

select coalesce(shared_before.block_key, shared_now.block_key) as block_key
from shared_before
full join shared_now on shared_before.block_key = shared_now.block_key
where shared_before.block_key is null or shared_now.block_key is null;
