-- What does each publisher repeat under its articles, in how many of them, and since when?
select
    source_name,
    block_text,
    max(article_count) as article_count,
    round(100 * max(article_share)) as percent_of_articles,
    min(first_seen_at)::date as first_seen_on,
    max(last_seen_at)::date as last_seen_on
from mart.boilerplate
where is_stripped
group by source_name, block_text
order by source_name, article_count desc, block_text;
