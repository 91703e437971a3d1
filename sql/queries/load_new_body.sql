-- The records whose bodies change, to be filled by a copy.
create temporary table new_body (
    article_key uuid not null,
    record_hash bytea not null,
    article_body text not null,
    is_whole boolean not null,
    word_count integer not null,
    reading_time_minutes integer,
    content_hash bytea not null,
    body_hash bytea not null
) on commit drop;
