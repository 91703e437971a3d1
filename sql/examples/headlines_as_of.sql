-- What did edited articles say just before their last edit, and what do they say now?
select
    article_current.source_name,
    said.headline as headline_then,
    article_current.headline as headline_now,
    article_current.word_count - said.word_count as words_more
from mart.fact_article
cross join mart.article_as_of(fact_article.last_edited_at - interval '1 microsecond') as said
inner join mart.article_current on fact_article.article_key = article_current.article_key
where fact_article.last_edited_at is not null and said.article_key = fact_article.article_key
order by article_current.source_name, article_current.headline;
