-- articles by their date alone, the newest first
with chosen as (
    select
        article_key,
        date_published
    from warehouse.article_search
    where
        (%(source_ids)s::text[] is null or source_id = any(%(source_ids)s::text[]))
        and (%(published_from)s::date is null or date_published >= %(published_from)s::date::timestamp at time zone 'UTC')
        and (%(published_to)s::date is null or date_published < (%(published_to)s::date + 1)::timestamp at time zone 'UTC')
        and (%(language)s::text is null or starts_with(lower(in_language) || '-', lower(%(language)s::text) || '-'))
    order by date_published desc nulls last, article_key
    limit %(max_rows)s offset %(skip_rows)s
)

select
    article.article_key,
    article.source_id,
    source.name as source_name,
    article_record.headline,
    article_record.date_published,
    article_record.in_language,
    regexp_replace(left(article_record.article_body, 240), '\S*$', '…') as snippet
from chosen
inner join warehouse.article on chosen.article_key = article.article_key
inner join warehouse.source on article.source_id = source.source_id
inner join warehouse.revision_span on article.article_key = revision_span.article_key and revision_span.is_current
inner join warehouse.article_record
    on revision_span.article_key = article_record.article_key and revision_span.record_hash = article_record.record_hash
order by chosen.date_published desc nulls last, chosen.article_key;
