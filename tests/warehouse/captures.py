"""Captures and articles for the tests of the warehouse, made from a few words, and the state of a warehouse as a value."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from newshouse.database import Connection, Cursor
from newshouse.ledger import Decision, announce, decide, open_outcomes
from newshouse.load import deduplicate, load, sync_sources
from newshouse.model import Article, ArticleRef, Author, Capture, DatePrecision, Outcome, Reason, Run, Source
from newshouse.run_books import begin_run, begin_source_run, begin_stage
from newshouse.staging import StagedArticle, stage_articles

NOON = datetime(2025, 9, 17, 12, tzinfo=UTC)
NOW = datetime(2025, 9, 20, tzinfo=UTC)
SOURCES = tuple(
    Source(source_id=source_id, name=source_id.title(), homepage=f"https://{source_id}.example/", language="en", time_zone="UTC")
    for source_id in ("courier", "gazette")
)
WAREHOUSE_TABLES = (
    "article",
    "article_author",
    "article_capture",
    "article_record",
    "article_search",
    "article_url",
    "author",
    "block_sighting",
    "boilerplate_block",
    "cluster_member",
    "revision_span",
    "source",
    "source_day",
    "story_cluster",
    "story_signature",
)


def capture(url: str, *, hour: float = 0, source_id: str = "courier", digest: str = "a") -> Capture:
    return Capture(
        source_id=source_id,
        url=url,
        final_url=url,
        captured_at=NOON + timedelta(hours=hour),
        status=200,
        content_type="text/html",
        payload_digest=f"sha256:{digest}",
        size_bytes=1,
        warc_file=f"{source_id}.warc.gz",
        warc_offset=0,
        warc_length=1,
    )


def article(url: str, *, headline: str = "A bridge opens", body: str = "", authors: Iterable[str] = ("Ann Lee",), **fields: Any) -> Article:
    text = body or "The bridge over the river opened on Monday after nine years of work and two changes of plan. " * 2
    return Article(
        url=url,
        headline=headline,
        article_body=text.strip(),
        authors=tuple(Author(name=name) for name in authors),
        word_count=len(text.split()),
        **{"date_published": NOON, "date_published_raw": "noon", "date_published_precision": DatePrecision.MINUTE, **fields},
    )


def staged(
    url: str, *, identity: str = "", hour: float = 0, source_id: str = "courier", digest: str = "a", version: str = "1", **said: Any
) -> StagedArticle:
    """A capture of `url` that says what the further fields say; its identity is the URL where none is given."""
    return StagedArticle(
        capture=capture(url, hour=hour, source_id=source_id, digest=digest),
        article=article(url, **said),
        identity=identity or url,
        extractor_name="newshouse",
        extractor_version=version,
    )


def stage_all(connection: Connection, run_id: str, arrivals: Iterable[StagedArticle]) -> list[str]:
    """The sources of the run: it has discovered, fetched and extracted `arrivals`, and not loaded them."""
    by_source: dict[str, list[StagedArticle]] = {}
    for one in arrivals:
        by_source.setdefault(one.capture.source_id, []).append(one)
    sync_sources(connection, SOURCES)
    run = Run(run_id=run_id, interval=None)
    begin_run(connection, run, kind="replay", now=NOW)
    for source_id, ours in by_source.items():
        refs = [
            ArticleRef(source_id=source_id, url=url, via="warc", document_url="test", seen_at=NOW)
            for url in sorted({one.capture.url for one in ours})
        ]
        announce(connection, refs)
        begin_source_run(connection, run_id, source_id, now=NOW)
        begin_stage(connection, run_id, source_id, "discover")
        open_outcomes(connection, run, source_id, now=NOW, url_keys=[ref.url_key for ref in refs])
        stage_articles(connection, run_id, source_id, ours)
        waiting = {one.capture.url_key: one.capture.capture_key for one in ours}
        decide(
            connection,
            run_id,
            source_id,
            [Decision(url_key=key, outcome=Outcome.PENDING, reason=Reason.NOT_LOADED, capture_key=held) for key, held in waiting.items()],
            now=NOW,
        )
    return sorted(by_source)


def load_all(connection: Connection, run_id: str, arrivals: Iterable[StagedArticle]) -> dict[str, dict[str, int]]:
    """The books of each source after the run has loaded `arrivals`."""
    books = {}
    for source_id in stage_all(connection, run_id, arrivals):
        deduplicate(connection, run_id, source_id)
        begin_stage(connection, run_id, source_id, "load")
        books[source_id] = load(connection, run_id, source_id, now=NOW)
    return books


def state(connection: Connection) -> Mapping[str, list[str]]:
    """Every row of every table of the warehouse layer, as text, sorted."""
    found = {}
    with connection.cursor() as cursor:
        for table in WAREHOUSE_TABLES:
            cursor.execute(f"select held::text as line from warehouse.{table} as held")
            found[table] = sorted(row.line for row in cursor.fetchall())
    return found


def rows_of(connection: Connection, query: str, *params: Any) -> list[tuple[Any, ...]]:
    with connection.cursor(cursor_factory=Cursor) as cursor:
        cursor.execute(query, params)
        return cursor.fetchall()
