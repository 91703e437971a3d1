delete from warehouse.story_cluster as held
where
    held.body_hash in (select copy.body_hash from copy)
    and not exists (
        select 1
        from copy
        where
            copy.body_hash = held.body_hash
            and copy.cluster_key = held.cluster_key
            and copy.origin_article_key = held.origin_article_key
            and copy.member_count = held.member_count
            and copy.member_count >= 2
    );
