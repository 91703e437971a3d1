-- The histories that the touched articles should have: each maximal run of captures of the own URL that say the same is one span,
-- what the publisher repeats being left out.
-- Of several captures at one instant the one with the greatest key counts.
create temporary table span on commit drop as
with observed as (
    select distinct on (article_capture.article_key, article_capture.captured_at)
        article_capture.article_key,
        article_capture.captured_at,
        article_capture.capture_key,
        article_capture.record_hash,
        said.said_hash
    from warehouse.article_capture
    inner join own_url on article_capture.article_key = own_url.article_key and article_capture.url_key = own_url.url_key
    inner join warehouse.article_record as said
        on article_capture.article_key = said.article_key and article_capture.record_hash = said.record_hash
    order by article_capture.article_key, article_capture.captured_at, article_capture.capture_key desc
),

compared as (
    select
        article_key,
        captured_at,
        capture_key,
        record_hash,
        said_hash,
        lag(record_hash) over one_article as hash_before,
        lag(said_hash) over one_article as said_hash_before
    from observed
    window one_article as (partition by article_key order by captured_at)
),

begun as (
    select
        article_key,
        captured_at as valid_from,
        lead(captured_at) over (partition by article_key order by captured_at) as valid_to,
        record_hash,
        capture_key,
        hash_before
    from compared
    where said_hash is distinct from said_hash_before
)

select
    begun.article_key,
    begun.valid_from,
    begun.valid_to,
    begun.record_hash,
    begun.capture_key,
    said.body_hash,
    case
        when begun.hash_before is null then 'first'
        when said.is_withdrawal and not said_before.is_withdrawal then 'withdrawn'
        when exists (
            -- notices that stand in the text once what the publisher repeats is taken out
            select notice.line
            from unnest(said.correction_notices) as notice (line)
            where notice.line = any(string_to_array(said.article_body, E'\n'))
            except
            select notice.line
            from unnest(said_before.correction_notices) as notice (line)
            where notice.line = any(string_to_array(said_before.article_body, E'\n'))
        ) then 'correction'
        when said.content_hash = said_before.content_hash then 'cosmetic'
        when said.headline_hash = said_before.headline_hash then 'body'
        when said.body_hash = said_before.body_hash and coalesce(said.description, '') = coalesce(said_before.description, '')
            then 'headline'
        else 'headline_and_body'
    end as change_kind
from begun
inner join warehouse.article_record as said on begun.article_key = said.article_key and begun.record_hash = said.record_hash
left join warehouse.article_record as said_before
    on begun.article_key = said_before.article_key and begun.hash_before = said_before.record_hash;
