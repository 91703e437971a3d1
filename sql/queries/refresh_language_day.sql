insert into mart.fact_language_day as held (in_language, published_on, article_count)
select
    language_change.in_language,
    language_change.published_on,
    language_change.change + coalesce(known.article_count, 0) as article_count
from language_change
left join mart.fact_language_day as known
    on
        language_change.in_language = known.in_language
        and language_change.published_on = known.published_on
order by language_change.in_language, language_change.published_on
on conflict (in_language, published_on) do update
    set article_count = excluded.article_count;
