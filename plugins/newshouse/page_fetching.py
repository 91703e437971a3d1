"""The fetch stage: the pages that a run still needs, into the archive and its index."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice

from newshouse import capture_index, ledger, run_books
from newshouse.archive import Archive
from newshouse.archiving import indexed_writer, recover
from newshouse.database import Connection, advisory_lock
from newshouse.fetching import Fetched, Spent, fetch_pages
from newshouse.model import Capture, Run, Source, url_key
from newshouse.robots import RobotsFile
from newshouse.settings import Settings
from newshouse.site_files import Memory
from newshouse.web import Web

ROBOTS_LIFE = timedelta(hours=24)  # RFC 9309, 2.4: a cached robots.txt is not used for longer
LOCK_TIMEOUT_S = 6 * 3600.0  # several days of one source wait for one another, a thousand polite pages each
NOTES_AT_ONCE = 1_000  # of URLs that were not asked for: a flood of them is over the budget
PAGES_PER_FILE = 50  # on an object store, where a file appears only when it is closed


def fetch_into_archive(connection: Connection, run: Run, source: Source, settings: Settings) -> Mapping[str, int]:
    """Counts of pages `recovered` after a crash, `archived` already, and `fetched`. One process at a time fetches from a source."""
    archive = Archive(settings.archive_root)
    with advisory_lock(connection, f"fetch {source.source_id}", timeout_s=LOCK_TIMEOUT_S):
        recovered = recover(connection, archive, source.source_id)
        with connection:
            archived = ledger.mark_archived(connection, run.run_id, source.source_id, now=datetime.now(UTC))
            wanted = ledger.pages_to_fetch(connection, run.run_id, source.source_id)
            pages = capture_index.latest_pages(connection, [candidate.url_key for candidate in wanted])
        pages = {url: page for url, page in pages.items() if archive.exists(page.warc_file)}  # else a 304 would lose the page
        portion = len(wanted) if archive.is_readable_at_once else PAGES_PER_FILE
        waiting, fetched, spent = iter(wanted), 0, Spent()
        while some := [candidate.url for candidate in islice(waiting, portion)]:
            fetched += _fetch(connection, run, source, settings, archive, {url: pages.get(url) for url in some}, spent)
    return {"recovered": recovered, "archived": archived, "fetched": fetched}


def _fetch(
    connection: Connection,
    run: Run,
    source: Source,
    settings: Settings,
    archive: Archive,
    urls: Mapping[str, Capture | None],
    spent: Spent,
) -> int:
    """How many of the URLs gave an answer. With a URL comes the page that the archive has of it."""
    fetched_count = 0
    unasked: list[Fetched] = []
    pages = {url: page for url, page in urls.items() if page}
    with (
        Web(settings, is_loopback_allowed=source.is_loopback_allowed) as web,
        indexed_writer(connection, archive, source.source_id) as (writer, indexing),
    ):
        memory = Memory(
            known=lambda host: _known_robots(connection, host),
            keep=lambda robots, captures: indexing.when_readable(lambda: _keep_robots(connection, robots, captures)),
        )
        answers = fetch_pages(source, urls, web=web, writer=writer, memory=memory, pages=pages, threads=settings.fetch_threads, spent=spent)
        for fetched in answers:
            if fetched.capture is None:
                unasked.append(fetched)
                continue
            fetched_count += 1
            indexing.when_readable(lambda one=fetched: _note(connection, run, source, [one]))  # type: ignore[misc]
    while unasked:  # pending until now, as they were: a kill before this line costs nothing
        some, unasked = unasked[:NOTES_AT_ONCE], unasked[NOTES_AT_ONCE:]
        with connection:
            _note(connection, run, source, some)
    return fetched_count


def _note(connection: Connection, run: Run, source: Source, found: Sequence[Fetched]) -> None:
    captures = [fetched.capture for fetched in found if fetched.capture]
    capture_index.index_captures(connection, captures)
    run_books.count_fetched(connection, run.run_id, source.source_id, captures)
    decisions = [
        ledger.Decision(
            url_key=url_key(source.source_id, fetched.url),
            outcome=fetched.outcome,
            reason=fetched.reason,
            detail=fetched.detail,
            capture_key=fetched.capture.capture_key if fetched.capture else None,
        )
        for fetched in found
    ]
    ledger.decide(connection, run.run_id, source.source_id, decisions, now=datetime.now(UTC))


def _known_robots(connection: Connection, host: str) -> RobotsFile | None:
    with connection:
        return capture_index.robots_of(connection, host, fetched_after=datetime.now(UTC) - ROBOTS_LIFE)


def _keep_robots(connection: Connection, robots: RobotsFile, captures: Sequence[Capture]) -> None:
    capture_index.index_captures(connection, captures)
    capture_index.keep_robots(connection, robots)
