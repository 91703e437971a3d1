delete from warehouse.cluster_member as held
using warehouse.story_cluster
where
    held.cluster_key = story_cluster.cluster_key
    and story_cluster.body_hash in (select copy.body_hash from copy)
    and not exists (
        select 1
        from copy
        where
            copy.article_key = held.article_key
            and copy.member_count >= 2
            and copy.cluster_key = held.cluster_key
            and (copy.article_key = copy.origin_article_key) = held.is_origin
            and (copy.date_published - copy.origin_published_at) is not distinct from held.lag
    );
