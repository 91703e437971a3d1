-- A cluster has at least two members, one of them its origin, and counts them rightly.
with met as (
    select distinct cluster_member.cluster_key
    from ops.url_outcome
    inner join warehouse.cluster_member on url_outcome.article_key = cluster_member.article_key
    where url_outcome.run_id = %(run_id)s
)

select
    met.cluster_key,
    story_cluster.member_count as counted,
    count(*) as member_count,
    count(*) filter (where cluster_member.is_origin) as origin_count
from met
inner join warehouse.story_cluster on met.cluster_key = story_cluster.cluster_key
inner join warehouse.cluster_member on met.cluster_key = cluster_member.cluster_key
group by met.cluster_key, story_cluster.member_count
having count(*) < 2 or count(*) <> story_cluster.member_count or count(*) filter (where cluster_member.is_origin) <> 1;
