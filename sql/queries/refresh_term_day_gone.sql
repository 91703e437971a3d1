delete from mart.fact_term_day
where article_count = 0;
