-- What sources change after publishing.

drop view if exists mart.edit_activity cascade;

create view mart.edit_activity as
select
    fact_source_day.source_id,
    source.name as source_name,
    fact_source_day.published_on,
    fact_source_day.article_count,
    fact_source_day.revised_count,
    fact_source_day.headline_revised_count,
    fact_source_day.body_revised_count,
    fact_source_day.correction_count,
    round(fact_source_day.revised_count::numeric / fact_source_day.article_count, 4) as revised_share,
    fact_source_day.median_time_to_edit,
    fact_source_day.gone_count
from mart.fact_source_day
inner join warehouse.source on fact_source_day.source_id = source.source_id;

comment on view mart.edit_activity is 'What each source changed, later, of the articles of each UTC day, as far as captures tell.';
comment on column mart.edit_activity.source_id is 'The source.';
comment on column mart.edit_activity.source_name is 'Its name.';
comment on column mart.edit_activity.published_on is 'UTC day of publication.';
comment on column mart.edit_activity.article_count is 'Articles.';
comment on column mart.edit_activity.revised_count is 'Those of them that were edited later, in more than looks.';
comment on column mart.edit_activity.headline_revised_count is 'Those whose headline was edited.';
comment on column mart.edit_activity.body_revised_count is 'Those whose body was edited.';
comment on column mart.edit_activity.correction_count is 'Notices of correction that were added to them.';
comment on column mart.edit_activity.revised_share is 'revised_count as a share of the articles.';
comment on column mart.edit_activity.median_time_to_edit is 'Median time from publication to the first edit seen, of the edited ones.';
comment on column mart.edit_activity.gone_count is 'Those that were withdrawn.';
