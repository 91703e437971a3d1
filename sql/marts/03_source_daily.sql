-- What each source published on each day (UTC).

drop view if exists mart.source_daily cascade;

create view mart.source_daily as
select
    fact_source_day.source_id,
    source.name as source_name,
    fact_source_day.published_on,
    fact_source_day.article_count,
    fact_source_day.word_count,
    fact_source_day.revised_count,
    fact_source_day.copy_count,
    fact_source_day.gone_count,
    fact_source_day.earliest_published_at,
    fact_source_day.latest_published_at
from mart.fact_source_day
inner join warehouse.source on fact_source_day.source_id = source.source_id;

comment on view mart.source_daily is 'What each source published on each UTC day.';
comment on column mart.source_daily.source_id is 'The source.';
comment on column mart.source_daily.source_name is 'Its name.';
comment on column mart.source_daily.published_on is 'UTC day of publication.';
comment on column mart.source_daily.article_count is 'Articles.';
comment on column mart.source_daily.word_count is 'Words of their bodies.';
comment on column mart.source_daily.revised_count is 'Those of them that were edited later.';
comment on column mart.source_daily.copy_count is 'Those of them that are copies of an article published earlier.';
comment on column mart.source_daily.gone_count is 'Those of them that the publisher has withdrawn.';
comment on column mart.source_daily.earliest_published_at is 'The first of the day.';
comment on column mart.source_daily.latest_published_at is 'The last of the day.';
