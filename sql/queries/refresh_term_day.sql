insert into mart.fact_term_day as held (in_language, term, published_on, article_count)
select
    term_change.in_language,
    term_change.term,
    term_change.published_on,
    term_change.change + coalesce(known.article_count, 0) as article_count
from term_change
left join lateral (
    -- offset 0 keeps this a look-up for each term: left to itself the planner reads the whole table
    select counted.article_count
    from mart.fact_term_day as counted
    where
        counted.in_language = term_change.in_language
        and counted.term = term_change.term
        and counted.published_on = term_change.published_on
    offset 0
) as known on true
order by term_change.in_language, term_change.term, term_change.published_on
on conflict (in_language, term, published_on) do update
    set article_count = excluded.article_count;
