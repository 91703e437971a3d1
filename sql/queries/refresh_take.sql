-- Takes a portion from the list. What is added to it meanwhile stays for the next.
with portion as (
    select change_id
    from ops.article_change
    order by change_id
    limit %(portion)s
),

taken as (
    delete from ops.article_change
    using portion
    where article_change.change_id = portion.change_id
    returning article_change.article_key
)

insert into changed (article_key)
select distinct article_key
from taken;
