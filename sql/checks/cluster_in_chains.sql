-- A cluster of more than 50 that the run met, a tenth of which has less than half in common with the origin, is no story but a chain
-- of texts that share what many articles have: boilerplate that is not learned yet, or a template.
with met as (
    select distinct cluster_member.cluster_key
    from ops.url_outcome
    inner join warehouse.cluster_member on url_outcome.article_key = cluster_member.article_key
    where url_outcome.run_id = %(run_id)s
)

select
    met.cluster_key,
    count(*) as member_count,
    count(*) filter (where cluster_member.containment < 0.5) as unlike_count
from met
inner join warehouse.cluster_member on met.cluster_key = cluster_member.cluster_key
group by met.cluster_key
having count(*) > 50 and count(*) filter (where cluster_member.containment < 0.5) * 10 > count(*);
