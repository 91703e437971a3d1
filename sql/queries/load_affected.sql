-- The articles that were in a cluster with one that is signed anew or is met, and those that are met; with their signatures, as far as
-- they have any now.
with met as (
    select listed.article_key
    from unnest(%(met)s::uuid[]) as listed (article_key)
),

named as (
    select met.article_key
    from met
    union
    select unsigned.article_key
    from unsigned
),

affected as (
    select met.article_key
    from met
    union
    select fellow.article_key
    from named
    inner join warehouse.cluster_member on named.article_key = cluster_member.article_key
    inner join warehouse.cluster_member as fellow on cluster_member.cluster_key = fellow.cluster_key
)

select
    affected.article_key,
    story_signature.place,
    story_signature.dated_at,
    story_signature.sketch
from affected
left join warehouse.story_signature on affected.article_key = story_signature.article_key;
