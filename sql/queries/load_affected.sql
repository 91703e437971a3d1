-- These articles, and all that were in a cluster with one of them, as far as they have a signature now.
with named as (
    select listed.article_key
    from unnest(%(article_keys)s::uuid[]) as listed (article_key)
)

select
    article_key,
    place,
    dated_at,
    sketch
from warehouse.story_signature
where
    article_key in (
        select named.article_key
        from named
        union
        select fellow.article_key
        from named
        inner join warehouse.cluster_member on named.article_key = cluster_member.article_key
        inner join warehouse.cluster_member as fellow on cluster_member.cluster_key = fellow.cluster_key
    );
