"""Synthetic publishers and articles, for measuring the warehouse: a history written set by set, and nights that are loaded like real ones.

The history goes straight into the tables, triggers and foreign keys asleep: a million articles in minutes. Its bodies are short; what
a load or a refresh costs depends on how many rows there are, and on the texts that arrive, not on those that lie there.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

from newshouse.database import Connection
from newshouse.model import Article, Author, Capture, DatePrecision, Source
from newshouse.staging import StagedArticle

SOURCE_COUNT = 40
PER_DAY = 5_000
WORDS_PER_BODY = 480
LAST_DAY = datetime(2025, 9, 16, tzinfo=UTC)  # of the history; the night to load is the next
SECTIONS = ("Politics", "Sport", "Culture", "Business", "Local")
SYLLABLES = ("ba", "co", "de", "fi", "gu", "ha", "ki", "lo", "ma", "ne", "po", "ru", "sa", "te", "vo", "wi")
MIDDLES = ("l", "r", "n", "st", "m", "nd", "k", "pp")
ENDINGS = ("an", "er", "ing", "o", "y", "ed", "al", "ity", "on", "ure", "is", "ent")
VOCABULARY = tuple(map("".join, product(SYLLABLES, SYLLABLES, MIDDLES, ENDINGS)))
SOURCES = tuple(
    Source(
        source_id=f"paper-{number:02}",
        name=f"Paper {number}",
        homepage=f"https://paper-{number:02}.example/",
        language="en",
        time_zone="UTC",
    )
    for number in range(SOURCE_COUNT)
)

HISTORY = Path(__file__).with_name("synthetic_history.sql")


def write_history(superuser: Connection, articles: int) -> None:
    """Fills an empty warehouse, whose sources exist, with articles up to LAST_DAY, PER_DAY on each day. Commits, and analyzes."""
    params = {
        "vocabulary": list(VOCABULARY),
        "vocabulary_size": len(VOCABULARY),
        "sources": SOURCE_COUNT,
        "per_day": PER_DAY,
        "last_day": LAST_DAY,
        "articles": articles,
        "sections": list(SECTIONS),
    }
    with superuser, superuser.cursor() as cursor:
        cursor.execute("set local session_replication_role = replica; set local work_mem = '256MB'; set local maintenance_work_mem = '1GB'")
        cursor.execute("select setseed(0.5)")
        cursor.execute(HISTORY.read_text(encoding="utf-8"), params)
    superuser.autocommit = True
    with superuser.cursor() as cursor:
        cursor.execute("vacuum analyze")
    superuser.autocommit = False


def night(articles: int, *, seed: int, day: datetime = LAST_DAY + timedelta(days=1)) -> Iterator[StagedArticle]:
    """New articles of one day, of all sources in turn, with bodies as long as news articles are."""
    draw = random.Random(seed)
    for number in range(articles):
        source = SOURCES[number % SOURCE_COUNT]
        url = f"{source.homepage}{seed}/{number}"
        published = day + timedelta(seconds=number * 86_000 // articles)
        yield staged(source.source_id, url, published, published + timedelta(hours=1), _body(draw), _headline(draw), number)


def staged(source_id: str, url: str, published: datetime, captured: datetime, body: str, headline: str, number: int) -> StagedArticle:
    capture = Capture(
        source_id=source_id,
        url=url,
        final_url=url,
        captured_at=captured,
        status=200,
        content_type="text/html",
        payload_digest=f"sha256:{number}",
        size_bytes=len(body),
        warc_file="night.warc.gz",
        warc_offset=0,
        warc_length=1,
    )
    article = Article(
        url=url,
        headline=headline,
        description=body.partition("\n")[0],
        article_body=body,
        article_section=SECTIONS[number % len(SECTIONS)],
        authors=(Author(name=f"Author {number % 4_000}"),),
        date_published=published,
        date_published_raw=published.isoformat(),
        date_published_precision=DatePrecision.SECOND,
        in_language="en",
        keywords=("one", "two", "three"),
        image_url=f"{url}.jpg",
        canonical_url=url,
        word_count=WORDS_PER_BODY,
        reading_time_minutes=2,
        provenance={"headline": "h1", "date_published": "json-ld", "article_body": "page", "authors": "json-ld"},
    )
    return StagedArticle(capture=capture, article=article, identity=url, extractor_name="newshouse", extractor_version="1")


def _body(draw: random.Random) -> str:
    words = [VOCABULARY[int(draw.random() ** 3 * len(VOCABULARY))] for _ in range(WORDS_PER_BODY)]
    return "\n".join(" ".join(words[start : start + 40]).capitalize() + "." for start in range(0, WORDS_PER_BODY, 40))


def _headline(draw: random.Random) -> str:
    return " ".join(VOCABULARY[int(draw.random() ** 3 * len(VOCABULARY))] for _ in range(9)).capitalize()
