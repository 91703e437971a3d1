delete from warehouse.cluster_member as held
where
    held.article_key = any(%(article_keys)s::uuid[])
    and not exists (
        select 1
        from clustered
        where
            clustered.article_key = held.article_key
            and clustered.cluster_key = held.cluster_key
            and clustered.similarity = held.similarity
            and clustered.containment = held.containment
            and (clustered.article_key = clustered.origin_article_key) = held.is_origin
            and (clustered.date_published - clustered.origin_published_at) is not distinct from held.lag
    );
