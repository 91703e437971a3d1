insert into warehouse.story_cluster (cluster_key, origin_article_key, member_count)
select distinct
    cluster_key,
    origin_article_key,
    member_count
from clustered
where not exists (select 1 from warehouse.story_cluster as held where held.cluster_key = clustered.cluster_key)
order by cluster_key;
