delete from warehouse.boilerplate_block
using judged
where boilerplate_block.block_key = judged.block_key and judged.verdict is null;
