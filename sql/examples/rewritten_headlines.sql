-- Which headlines were rewritten, from what into what, and how soon?
select
    source_id,
    url,
    headline_before,
    headline_after,
    stood_for
from mart.article_change
where headline_before <> headline_after and change_kind <> 'cosmetic'
order by changed_at desc;
