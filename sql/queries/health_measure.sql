-- What the articles of an interval and those of the weeks before it hold, field by field, by what the warehouse knows now.
with dated as (
    select
        article_url.article_key,
        max(ledger.date_published) as date_published
    from raw.discovered_url as ledger
    inner join warehouse.article_url on ledger.url_key = article_url.url_key
    where
        ledger.source_id = %(source_id)s
        and ledger.date_published >= %(interval_start)s::timestamptz - %(trail)s::interval
        and ledger.date_published < %(interval_end)s::timestamptz
    group by article_url.article_key
),

article as (
    select
        dated.date_published >= %(interval_start)s::timestamptz as is_tonight,
        (dated.date_published at time zone 'UTC')::date as published_on,
        article_record.*
    from dated
    inner join warehouse.revision_span on dated.article_key = revision_span.article_key and revision_span.is_current
    inner join warehouse.article_record
        on revision_span.article_key = article_record.article_key and revision_span.record_hash = article_record.record_hash
)

select
    article.is_tonight,
    measured.field,
    count(*) as article_count,
    count(*) filter (where measured.is_filled) as filled_count,
    count(distinct article.published_on) as day_count,
    coalesce(sum(article.word_count), 0) as word_count
from article
cross join
    lateral (
        values
        ('article_body', true),
        ('description', article.description is not null),
        ('article_section', article.article_section is not null),
        ('authors', article.authors <> '[]'),
        ('date_modified', article.date_modified is not null),
        ('keywords', cardinality(article.keywords) > 0),
        ('image_url', article.image_url is not null),
        ('image_caption', article.image_caption is not null),
        ('image_credit', article.image_credit is not null),
        ('dateline', article.dateline is not null),
        ('canonical_url', article.canonical_url is not null),
        ('publisher_article_id', article.publisher_article_id is not null)
    ) as measured (field, is_filled)
group by article.is_tonight, measured.field
order by measured.field, article.is_tonight;
