-- Which headlines were rewritten, from what into what, and how soon?
with followed as (
    select
        article_key,
        source_id,
        url,
        headline as headline_before,
        valid_from,
        lead(headline) over one_article as headline_after,
        lead(change_kind) over one_article as change_kind,
        lead(valid_from) over one_article as changed_at
    from warehouse.article_revision
    window one_article as (partition by article_key order by valid_from)
)

select
    source_id,
    url,
    headline_before,
    headline_after,
    changed_at - valid_from as stood_for
from followed
where change_kind in ('headline', 'headline_and_body')
order by changed_at desc;
