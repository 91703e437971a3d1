insert into warehouse.cluster_member (article_key, cluster_key, similarity, is_origin, lag)
select
    copy.article_key,
    copy.cluster_key,
    1 as similarity,
    copy.article_key = copy.origin_article_key as is_origin,
    copy.date_published - copy.origin_published_at as lag
from copy
where
    copy.member_count >= 2
    and not exists (select 1 from warehouse.cluster_member as held where held.article_key = copy.article_key)
order by copy.article_key;
