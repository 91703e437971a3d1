-- What the changed articles counted for so far.
create temporary table fact_before on commit drop as
select
    fact_article.article_key,
    fact_article.source_id,
    fact_article.section_key,
    fact_article.published_on,
    fact_article.in_language,
    fact_article.terms
from mart.fact_article
inner join changed on fact_article.article_key = changed.article_key;
