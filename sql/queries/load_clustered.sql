-- The clusters that the affected articles should form, to be filled by a copy.
create temporary table clustered (
    article_key uuid not null,
    cluster_key uuid not null,
    origin_article_key uuid not null,
    member_count integer not null,
    similarity real not null,
    containment real not null,
    date_published timestamptz,
    origin_published_at timestamptz
) on commit drop;
