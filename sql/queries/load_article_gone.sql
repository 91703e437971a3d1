delete from warehouse.article
using touched
where
    article.article_key = touched.article_key
    and not touched.is_new
    and not exists (select 1 from warehouse.article_capture where article_capture.article_key = article.article_key);
