-- Who wrote most, and for whom?
select
    author.name,
    article.source_id,
    count(*) as article_count
from warehouse.article_author
inner join warehouse.author on article_author.author_key = author.author_key
inner join warehouse.article on article_author.article_key = article.article_key
where not author.is_organization
group by author.name, article.source_id
order by article_count desc, author.name, article.source_id
limit 20;
