"""The extract stage: archived pages of a run to staged articles, rejections, and dates learned."""

import logging
import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby

from newshouse import ledger, run_books, staging
from newshouse.archive import Archive
from newshouse.database import Connection
from newshouse.errors import Rejected
from newshouse.extraction import EXTRACTOR_NAME, version_for
from newshouse.extraction import extract as extract_article
from newshouse.model import Article, Capture, Interval, Outcome, Reason, Run, Source
from newshouse.settings import Settings
from newshouse.urls import canonical_url

log = logging.getLogger(__name__)

BATCH_SIZE = 100  # captures per transaction: a killed task loses at most the reading of these


@dataclass(slots=True, kw_only=True)
class Batch:
    """What one transaction will write."""

    staged: list[staging.StagedArticle] = field(default_factory=list)
    decisions: list[ledger.Decision] = field(default_factory=list)
    dates: dict[uuid.UUID, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a capture says: an article, or why it is none, or neither where an earlier run has read it."""

    capture: Capture
    article: Article | None = None
    rejection: Rejected | None = None


def extract_pages(
    connection: Connection, run: Run, source: Source, settings: Settings, *, staged_by: Sequence[str] | None = None
) -> Mapping[str, int]:
    """Counts of captures `staged`, `rejected`, `outside` the interval and `known` since an earlier run.

    Known is what the warehouse holds; or, where `staged_by` is given, what these runs have staged, whatever the warehouse holds.
    """
    with connection:
        captures = ledger.captures_to_extract(
            connection,
            run.run_id,
            source.source_id,
            extractor_name=EXTRACTOR_NAME,
            extractor_version=version_for(source),
            staged_by=staged_by,
        )
        # A page that turns out to be of another day is loaded where that day has been run for: else the warehouse would lack
        # what its archive holds, and a rebuild would find it.
        intervals = run_books.covered(connection, source.source_id) if run.interval else None
    archive = Archive(settings.archive_root)
    counts = {"staged": 0, "rejected": 0, "outside": 0, "known": 0}
    for some in batches(captures):
        batch = Batch()
        for _, of_one_url in groupby(some, key=lambda one: one.capture.url_key):
            readings = [_reading(one, archive, run, source, settings) for one in of_one_url]
            belongs = _belongs(readings, intervals)
            for reading in readings:
                counts[_note(reading, belongs, source, batch)] += 1
        with connection:
            staging.stage_articles(connection, run.run_id, source.source_id, batch.staged)
            ledger.learn_dates(connection, batch.dates)
            ledger.decide(connection, run.run_id, source.source_id, batch.decisions, now=datetime.now(UTC))
        log.info("%s: %s of %s pages", source.source_id, sum(counts.values()), len(captures))
    return counts


def identity_of(article: Article, source: Source) -> str:
    """What makes the article the same one: the publisher's id where the source declares it, else the canonical URL."""
    address = article.canonical_url or article.url
    declared = source.article_id_pattern and (
        re.search(source.article_id_pattern, address) or re.search(source.article_id_pattern, article.url)
    )
    return declared[1] if declared else canonical_url(address, source.keep_parameters)


def as_staged(capture: Capture, article: Article, source: Source) -> staging.StagedArticle:
    """What a capture says, as it is staged, with the version that read it."""
    return staging.StagedArticle(
        capture=capture,
        article=article,
        identity=identity_of(article, source),
        extractor_name=EXTRACTOR_NAME,
        extractor_version=version_for(source),
    )


def read_capture(capture: Capture, archive: Archive, source: Source, settings: Settings) -> Article:
    """The article that a capture holds. Raises Rejected where there is none."""
    if capture.truncated == "length":
        raise Rejected(Reason.TOO_LARGE, f"more than {settings.max_page_bytes} bytes")
    if capture.truncated:
        raise Rejected(Reason.TRUNCATED, f"the answer ended early ({capture.truncated})")
    return extract_article(archive.read(capture, max_bytes=settings.max_page_bytes), source)


def undated() -> Rejected:
    return Rejected(Reason.NO_DATE, "a run cannot place a page without a date; a replay of files loads it")


def batches(captures: Sequence[ledger.ArchivedCapture]) -> Iterator[list[ledger.ArchivedCapture]]:
    """About BATCH_SIZE captures at a time, those of one URL together."""
    batch: list[ledger.ArchivedCapture] = []
    for _, of_one_url in groupby(captures, key=lambda one: one.capture.url_key):
        batch += of_one_url
        if len(batch) >= BATCH_SIZE:
            yield batch
            batch = []
    if batch:
        yield batch


def _reading(one: ledger.ArchivedCapture, archive: Archive, run: Run, source: Source, settings: Settings) -> Reading:
    if one.is_observed:
        return Reading(capture=one.capture)
    try:
        return Reading(capture=one.capture, article=_read(one, archive, run, source, settings))
    except Rejected as rejection:
        return Reading(capture=one.capture, rejection=rejection)


def _belongs(readings: Sequence[Reading], intervals: Sequence[Interval] | None) -> bool:
    """Whether captures of one URL belong to the intervals (None: all dates): all of them, where one does or is loaded already.

    So an article whose date the publisher corrects later keeps its whole history, whatever days were run, and in which order.
    """
    if intervals is None:
        return True
    dates = [reading.article.date_published for reading in readings if reading.article]
    return any(date is not None and interval.holds(date) for date in dates for interval in intervals) or any(
        reading.article is None and reading.rejection is None for reading in readings
    )


def _note(reading: Reading, belongs: bool, source: Source, batch: Batch) -> str:
    """Adds to the batch what becomes of one capture, and names the count that it belongs to."""
    capture, article, rejection = reading.capture, reading.article, reading.rejection
    waiting = ledger.Decision(url_key=capture.url_key, outcome=Outcome.PENDING, reason=Reason.NOT_LOADED, capture_key=capture.capture_key)
    if rejection:
        batch.decisions.append(_decision(capture, Outcome.REJECTED, rejection.reason, rejection.detail))
        return "rejected"
    if article is None:
        batch.decisions.append(waiting)
        return "known"
    if article.date_published:
        batch.dates[capture.url_key] = article.date_published
    if not belongs:
        published = article.date_published.isoformat() if article.date_published else "at no known time"
        batch.decisions.append(_decision(capture, Outcome.SKIPPED, Reason.OUTSIDE_INTERVAL, f"published {published}"))
        return "outside"
    batch.staged.append(as_staged(capture, article, source))
    batch.decisions.append(waiting)
    return "staged"


def _read(one: ledger.ArchivedCapture, archive: Archive, run: Run, source: Source, settings: Settings) -> Article:
    """The article that a capture holds. Raises Rejected where there is none, and for a page without a date: only a replay places it."""
    article = read_capture(one.capture, archive, source, settings)
    if article.date_published is None and (run.interval or not one.is_replayed):
        raise undated()
    return article


def _decision(capture: Capture, outcome: Outcome, reason: Reason, detail: str) -> ledger.Decision:
    return ledger.Decision(url_key=capture.url_key, outcome=outcome, reason=reason, detail=detail or None, capture_key=capture.capture_key)
