-- Of the articles whose own URL the run has: withdrawn or not, by the last definite answer of the publisher.
update warehouse.article as held
set pub_status = answered.pub_status
from (
    select
        article.article_key,
        case when latest.status in (404, 410) then 'gone' else 'published' end as pub_status
    from ops.url_outcome
    inner join warehouse.article_url on url_outcome.url_key = article_url.url_key
    inner join warehouse.article on article_url.article_key = article.article_key and article_url.url_key = article.url_key
    cross join
        lateral (
            select capture.status
            from raw.capture
            where
                capture.url_key = article.url_key
                and capture.status not in (408, 425, 429)
                and capture.status < 500
                and capture.truncated is distinct from 'time'
            order by capture.captured_at desc, capture.capture_key desc
            limit 1
        ) as latest
    where url_outcome.run_id = %(run_id)s and url_outcome.source_id = %(source_id)s
) as answered
where held.article_key = answered.article_key and held.pub_status <> answered.pub_status;
