delete from mart.fact_article
using fact_before
where
    fact_article.article_key = fact_before.article_key
    and not exists (select 1 from fact_after where fact_after.article_key = fact_before.article_key);
