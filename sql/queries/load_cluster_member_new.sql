insert into warehouse.cluster_member (article_key, cluster_key, similarity, containment, is_origin, lag)
select
    article_key,
    cluster_key,
    similarity,
    containment,
    article_key = origin_article_key as is_origin,
    date_published - origin_published_at as lag
from clustered
where not exists (select 1 from warehouse.cluster_member as held where held.article_key = clustered.article_key)
order by article_key;
