-- what one article said at certain times, with where each field was read
select
    valid_from,
    headline,
    alternative_headline,
    description,
    article_body,
    article_section,
    authors,
    date_published,
    date_published_raw,
    date_published_precision,
    date_modified,
    in_language,
    keywords,
    image_url,
    image_caption,
    image_credit,
    dateline,
    is_accessible_for_free,
    canonical_url,
    publisher_article_id,
    word_count,
    reading_time_minutes,
    provenance
from warehouse.article_revision
where article_key = %(article_key)s and valid_from = any(%(instants)s::timestamptz[])
order by valid_from;
