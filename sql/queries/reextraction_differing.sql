-- Of each capture that says something else now: what kind of difference each field shows. A body is compared before anything is
-- stripped from it. Materialised, since a record would else be made into JSON once for each of its fields.
create temporary table differing on commit drop as
with pair as materialized (
    select
        compared.capture_key,
        to_jsonb(reread) as record_after,
        to_jsonb(said)
        || jsonb_build_object('article_body', coalesce(said.full_body, said.article_body), 'identity', article.identity) as record_before
    from compared
    inner join warehouse.article on compared.article_before = article.article_key
    inner join warehouse.article_record as said
        on compared.article_before = said.article_key and compared.hash_before = said.record_hash
    cross join
        lateral (
            -- offset 0 keeps this a look-up for each capture
            select *
            from staging.article as staged
            where staged.run_id = %(run_id)s and staged.source_id = %(source_id)s and staged.capture_key = compared.capture_key
            offset 0
        ) as reread
    where compared.kind = 'changed'
),

told as (
    select
        pair.capture_key,
        listed.field,
        pair.record_before -> listed.field as value_before,
        pair.record_after -> listed.field as value_after
    from pair
    cross join unnest(%(fields)s::text[]) as listed (field)
)

select
    capture_key,
    field,
    case
        when value_before = value_after then 'same'
        when value_before in ('null', '""', '[]', '{}') then 'filled'
        when value_after in ('null', '""', '[]', '{}') then 'emptied'
        when field = 'article_body' and 2 * length(value_after::text) < length(value_before::text) then 'shortened'
        when field = 'article_body' and length(value_after::text) > 2 * length(value_before::text) then 'lengthened'
        when
            field = 'date_published'
            and abs(extract(epoch from (value_after #>> '{}')::timestamptz - (value_before #>> '{}')::timestamptz)) > 86400
            then 'moved'
        else 'changed'
    end as kind
from told;
