insert into warehouse.story_cluster (cluster_key, body_hash, origin_article_key, member_count)
select distinct
    copy.cluster_key,
    copy.body_hash,
    copy.origin_article_key,
    copy.member_count
from copy
where
    copy.member_count >= 2
    and not exists (select 1 from warehouse.story_cluster as held where held.cluster_key = copy.cluster_key)
order by copy.cluster_key;
