-- Old answers that no article stands on: feeds, sitemaps, errors, pages that are no articles or of days that nobody ran for. Every answer
-- of an article's addresses stays: its revisions are made of them, and its withdrawal is told by them.
delete from raw.capture
where
    captured_at < %(before)s
    and not exists (select 1 from warehouse.article_url where article_url.url_key = capture.url_key)
    and not exists (
        select 1
        from ops.url_outcome
        where url_outcome.url_key = capture.url_key and url_outcome.outcome = 'pending'
    );
