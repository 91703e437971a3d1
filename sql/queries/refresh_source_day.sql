insert into mart.fact_source_day (
    source_id,
    published_on,
    article_count,
    word_count,
    with_description,
    with_authors,
    with_section,
    with_keywords,
    with_image,
    with_language,
    copy_count,
    gone_count,
    revised_count,
    headline_revised_count,
    body_revised_count,
    correction_count,
    median_time_to_edit,
    earliest_published_at,
    latest_published_at
)
select
    fact_article.source_id,
    fact_article.published_on,
    count(*) as article_count,
    sum(fact_article.word_count) as word_count,
    count(*) filter (where fact_article.has_description) as with_description,
    count(*) filter (where fact_article.author_count > 0) as with_authors,
    count(fact_article.section_key) as with_section,
    count(*) filter (where fact_article.has_keywords) as with_keywords,
    count(*) filter (where fact_article.has_image) as with_image,
    count(*) filter (where fact_article.in_language <> 'und') as with_language,
    count(*) filter (where fact_article.is_copy) as copy_count,
    count(*) filter (where fact_article.is_gone) as gone_count,
    count(*) filter (where fact_article.first_edited_at is not null) as revised_count,
    count(*) filter (where fact_article.headline_edit_count > 0) as headline_revised_count,
    count(*) filter (where fact_article.body_edit_count > 0) as body_revised_count,
    sum(fact_article.correction_count) as correction_count,
    percentile_cont(0.5) within group (order by fact_article.first_edited_at - fact_article.date_published) as median_time_to_edit,
    min(fact_article.date_published) as earliest_published_at,
    max(fact_article.date_published) as latest_published_at
from touched_day
inner join mart.fact_article
    on touched_day.source_id = fact_article.source_id and touched_day.published_on = fact_article.published_on
group by fact_article.source_id, fact_article.published_on
order by fact_article.source_id, fact_article.published_on
on conflict (source_id, published_on) do update
    set
        article_count = excluded.article_count,
        word_count = excluded.word_count,
        with_description = excluded.with_description,
        with_authors = excluded.with_authors,
        with_section = excluded.with_section,
        with_keywords = excluded.with_keywords,
        with_image = excluded.with_image,
        with_language = excluded.with_language,
        copy_count = excluded.copy_count,
        gone_count = excluded.gone_count,
        revised_count = excluded.revised_count,
        headline_revised_count = excluded.headline_revised_count,
        body_revised_count = excluded.body_revised_count,
        correction_count = excluded.correction_count,
        median_time_to_edit = excluded.median_time_to_edit,
        earliest_published_at = excluded.earliest_published_at,
        latest_published_at = excluded.latest_published_at;
