-- A portion of the list, which stays as it is; and where the next portion begins, null after the last.
with portion as (
    select
        change_id,
        article_key
    from ops.article_change
    where change_id > %(after)s
    order by change_id
    limit %(portion)s
),

put as (
    insert into changed (article_key)
    select distinct article_key
    from portion
)

select max(change_id) as last_change_id
from portion;
