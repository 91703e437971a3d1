-- Which texts were changed, how late, and in which words? Corrections and withdrawals first.
select
    article_change.source_id,
    article_change.url,
    article_change.change_kind,
    article_change.stood_for,
    string_agg(trim(run.words, E' \n'), ' ... ' order by run.place) filter (where run.kind = 'deleted') as words_deleted,
    string_agg(trim(run.words, E' \n'), ' ... ' order by run.place) filter (where run.kind = 'inserted') as words_inserted
from mart.article_change
cross join lateral warehouse.word_diff(article_change.article_body_before, article_change.article_body_after) as run
where article_change.article_body_before <> article_change.article_body_after
group by article_change.source_id, article_change.url, article_change.change_kind, article_change.stood_for, article_change.changed_at
order by article_change.change_kind not in ('correction', 'withdrawn'), article_change.changed_at desc, article_change.url;
