with counted as (
    select
        field,
        kind,
        count(*) as capture_count
    from differing
    group by field, kind
    union all
    select
        listed.field,
        compared.kind,
        count(*) as capture_count
    from compared
    cross join unnest(%(fields)s::text[]) as listed (field)
    where compared.kind = 'same'
    group by listed.field, compared.kind
    union all
    select
        'article' as field,
        compared.kind,
        count(*) as capture_count
    from compared
    group by compared.kind
)

select
    field,
    kind,
    sum(capture_count)::integer as capture_count
from counted
group by field, kind
order by field, kind;
