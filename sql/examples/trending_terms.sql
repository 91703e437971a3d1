-- Which words stood in more English headlines and standfirsts on 17 September 2025 than they used to?
select
    term,
    article_count,
    round(expected_count, 2) as expected_count,
    round(surprise::numeric, 2) as surprise
from mart.term_daily
where published_on = '2025-09-17' and in_language = 'en' and article_count >= 2
order by surprise desc, term
limit 10;
