-- Clusters that had an affected member, and are not as they should be.
delete from warehouse.story_cluster as held
where
    held.cluster_key in (
        select cluster_member.cluster_key
        from warehouse.cluster_member
        where cluster_member.article_key = any(%(article_keys)s::uuid[])
    )
    and not exists (
        select 1
        from clustered
        where
            clustered.cluster_key = held.cluster_key
            and clustered.origin_article_key = held.origin_article_key
            and clustered.member_count = held.member_count
    );
