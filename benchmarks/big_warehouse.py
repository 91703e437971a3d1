"""A warehouse of a million made-up articles, made set by set: what the pages are measured on.

Forty sources over two years, a tenth of the articles edited once, a twentieth copies, two years of nights with their books, and a
quarantine of a tenth of the articles. Texts come from a pool whose lexemes are made once: to_tsvector over a million texts would take
longer than all else together. The marts are made from it by the house's own refresh.
"""

import random
from collections.abc import Iterator

from newshouse import marts
from newshouse.database import Connection, copy_rows

SOURCES = 40
DAYS = 730
POOL = 2_000
VOCABULARY = 20_000
SYLLABLES = ("ba", "den", "for", "gis", "hel", "ka", "lor", "men", "no", "per", "ri", "sol", "tan", "ul", "ver", "wen")

MADE = """
create temporary table made as
select
    n,
    'paper-' || lpad((n %% 40)::text, 2, '0') as source_id,
    format('https://paper-%%s.example/story-%%s', lpad((n %% 40)::text, 2, '0'), n) as url,
    date_trunc('second', now() - make_interval(secs => (%(articles)s - n) * 63072000.0::double precision / %(articles)s)) as published_at,
    n %% 2000 as text_id,
    n %% 10 = 0 as is_edited,
    sha256(convert_to('record ' || n, 'UTF8')) as record_hash,
    sha256(convert_to('edited ' || n, 'UTF8')) as edited_hash,
    concat_ws(' ', a.word, b.word, c.word, d.word, n) as headline
from generate_series(1, %(articles)s) as n
inner join vocabulary as a on a.id = n %% 19997
inner join vocabulary as b on b.id = n %% 311
inner join vocabulary as c on c.id = n %% 7919
inner join vocabulary as d on d.id = n %% 53;
create temporary table keyed as
select
    made.*,
    warehouse.key_of('article', source_id, url) as article_key,
    warehouse.key_of('url', source_id, url) as url_key,
    warehouse.key_of('capture', url) as capture_key,
    warehouse.key_of('recapture', url) as recapture_key
from made;
analyze keyed;
"""
ARTICLES = """
insert into warehouse.article (
    article_key, source_id, identity, url_key, url, canonical_url, first_captured_at, last_captured_at
)
select article_key, source_id, url, url_key, url, url, published_at + interval '6 hours', published_at + interval '2 days' from keyed;
insert into warehouse.article_url (article_key, url_key, url, first_captured_at)
select article_key, url_key, url, published_at + interval '6 hours' from keyed;
insert into warehouse.article_record (
    article_key, record_hash, headline, description, article_body, article_section, authors, date_published, date_published_precision,
    in_language, keywords, image_url, canonical_url, word_count, reading_time_minutes, provenance, content_hash, headline_hash, body_hash,
    rest_hash, said_hash, block_keys, story_keys, anchor_keys, correction_notices,
    is_withdrawal
)
select
    keyed.article_key, said.record_hash, said.headline, case when n % 3 > 0 then left(pool.body, 80) end, pool.body || ' ' || said.headline,
    'Section ' || n % 7, jsonb_build_array(jsonb_build_object('name', 'Author ' || n % 3000, 'is_organization', false)), published_at,
    'second', 'en', '{}', case when n % 5 > 0 then url || '.jpg' end, url, pool.word_count, 1,
    '{"headline": "h1", "date_published": "json-ld", "authors": "json-ld"}', said.record_hash, said.record_hash, said.record_hash,
    said.record_hash, said.record_hash, '{}', '{}', '{}', '{}', false
from keyed
inner join pool on keyed.text_id = pool.id
cross join lateral (
    select keyed.record_hash, keyed.headline
    union all
    select keyed.edited_hash, 'Corrected: ' || keyed.headline where keyed.is_edited
) as said (record_hash, headline);
insert into warehouse.article_capture (
    capture_key, article_key, url_key, captured_at, record_hash, extractor_name, extractor_version
)
select capture_key, article_key, url_key, published_at + interval '6 hours', record_hash, 'newshouse', '1' from keyed
union all
select recapture_key, article_key, url_key, published_at + interval '30 hours', edited_hash, 'newshouse', '1' from keyed where is_edited;
insert into warehouse.revision_span (article_key, valid_from, valid_to, record_hash, capture_key, change_kind)
select
    article_key, published_at + interval '6 hours', case when is_edited then published_at + interval '30 hours' end, record_hash,
    capture_key, 'first'
from keyed
union all
select article_key, published_at + interval '30 hours', null, edited_hash, recapture_key, 'headline' from keyed where is_edited;
insert into warehouse.story_cluster (cluster_key, origin_article_key, member_count)
select article_key, article_key, 2 from keyed where n % 40 = 1;
insert into warehouse.cluster_member (article_key, cluster_key, similarity, containment, is_origin, lag)
select keyed.article_key, origin.article_key, 1, 1, keyed.n = origin.n, keyed.published_at - origin.published_at
from keyed
inner join keyed as origin on origin.n = keyed.n - (keyed.n - 1) % 40 and (keyed.n - 1) % 40 < 2;
"""
SEARCH = """
drop index warehouse.article_search_document;
insert into warehouse.article_search (article_key, said_hash, source_id, in_language, configuration, date_published, document)
select
    article_key, case when is_edited then edited_hash else record_hash end, source_id, 'en', 'english', published_at,
    setweight(to_tsvector('english', headline), 'A') || pool.document
from keyed
inner join pool on keyed.text_id = pool.id;
create index article_search_document on warehouse.article_search using gin (document);
"""
BOOKS = """
create temporary table night as
select d, 'news_nightly/scheduled__' || d as run_id, date_trunc('day', now()) - make_interval(days => 730 - d) as starts_at
from generate_series(0, 729) as d;
insert into ops.run (run_id, kind, mode, interval_start, interval_end, started_at, finished_at, outcome)
select run_id, 'nightly', 'fetch_missing', starts_at, starts_at + interval '1 day', starts_at + interval '24 hours 5 minutes',
    starts_at + interval '25 hours', 'good'
from night;
insert into ops.source_run (
    run_id, source_id, stage, outcome, reason, discovered, loaded, unchanged, rejected, skipped, fetched_pages, fetched_bytes, started_at,
    finished_at
)
select
    run_id, 'paper-' || lpad(s::text, 2, '0'), 'load', case when (d + s) % 97 = 0 then 'not_backfillable' else 'ok' end,
    case when (d + s) % 97 = 0 then 'nothing that the source shows reaches back to the interval' end, 45, 34, 2, 4, 5, 40, 4000000,
    starts_at + interval '24 hours 5 minutes', starts_at + interval '25 hours'
from night
cross join generate_series(0, 39) as s;
insert into ops.url_outcome (run_id, source_id, url_key, url, outcome, reason, article_key, decided_at)
select night.run_id, source_id, url_key, url, 'loaded', null, article_key, night.starts_at + interval '25 hours'
from keyed
inner join night on date_trunc('day', keyed.published_at) = night.starts_at;
insert into ops.url_outcome (run_id, source_id, url_key, url, outcome, reason, decided_at)
select night.run_id, source_id, warehouse.key_of('no', url), url || '/no', 'rejected', 'listing', night.starts_at + interval '25 hours'
from keyed
inner join night on date_trunc('day', keyed.published_at) = night.starts_at
where n % 10 = 3;
insert into ops.quarantine (
    quarantine_key, source_id, url, url_key, reason, first_run_id, last_run_id, first_seen_at, last_seen_at
)
select
    warehouse.key_of('quarantine', url), source_id, url || '/no', url_key,
    (array['listing', 'no_body', 'media_only', 'soft_404', 'gone', 'no_date'])[1 + n % 6], night.run_id, night.run_id,
    night.starts_at + interval '25 hours', night.starts_at + interval '25 hours'
from keyed
inner join night on date_trunc('day', keyed.published_at) = night.starts_at
where n % 10 = 3;
"""
SOURCE = """
insert into warehouse.source (source_id, name, homepage, language, time_zone, origin)
select 'paper-' || lpad(s::text, 2, '0'), 'Paper ' || lpad(s::text, 2, '0'), 'https://paper-' || lpad(s::text, 2, '0') || '.example/',
    'en', 'UTC', 'file'
from generate_series(0, 39) as s;
"""


def fill(superuser: Connection, article_count: int) -> Iterator[str]:
    """Makes the warehouse; says what it is about to do. `superuser` may switch triggers and foreign keys off. Commits."""
    with superuser.cursor() as cursor:
        cursor.execute("set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '1GB'")
        yield "texts"
        _pool(superuser)
        yield "keys"
        cursor.execute(MADE, {"articles": article_count})
        for name, statements in (("sources", SOURCE), ("articles", ARTICLES), ("search", SEARCH), ("books", BOOKS)):
            yield name
            cursor.execute(statements)
            superuser.commit()
        yield "list of changes"
        cursor.execute("insert into ops.article_change (article_key) select article_key from keyed order by n")
        cursor.execute("set session_replication_role = origin")
    superuser.commit()
    yield "marts"
    marts.refresh(superuser)
    yield "statistics"
    superuser.autocommit = True
    with superuser.cursor() as cursor:
        cursor.execute("vacuum analyze")


def word_of_rank(rank: int) -> str:
    """The word that is so frequent; 0 is the most frequent one."""
    return _words()[rank]


def _words() -> list[str]:
    chance = random.Random(1)
    words = dict[str, None]()
    while len(words) < VOCABULARY:
        words["".join(chance.choices(SYLLABLES, k=chance.randint(2, 5)))] = None
    return list(words)


def _pool(superuser: Connection) -> None:
    """Texts of 120 to 300 words whose frequencies fall as those of a language do (Zipf)."""
    chance, words = random.Random(2), _words()
    weights = [1 / (rank + 3) for rank in range(VOCABULARY)]
    texts = [_text(chance.choices(words, weights, k=chance.randint(120, 300))) for _ in range(POOL)]
    with superuser.cursor() as cursor:
        cursor.execute("create temporary table vocabulary (id integer, word text)")
        cursor.execute("create temporary table pool (id integer, body text, word_count integer)")
        copy_rows(cursor, "vocabulary", ("id", "word"), enumerate(words))
        copy_rows(cursor, "pool", ("id", "body", "word_count"), ((place, text, text.count(" ") + 1) for place, text in enumerate(texts)))
        cursor.execute("alter table pool add column document tsvector")
        cursor.execute("update pool set document = setweight(to_tsvector('english', body), 'D')")


def _text(words: list[str]) -> str:
    """Sentences of twelve words, paragraphs of four sentences."""
    sentences = [" ".join(words[start : start + 12]).capitalize() + "." for start in range(0, len(words), 12)]
    return "\n".join(" ".join(sentences[start : start + 4]) for start in range(0, len(sentences), 4))
