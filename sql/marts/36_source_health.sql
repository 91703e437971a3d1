-- Is a source what it was: how full its fields are, beside the weeks before.

drop view if exists mart.source_health cascade;

create view mart.source_health as
select
    today.source_id,
    source.name as source_name,
    today.published_on,
    field.name as field,
    today.article_count,
    before.article_count / 28.0 as usual_article_count,
    field.filled_count,
    field.filled_count::numeric / today.article_count as fill_rate,
    before.filled[field.position] / nullif(before.article_count, 0) as usual_fill_rate
from mart.fact_source_day as today
inner join warehouse.source on today.source_id = source.source_id
cross join
    lateral (
        values
        (1, 'description', today.with_description),
        (2, 'authors', today.with_authors),
        (3, 'article_section', today.with_section),
        (4, 'keywords', today.with_keywords),
        (5, 'image_url', today.with_image),
        (6, 'in_language', today.with_language)
    ) as field (position, name, filled_count)
cross join
    lateral (
        select
            coalesce(sum(counted.article_count), 0)::numeric as article_count,
            array[
                sum(counted.with_description),
                sum(counted.with_authors),
                sum(counted.with_section),
                sum(counted.with_keywords),
                sum(counted.with_image),
                sum(counted.with_language)
            ]::numeric[] as filled
        from mart.fact_source_day as counted
        where
            counted.source_id = today.source_id
            and counted.published_on between today.published_on - 28 and today.published_on - 1
    ) as before;

comment on view mart.source_health is 'How many articles of each source and UTC day have which field, beside the 28 days before.';
comment on column mart.source_health.source_id is 'The source.';
comment on column mart.source_health.source_name is 'Its name.';
comment on column mart.source_health.published_on is 'UTC day of publication.';
comment on column mart.source_health.field is 'A field of the article.';
comment on column mart.source_health.article_count is 'Articles of the day.';
comment on column mart.source_health.usual_article_count is 'Articles per day in the 28 days before.';
comment on column mart.source_health.filled_count is 'Those of article_count that have the field.';
comment on column mart.source_health.fill_rate is 'The same as a share.';
comment on column mart.source_health.usual_fill_rate is 'The share in the 28 days before; null where there are none.';
