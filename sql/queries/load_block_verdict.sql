update warehouse.boilerplate_block as held
set verdict = judged.verdict
from judged
where held.block_key = judged.block_key and held.verdict <> judged.verdict;
