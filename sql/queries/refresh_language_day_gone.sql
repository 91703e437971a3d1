delete from mart.fact_language_day
using language_change
where
    fact_language_day.in_language = language_change.in_language
    and fact_language_day.published_on = language_change.published_on
    and fact_language_day.article_count = 0;
