insert into mart.fact_term_day as held (in_language, term, published_on, article_count)
select
    term_change.in_language,
    term_change.term,
    term_change.published_on,
    term_change.change + coalesce(known.article_count, 0) as article_count
from term_change
left join mart.fact_term_day as known
    on
        term_change.in_language = known.in_language
        and term_change.term = known.term
        and term_change.published_on = known.published_on
order by term_change.in_language, term_change.term, term_change.published_on
on conflict (in_language, term, published_on) do update
    set article_count = excluded.article_count;
