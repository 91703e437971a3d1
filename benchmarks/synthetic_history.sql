-- Articles up to a last day, the newest first in number, so many on each day: see synthetic_news.py.

create temporary table sentence as
select number as place, string_agg(word, ' ') as sentence
from (
    select number, (%(vocabulary)s::text[])[1 + floor(random() ^ 3 * %(vocabulary_size)s)::integer] as word
    from generate_series(0, 4999) as number, generate_series(1, 14)
) as drawn
group by number;
create unique index on sentence (place);
analyze sentence;

create temporary table made as
select
    'paper-' || lpad((number %% %(sources)s)::text, 2, '0') as source_id,
    'https://paper-' || lpad((number %% %(sources)s)::text, 2, '0') || '.example/old/' || number as url,
    %(last_day)s::timestamptz + interval '23 hours' - number / %(per_day)s * interval '1 day' - number %% %(per_day)s * interval '15 s' as at,
    first.sentence || ' ' || number as headline,
    first.sentence || '.' || E'\n' || second.sentence || ' ' || number || E'.\n' || third.sentence || ' ' || number || '.' as body,
    number,
    number %% 20 = 0 as is_edited
from generate_series(0, %(articles)s - 1) as numbered (number)
inner join sentence as first on first.place = number %% 4999
inner join sentence as second on second.place = (number * 7 + 3) %% 5000
inner join sentence as third on third.place = (number * 13 + 5) %% 5000;

create temporary table keyed as
select
    made.*,
    warehouse.key_of('article', source_id, url) as article_key,
    warehouse.key_of('url', url) as url_key,
    warehouse.key_of('capture', url, '1') as capture_key,
    sha256(convert_to(url, 'UTF8')) as hash
from made;

insert into warehouse.article (article_key, source_id, identity, url_key, url, canonical_url, first_captured_at, last_captured_at)
select article_key, source_id, url, url_key, url, url, at, at + interval '1 day' from keyed order by number desc;
insert into warehouse.article_url (article_key, url_key, url, first_captured_at)
select article_key, url_key, url, at from keyed order by number desc;

insert into warehouse.article_record
select (jsonb_populate_record(null::warehouse.article_record, %(record)s::jsonb || jsonb_build_object(
    'article_key', article_key, 'record_hash', hash, 'headline', headline, 'article_body', body, 'date_published', at,
    'canonical_url', url, 'article_section', (%(sections)s::text[])[1 + number %% 5],
    'authors', jsonb_build_array(jsonb_build_object('name', 'Author ' || number %% 4000, 'is_organization', false)),
    'content_hash', sha256(hash), 'headline_hash', sha256(sha256(hash)), 'body_hash', sha256(hash || '1'), 'rest_hash', hash,
    'said_hash', sha256(hash || '2'),
    'block_keys', array[number * 8::bigint, null, null, number * 8 + 1, null, null, number * 8 + 2, null, null],
    'anchor_keys', array[number * 8::bigint, number * 8 + 1],
    'correction_notices', array[]::text[], 'is_withdrawal', false
))).* from keyed order by number desc;
insert into warehouse.article_record
select (jsonb_populate_record(null::warehouse.article_record, to_jsonb(article_record) || jsonb_build_object(
    'record_hash', sha256(hash || '3'), 'headline', keyed.headline || ' again', 'said_hash', sha256(hash || '4')
))).* from keyed inner join warehouse.article_record using (article_key) where is_edited;

insert into warehouse.article_capture (capture_key, article_key, url_key, captured_at, record_hash, extractor_name, extractor_version)
select capture_key, article_key, url_key, at, hash, 'newshouse', '1' from keyed order by number desc;
insert into warehouse.article_capture (capture_key, article_key, url_key, captured_at, record_hash, extractor_name, extractor_version)
select warehouse.key_of('capture', url, '2'), article_key, url_key, at + interval '1 day', sha256(hash || '3'), 'newshouse', '1'
from keyed where is_edited;

insert into warehouse.revision_span (article_key, valid_from, valid_to, record_hash, capture_key, change_kind)
select article_key, at, case when is_edited then at + interval '1 day' end, hash, capture_key, 'first' from keyed order by number desc;
insert into warehouse.revision_span (article_key, valid_from, record_hash, capture_key, change_kind)
select article_key, at + interval '1 day', sha256(hash || '3'), warehouse.key_of('capture', url, '2'), 'headline' from keyed where is_edited;

insert into warehouse.author (author_key, name, is_organization)
select warehouse.key_of('author', 'Author ' || number, 'false'), 'Author ' || number, false from generate_series(0, 3999) as number
on conflict do nothing;
insert into warehouse.article_author (article_key, position, author_key)
select article_key, 1, warehouse.key_of('author', 'Author ' || number %% 4000, 'false') from keyed order by number desc;

insert into warehouse.block_sighting (block_key, article_key, is_story)
select number * 8 + line, article_key, false from keyed, generate_series(0, 2) as line order by 1;
insert into warehouse.source_day (source_id, captured_on, article_count)
select source_id, (at at time zone 'UTC')::date, count(*) from keyed group by 1, 2;

drop table sentence, made, keyed;
