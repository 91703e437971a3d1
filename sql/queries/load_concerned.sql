-- The articles whose bodies may have to change: those touched that have a line which is stripped, and all that have one which is now
-- judged otherwise. In an order of their own, so that they can be read in portions.
create temporary table concerned on commit drop as
with holder as (
    select sighting.article_key
    from sighting
    inner join warehouse.boilerplate_block on sighting.block_key = boilerplate_block.block_key
    where sighting.is_held and boilerplate_block.is_stripped
    union
    select block_sighting.article_key
    from judged
    inner join warehouse.block_sighting on judged.block_key = block_sighting.block_key
    where judged.was_stripped <> (judged.verdict is not null and judged.verdict = 'stripped')
)

select
    article_key,
    row_number() over (order by article_key) as place
from holder;
