-- The first captures of each kind of difference, by key, with what stood there and what stands there now.
with chosen as (
    select
        differing.capture_key,
        differing.field,
        differing.kind,
        row_number() over (partition by differing.field, differing.kind order by differing.capture_key) as place
    from differing
    where differing.kind <> 'same'
),

of_field as (
    select
        chosen.field,
        chosen.kind,
        chosen.place,
        compared.url,
        compared.url_key,
        chosen.capture_key,
        case chosen.field
            when 'article_body' then to_jsonb(coalesce(said.full_body, said.article_body))
            when 'identity' then to_jsonb(article.identity)
            else to_jsonb(said) -> chosen.field
        end as before,
        to_jsonb(staged) -> chosen.field as after
    from chosen
    inner join compared on chosen.capture_key = compared.capture_key
    inner join warehouse.article on compared.article_before = article.article_key
    inner join warehouse.article_record as said
        on compared.article_before = said.article_key and compared.hash_before = said.record_hash
    inner join staging.article as staged
        on
            chosen.capture_key = staged.capture_key
            and staged.run_id = %(run_id)s
            and staged.source_id = %(source_id)s
    where chosen.place <= %(sample_size)s
),

of_article as (
    select
        'article' as field,
        compared.kind,
        row_number() over (partition by compared.kind order by compared.capture_key) as place,
        compared.url,
        compared.url_key,
        compared.capture_key,
        to_jsonb(coalesce(
            said.headline,
            (
                select concat_ws(': ', quarantine.reason, quarantine.detail)
                from ops.quarantine
                where quarantine.url_key = compared.url_key and quarantine.capture_key = compared.capture_key
                order by quarantine.last_seen_at desc, quarantine.quarantine_key
                limit 1
            )
        )) as before,
        to_jsonb(compared.said_now) as after
    from compared
    left join warehouse.article_record as said
        on compared.article_before = said.article_key and compared.hash_before = said.record_hash
    where compared.kind in ('newly_accepted', 'newly_rejected', 'still_rejected')
)

insert into ops.reextraction_sample (run_id, source_id, field, kind, place, url, url_key, capture_key, value_before, value_after)
select
    %(run_id)s as run_id,
    %(source_id)s as source_id,
    sample.field,
    sample.kind,
    sample.place,
    sample.url,
    sample.url_key,
    sample.capture_key,
    case when sample.before not in ('null', '[]', '{}') then sample.before #>> '{}' end as value_before,
    case when sample.after not in ('null', '[]', '{}') then sample.after #>> '{}' end as value_after
from (
    select * from of_field
    union all
    select * from of_article
) as sample
where sample.place <= %(sample_size)s;
