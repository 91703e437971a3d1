"""Archived pages read again by today's extractor, into staging: the extract stage of a re-extraction. The warehouse is not touched."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby

from newshouse import ledger, run_books, staging
from newshouse.archive import Archive
from newshouse.database import Connection
from newshouse.errors import Rejected
from newshouse.extracting import as_staged, batches, read_capture, undated
from newshouse.extraction import EXTRACTOR_NAME, version_for
from newshouse.model import Article, Capture, Interval, Outcome, Reason, Run, Source
from newshouse.settings import Settings

Reading = tuple[Capture, Article | Rejected]


def reread_pages(connection: Connection, run: Run, source: Source, settings: Settings) -> Mapping[str, int]:
    """Counts of captures `staged` and `rejected`. Every page is read, whoever read it before, and all captures of a URL by one version."""
    with connection:
        captures = ledger.captures_to_extract(
            connection, run.run_id, source.source_id, extractor_name=EXTRACTOR_NAME, extractor_version=version_for(source)
        )
        intervals = run_books.covered(connection, source.source_id)
    archive, counts = Archive(settings.archive_root), Counter({"staged": 0, "rejected": 0})
    for some in batches(captures):
        staged: list[staging.StagedArticle] = []
        rejections: list[staging.StagedRejection] = []
        for _, of_one_url in groupby(some, key=lambda one: one.capture.url_key):
            found = list(of_one_url)
            readings = [(one.capture, _read(one.capture, archive, source, settings)) for one in found]
            for capture, said in readings if found[0].is_replayed else _judged(readings, intervals):
                if isinstance(said, Rejected):
                    rejections.append(staging.StagedRejection(capture=capture, reason=said.reason, detail=said.detail))
                else:
                    staged.append(as_staged(capture, said, source))
        waiting = [_waiting(capture) for capture in [*(one.capture for one in rejections), *(one.capture for one in staged)]]
        with connection:
            staging.stage_rejections(connection, run.run_id, source.source_id, rejections)
            staging.stage_articles(connection, run.run_id, source.source_id, staged)
            ledger.decide(connection, run.run_id, source.source_id, waiting, now=datetime.now(UTC))
        counts.update(staged=len(staged), rejected=len(rejections))
    return counts


def _read(capture: Capture, archive: Archive, source: Source, settings: Settings) -> Article | Rejected:
    try:
        return read_capture(capture, archive, source, settings)
    except Rejected as rejection:
        return rejection


def _judged(readings: Sequence[Reading], intervals: Sequence[Interval]) -> list[Reading]:
    """The readings of one URL, refused where a rebuild would not load them: undated, or all of days that were never run for."""
    dated = [(capture, undated() if _is_undated(said) else said) for capture, said in readings]
    dates = [said.date_published for _, said in dated if not isinstance(said, Rejected)]
    if any(date is not None and interval.holds(date) for date in dates for interval in intervals):
        return dated
    return [(capture, said if isinstance(said, Rejected) else _outside(said)) for capture, said in dated]


def _is_undated(said: Article | Rejected) -> bool:
    return not isinstance(said, Rejected) and said.date_published is None


def _outside(article: Article) -> Rejected:
    published = article.date_published.isoformat() if article.date_published else "at no known time"
    return Rejected(Reason.OUTSIDE_INTERVAL, f"published {published}")


def _waiting(capture: Capture) -> ledger.Decision:
    return ledger.Decision(url_key=capture.url_key, outcome=Outcome.PENDING, reason=Reason.NOT_LOADED, capture_key=capture.capture_key)
