-- What the arriving captures say, once per distinct record.
insert into warehouse.article_record (
    article_key,
    record_hash,
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
    provenance,
    content_hash,
    headline_hash,
    body_hash,
    rest_hash,
    said_hash,
    block_keys,
    story_keys,
    anchor_keys,
    correction_notices,
    is_withdrawal
)
select distinct on (staged.article_key, staged.record_hash)
    staged.article_key,
    staged.record_hash,
    staged.headline,
    staged.alternative_headline,
    staged.description,
    staged.article_body,
    staged.article_section,
    staged.authors,
    staged.date_published,
    staged.date_published_raw,
    staged.date_published_precision,
    staged.date_modified,
    staged.in_language,
    staged.keywords,
    staged.image_url,
    staged.image_caption,
    staged.image_credit,
    staged.dateline,
    staged.is_accessible_for_free,
    staged.canonical_url,
    staged.publisher_article_id,
    staged.word_count,
    staged.reading_time_minutes,
    staged.provenance,
    staged.content_hash,
    staged.headline_hash,
    staged.body_hash,
    staged.rest_hash,
    staged.said_hash,
    staged.block_keys,
    staged.story_keys,
    staged.anchor_keys,
    staged.correction_notices,
    staged.is_withdrawal
from arrival
cross join
    lateral (
        -- offset 0 keeps this a look-up for each arrival: left to itself the planner joins the staged texts by brute force
        select *
        from staging.article
        where
            article.run_id = %(run_id)s
            and article.source_id = %(source_id)s
            and article.capture_key = arrival.capture_key
        offset 0
    ) as staged
where
    not exists (
        select 1
        from warehouse.article_record as held
        where held.article_key = staged.article_key and held.record_hash = staged.record_hash
    )
order by staged.article_key, staged.record_hash, staged.capture_key;
