delete from warehouse.article_url
using touched
where
    article_url.article_key = touched.article_key
    and not touched.is_new
    and not exists (
        select 1
        from warehouse.article_capture
        where article_capture.article_key = article_url.article_key and article_capture.url_key = article_url.url_key
    );
