delete from mart.fact_term_day
using term_change
where
    fact_term_day.in_language = term_change.in_language
    and fact_term_day.term = term_change.term
    and fact_term_day.published_on = term_change.published_on
    and fact_term_day.article_count = 0;
