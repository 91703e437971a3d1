"""The six stages, for one run and source at a time: the same for Airflow's tasks, the command line and the tests.

Each stage takes all it needs from Postgres and the archive, and leaves its results there; what it returns is counts for people. Each may
run twice, overlap with itself and be killed at any line. Where a source cannot do a stage, that is noted in its books and the exception
goes on, so that Airflow sees it.
"""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from newshouse import checks, ledger, load, marts, migrations, recrawling, run_books, source_health, staging
from newshouse.database import Connection, connect
from newshouse.discovering import announced
from newshouse.errors import NewshouseError, SettingsError, SourceFailed, SourceFileError, UnbalancedRun, WarehouseError
from newshouse.extracting import extract_pages
from newshouse.model import Interval, Run, RunMode, Source, SourceOutcome
from newshouse.page_fetching import fetch_into_archive
from newshouse.report import dry_run_lines, run_report
from newshouse.settings import Settings
from newshouse.source_file import read_sources

log = logging.getLogger(__name__)

COMPARABLE = frozenset((SourceOutcome.OK, SourceOutcome.EMPTY))  # a night that went badly anyhow needs no comparison
FEED_REACH = timedelta(days=2)  # how far back what only shows the present can be trusted to reach
Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a stage has before it: one source of one run."""

    connection: Connection
    run: Run
    source: Source
    settings: Settings


Steps = Mapping[str, Callable[[Work], Counts]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The sources of a run, and the complaints about source files that were asked for and cannot be read."""

    sources: tuple[Source, ...]
    broken: Mapping[str, str] = field(default_factory=dict)


def plan(run: Run, chosen: Chosen, settings: Settings, *, kind: str) -> None:
    """Opens the books of the run and of each of its sources; a source whose file is wrong has failed already, and the others go on.

    Raises WarehouseError for a warehouse that is not migrated.
    """
    with closing(connect(settings.warehouse_url, application_name="newshouse plan")) as connection, connection:
        require_migrated(connection)
        now = datetime.now(UTC)
        run_books.begin_run(connection, run, kind=kind, now=now)
        load.sync_sources(connection, chosen.sources)
        run_books.begin_sources(connection, run.run_id, [*(source.source_id for source in chosen.sources), *chosen.broken], now=now)
        for source_id, complaint in chosen.broken.items():
            run_books.judge_source(connection, run.run_id, source_id, SourceOutcome.FAILED, complaint)


def require_migrated(connection: Connection) -> None:
    """Raises WarehouseError for a warehouse that is not at this version's schema."""
    missing = migrations.pending(connection)
    if missing:
        raise WarehouseError(f"the warehouse lacks {len(missing)} migrations ({missing[0]} ...): run `newshouse migrate`")


def chosen_sources(settings: Settings, only: Sequence[str] = ()) -> Chosen:
    """The sources named in `only`, switched on or not, else every enabled one.

    Raises SettingsError for an unknown id and where there is nothing to do, SourceFileError where all that is left is wrong files.
    """
    folder = read_sources(settings.sources_folder)
    known = {source.source_id: source for source in folder.sources}
    unknown = sorted(set(only) - known.keys() - folder.broken.keys())
    if unknown:
        raise SettingsError(f"no source {', '.join(unknown)} in {settings.sources_folder}; there are: {', '.join(known)}")
    sources = tuple(source for source in folder.sources if (source.source_id in only if only else source.is_enabled))
    broken = {source_id: complaint for source_id, complaint in folder.broken.items() if not only or source_id in only}
    if not sources and folder.problems:
        raise SourceFileError("\n".join(folder.problems))
    if not sources:
        raise SettingsError(f"no source in {settings.sources_folder} is enabled: set `enabled: true` in a file, or name sources to run")
    return Chosen(sources=sources, broken=broken)


def source_of(source_id: str, settings: Settings) -> Source:
    """The source of a run as its file says today. Raises SourceFileError where the file has gone wrong since."""
    folder = read_sources(settings.sources_folder)
    for source in folder.sources:
        if source.source_id == source_id:
            return source
    raise SourceFileError(folder.broken.get(source_id, f"{settings.sources_folder} has no source {source_id} any more"))


def do(stage: str, run_id: str, source: Source, settings: Settings, steps: Steps | None = None) -> dict[str, int]:
    """One stage of one source of a run, by the night's `STAGES` or by `steps`. Raises SourceFailed, having noted it in the source's books,
    where the source cannot do it."""
    with closing(connect(settings.warehouse_url, application_name=f"newshouse {stage} {source.source_id}")) as connection:
        return do_on(connection, stage, run_id, source, settings, steps)


def do_on(
    connection: Connection, stage: str, run_id: str, source: Source, settings: Settings, steps: Steps | None = None
) -> dict[str, int]:
    """The same on a connection that the caller keeps: opening one costs more than the work on a source with few pages. Commits."""
    with connection:
        run = run_books.read_run(connection, run_id)
        source = replace(source, politeness=source.politeness.of_backfill()) if run.is_backfill else source
        run_books.begin_stage(connection, run_id, source.source_id, stage)
    try:
        counts = dict((steps or STAGES)[stage](Work(connection=connection, run=run, source=source, settings=settings)))
    except SourceFailed as failure:
        connection.rollback()
        with connection:
            run_books.judge_source(connection, run_id, source.source_id, SourceOutcome.FAILED, f"{stage}: {failure}")
        raise
    log.info("%s %s: %s", stage, source.source_id, ", ".join(f"{name} {count}" for name, count in counts.items()))
    return counts


def discover(work: Work) -> Counts:
    """Asks the source's feeds and sitemaps, and opens the outcome of every URL that may belong to the interval; for a recrawl, which has
    none, of every article that is due."""
    run, source, now = work.run, work.source, datetime.now(UTC)
    if run.interval is None:
        return _recrawl(work, now)
    found = announced(work.connection, source, run.interval, work.settings, now=now) if run.mode is not RunMode.FROM_ARCHIVE else None
    with work.connection:
        counts = ledger.open_outcomes(work.connection, run, source.source_id, now=now)
        if found and not found.reaches_past and not _was_watched(work.connection, source, run.interval, now):
            reason = "nothing that the source shows reaches back to the interval, and nobody read it while it did"
            run_books.judge_source(work.connection, run.run_id, source.source_id, SourceOutcome.NOT_BACKFILLABLE, reason)
        elif found and found.problems:
            run_books.judge_source(work.connection, run.run_id, source.source_id, SourceOutcome.PARTIAL, "; ".join(found.problems))
        for line in dry_run_lines(work.connection, run.run_id, source.source_id):  # into the task's log
            log.info(line.told())
    return counts


def _recrawl(work: Work, now: datetime) -> Counts:
    """Opens the outcome of every article that is due to be asked for again."""
    with work.connection:
        url_keys = recrawling.due(work.connection, work.source.source_id, now)
        return ledger.open_outcomes(work.connection, work.run, work.source.source_id, now=now, url_keys=url_keys)


def _was_watched(connection: Connection, source: Source, interval: Interval, now: datetime) -> bool:
    """Whether the ledger can know the interval: what the source shows was read at the time, or is read now and still reaches so far."""
    return interval.end >= now - FEED_REACH or ledger.was_watched(connection, source.source_id, interval.start, interval.end + FEED_REACH)


def fetch(work: Work) -> Counts:
    """Brings the pages that the archive lacks into the archive."""
    return fetch_into_archive(work.connection, work.run, work.source, work.settings)


def extract(work: Work) -> Counts:
    """Reads the archived pages, and stages the articles of the interval."""
    return extract_pages(work.connection, work.run, work.source, work.settings)


def deduplicate(work: Work) -> Counts:
    """Decides which of an article's URLs is its own."""
    with work.connection:
        return load.deduplicate(work.connection, work.run.run_id, work.source.source_id)


def load_staged(work: Work) -> Counts:
    """Loads what is staged, in one transaction."""
    with work.connection:
        return load.load(work.connection, work.run.run_id, work.source.source_id, now=datetime.now(UTC))


STAGES: Steps = {
    "discover": discover,
    "fetch": fetch,
    "extract": extract,
    "deduplicate": deduplicate,
    "load": load_staged,
}


def reading_anew(earlier: Sequence[str]) -> Steps:
    """The stages, but that every page is read that the runs `earlier` have not staged, whether the warehouse holds it or not."""

    def extract_anew(work: Work) -> Counts:
        return extract_pages(work.connection, work.run, work.source, work.settings, staged_by=earlier)

    return {**STAGES, "extract": extract_anew}


def index(run_id: str, settings: Settings) -> int:
    """How many articles' texts were read for the full text search, which costs several times their load; notes what it cost."""
    with closing(connect(settings.warehouse_url, application_name="newshouse index")) as connection:
        began = time.monotonic()
        count = marts.index(connection)
        took_s = time.monotonic() - began
        with connection:
            run_books.count_indexed(connection, run_id, count, took_s)
    log.info("full text of %s articles indexed in %.1f s", count, took_s)
    return count


def publish(run_id: str, settings: Settings) -> bool:
    """Brings the marts up to date, closes the books of the run and runs the checks. True if the run was good."""
    with closing(connect(settings.warehouse_url, application_name="newshouse refresh")) as connection:
        counts = marts.refresh(connection)
    log.info("refresh: %s", ", ".join(f"{name} {count}" for name, count in counts.items()))
    with closing(connect(settings.warehouse_url, application_name="newshouse publish")) as connection, connection:
        now = datetime.now(UTC)
        interval = run_books.read_run(connection, run_id).interval
        for source_id in run_books.sources_of(connection, run_id):
            if run_books.finish_source_run(connection, run_id, source_id, now=now) in COMPARABLE and interval:
                _compare(connection, run_id, source_id, interval)
        checks.run_checks(connection, run_id, now=now)
        staging.forget_staged(connection, run_id)
        return run_books.finish_run(connection, run_id, now=now)


def _compare(connection: Connection, run_id: str, source_id: str, interval: Interval) -> None:
    """Judges the source as partial where its articles are unlike those of the weeks before."""
    if found := source_health.complaints_of(connection, source_id, interval):
        run_books.judge_source(connection, run_id, source_id, SourceOutcome.PARTIAL, source_health.told(found))


def gate(run_id: str, settings: Settings) -> None:
    """Nothing for a good run. Raises UnbalancedRun where law 1 is broken, NewshouseError where a source failed or a check did not hold."""
    with closing(connect(settings.warehouse_url, application_name="newshouse gate")) as connection:
        report = run_report(connection, run_id)
    complaints = report.complaints()
    for complaint in complaints:
        log.error(complaint)
    if any(line.discovered != line.accounted for line in report.sources):
        raise UnbalancedRun(f"discovered URLs and outcomes differ; the lines above this name all {len(complaints)} complaints")
    if complaints:
        raise NewshouseError(f"the run was not good: the lines above this name all {len(complaints)} reasons")
