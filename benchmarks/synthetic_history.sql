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

insert into warehouse.article_record (
    article_key, record_hash, headline, article_body, article_section, authors, date_published, date_published_precision, in_language,
    keywords, canonical_url, word_count, provenance, content_hash, headline_hash, body_hash, rest_hash, said_hash, block_keys, story_keys,
    anchor_keys, correction_notices, is_withdrawal
)
select
    article_key, hash, headline, body, (%(sections)s::text[])[1 + number %% 5],
    jsonb_build_array(jsonb_build_object('name', 'Author ' || number %% 4000, 'is_organization', false)), at, 'second', 'en',
    '{one,two}', url, 44, '{"headline": "h1"}', sha256(hash), sha256(hash || '5'), sha256(hash || '1'), hash, sha256(hash || '2'),
    array[number * 8::bigint, null, null, number * 8 + 1, null, null, number * 8 + 2, null, null], '{}',
    array[number * 8::bigint, number * 8 + 1], '{}', false
from keyed order by number desc;
insert into warehouse.article_record (
    article_key, record_hash, headline, article_body, article_section, authors, date_published, date_published_precision, in_language,
    keywords, canonical_url, word_count, provenance, content_hash, headline_hash, body_hash, rest_hash, said_hash, block_keys, story_keys,
    anchor_keys, correction_notices, is_withdrawal
)
select
    article_key, sha256(hash || '3'), keyed.headline || ' again', article_body, article_section, authors, date_published,
    date_published_precision, in_language, keywords, canonical_url, word_count, provenance, sha256(hash || '6'), sha256(hash || '7'), body_hash,
    rest_hash, sha256(hash || '4'), block_keys, story_keys, anchor_keys, correction_notices, is_withdrawal
from keyed inner join warehouse.article_record using (article_key) where is_edited;

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

-- What a refresh would derive, but for the lexemes of the bodies: those of a million texts take a quarter of an hour.
insert into mart.dim_section (section_key, source_id, article_section)
select warehouse.key_of('section', source_id, section), source_id, section
from (select distinct source_id from keyed) as source, unnest(%(sections)s::text[]) as section;
insert into mart.fact_article (
    article_key, source_id, section_key, published_on, date_published, first_seen_at, in_language, word_count, author_count, has_description,
    has_keywords, has_image, is_gone, revision_count, headline_edit_count, body_edit_count, correction_count, first_edited_at, last_edited_at,
    is_copy, terms
)
select
    article_key, source_id, section_key, (at at time zone 'UTC')::date, at, at, 'en', 44, 1, false,
    true, false, false, case when is_edited then 2 else 1 end, is_edited::integer, 0, 0, edited_at, edited_at,
    false, array(select distinct word from unnest(string_to_array(headline, ' ')) as word order by word)
from keyed
inner join mart.dim_section using (source_id)
cross join lateral (select case when is_edited then at + interval '1 day' end as edited_at) as edit
where article_section = (%(sections)s::text[])[1 + number %% 5]
order by number desc;
insert into mart.fact_source_day (
    source_id, published_on, article_count, word_count, with_description, with_authors, with_section, with_keywords, with_image, with_language,
    copy_count, gone_count, revised_count, headline_revised_count, body_revised_count, correction_count, median_time_to_edit,
    earliest_published_at, latest_published_at
)
select
    source_id, published_on, count(*), sum(word_count), 0, count(*), count(*), count(*), 0, count(*),
    0, 0, count(first_edited_at), count(first_edited_at), 0, 0, interval '1 day', min(date_published), max(date_published)
from mart.fact_article
group by source_id, published_on;
insert into mart.fact_language_day (in_language, published_on, article_count)
select in_language, published_on, count(*) from mart.fact_article group by in_language, published_on;
insert into mart.fact_term_day (in_language, term, published_on, article_count)
select in_language, term, published_on, count(*)
from mart.fact_article, unnest(terms) as term
group by in_language, term, published_on
order by in_language, term, published_on;
insert into warehouse.article_search (article_key, said_hash, source_id, in_language, configuration, date_published, document)
select article_key, said_hash, source_id, in_language, 'english', date_published, setweight(to_tsvector('english', headline), 'A')
from warehouse.revision_span
inner join warehouse.article using (article_key)
inner join warehouse.article_record using (article_key, record_hash)
where is_current;

drop table sentence, made, keyed;
