-- How much of each source is signed by people, by agencies and desks, or by nobody?
select
    dim_source.name as source_name,
    count(*) as article_count,
    count(*) filter (where signed.by_people) as by_people,
    count(*) filter (where signed.by_organizations and not signed.by_people) as by_organizations,
    count(*) filter (where signed.by_people is null) as by_nobody
from mart.fact_article
inner join mart.dim_source on fact_article.source_id = dim_source.source_id
cross join
    lateral (
        select
            bool_or(not dim_author.is_organization) as by_people,
            bool_or(dim_author.is_organization) as by_organizations
        from mart.bridge_article_author
        inner join mart.dim_author on bridge_article_author.author_key = dim_author.author_key
        where bridge_article_author.article_key = fact_article.article_key
    ) as signed
group by dim_source.name
order by dim_source.name;
