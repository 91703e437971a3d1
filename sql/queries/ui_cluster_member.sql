-- the articles of one story, the origin first
select
    cluster_member.article_key,
    article_current.source_id,
    article_current.source_name,
    article_current.headline,
    article_current.date_published,
    cluster_member.similarity,
    cluster_member.containment,
    cluster_member.is_origin,
    cluster_member.lag
from warehouse.cluster_member
inner join mart.article_current on cluster_member.article_key = article_current.article_key
where cluster_member.cluster_key = %(cluster_key)s
order by cluster_member.is_origin desc, article_current.date_published, cluster_member.article_key
limit %(row_count)s;
