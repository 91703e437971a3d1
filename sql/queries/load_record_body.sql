update warehouse.article_record as held
set
    article_body = new_body.article_body,
    full_body = case when not new_body.is_whole then coalesce(held.full_body, held.article_body) end,
    word_count = new_body.word_count,
    reading_time_minutes = new_body.reading_time_minutes,
    content_hash = new_body.content_hash,
    body_hash = new_body.body_hash,
    said_hash = sha256(held.rest_hash || convert_to(new_body.article_body, 'UTF8'))
from new_body
where held.article_key = new_body.article_key and held.record_hash = new_body.record_hash;
