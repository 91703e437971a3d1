-- What each source published on each day (UTC).

drop view if exists mart.source_daily cascade;

create view mart.source_daily as
select
    source_id,
    source_name,
    published_on,
    count(*) as article_count,
    sum(word_count) as word_count,
    count(*) filter (where revision_count > 1) as revised_count,
    count(*) filter (where is_copy) as copy_count,
    min(date_published) as earliest_published_at,
    max(date_published) as latest_published_at
from mart.article_current
where published_on is not null
group by source_id, source_name, published_on;

comment on view mart.source_daily is 'What each source published on each UTC day.';
comment on column mart.source_daily.source_id is 'The source.';
comment on column mart.source_daily.source_name is 'Its name.';
comment on column mart.source_daily.published_on is 'UTC day of publication.';
comment on column mart.source_daily.article_count is 'Articles.';
comment on column mart.source_daily.word_count is 'Words of their bodies.';
comment on column mart.source_daily.revised_count is 'Those of them that were edited later.';
comment on column mart.source_daily.copy_count is 'Those of them that are exact copies of an article published earlier.';
comment on column mart.source_daily.earliest_published_at is 'The first of the day.';
comment on column mart.source_daily.latest_published_at is 'The last of the day.';
