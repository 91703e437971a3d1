-- Which words stand in more headlines and standfirsts than they use to.

drop view if exists mart.term_daily cascade;

create view mart.term_daily as
select
    fact_term_day.published_on,
    fact_term_day.in_language,
    fact_term_day.term,
    fact_term_day.article_count,
    fact_term_day.article_count::numeric / today.article_count as article_share,
    coalesce(term_before.article_count / nullif(all_before.article_count, 0), 0) as usual_share,
    coalesce(term_before.article_count / nullif(all_before.article_count, 0), 0) * today.article_count as expected_count,
    (
        (
            fact_term_day.article_count
            - coalesce(term_before.article_count / nullif(all_before.article_count, 0), 0) * today.article_count
        )
        / sqrt(1 + coalesce(term_before.article_count / nullif(all_before.article_count, 0), 0) * today.article_count)
    )::real as surprise
from mart.fact_term_day
inner join mart.fact_language_day as today
    on fact_term_day.in_language = today.in_language and fact_term_day.published_on = today.published_on
cross join
    lateral (
        select sum(counted.article_count)::numeric as article_count
        from mart.fact_term_day as counted
        where
            counted.in_language = fact_term_day.in_language
            and counted.term = fact_term_day.term
            and counted.published_on between fact_term_day.published_on - 28 and fact_term_day.published_on - 1
    ) as term_before
cross join
    lateral (
        select sum(counted.article_count)::numeric as article_count
        from mart.fact_language_day as counted
        where
            counted.in_language = fact_term_day.in_language
            and counted.published_on between fact_term_day.published_on - 28 and fact_term_day.published_on - 1
    ) as all_before;

comment on view mart.term_daily is
'The words of headlines and standfirsts by UTC day and language, beside the 28 days before. Ask for single days.';
comment on column mart.term_daily.published_on is 'UTC day of publication.';
comment on column mart.term_daily.in_language is 'Language without region; und where unknown.';
comment on column mart.term_daily.term is 'The word, in lower case.';
comment on column mart.term_daily.article_count is 'Articles that have it in headline or standfirst.';
comment on column mart.term_daily.article_share is 'The same as a share of the day''s articles.';
comment on column mart.term_daily.usual_share is 'The share in the 28 days before; 0 where there are none.';
comment on column mart.term_daily.expected_count is 'The articles that would have it, were the share as usual.';
comment on column mart.term_daily.surprise is
'article_count less expected_count, over the root of expected_count + 1: high where it trends.';
