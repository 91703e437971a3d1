"""Takedowns: an article's text out of the warehouse, the search, the books and the archive, and never in again.

First the tombstones and the warehouse, in one transaction: from then on nothing fetches, reads or loads it. Then the archived records, one
by one. Killed in between, the next takedown or the weekly maintenance goes on. Not its job: copies that lie elsewhere, such as backups.
"""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime

from newshouse import load, marts
from newshouse.archive import Archive
from newshouse.database import Connection, as_json, connect, execute, rows
from newshouse.errors import SettingsError
from newshouse.extracting import identity_of
from newshouse.migrations import require_migrated
from newshouse.model import Article, article_key, url_key
from newshouse.replaying import UNPLACED, SourcesByHost
from newshouse.settings import Settings
from newshouse.source_file import load_sources

RUN_ID = "takedown"  # what load notes; no run of this name has anything staged


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenDown:
    """What a takedown did."""

    urls: tuple[str, ...]
    article_count: int
    record_count: int  # archived records that were overwritten


def take_down(url: str, settings: Settings, *, reason: str, requested_by: str | None = None) -> TakenDown:
    """Takes down what stands at the URL, under every address that is known of it. A URL that nobody has met yet is refused from now on.

    Raises SettingsError for a URL that is of no source's host.
    """
    with closing(connect(settings.warehouse_url, application_name="newshouse takedown")) as connection:
        with connection:
            require_migrated(connection)
            execute(connection, "load_lock")
            addresses = [row._asdict() for row in rows(connection, "takedown_address", {"url": url})]
            if not any(address["article_key"] for address in addresses):
                addresses = _unloaded(url, addresses, settings)
            params = {"rows": as_json(addresses), "reason": reason, "requested_by": requested_by, "now": datetime.now(UTC)}
            execute(connection, "takedown_put", params)
            article_count = _withdraw(connection)
        record_count = finish(connection, settings)["overwritten"]
    urls = tuple(sorted(str(address["url"]) for address in addresses))
    return TakenDown(urls=urls, article_count=article_count, record_count=record_count)


def finish(connection: Connection, settings: Settings) -> Mapping[str, int]:
    """Counts of archived records `overwritten` and `missing`: those that tombstones have left, and those that came after them. Commits."""
    archive, counts = Archive(settings.archive_root), {"overwritten": 0, "missing": 0}
    with connection:
        _withdraw(connection)
        captures = rows(connection, "takedown_capture")
    for one in captures:
        is_there = archive.erase(one.warc_file, one.warc_offset, one.warc_length, now=datetime.now(UTC))
        with connection:
            execute(connection, "takedown_scrubbed", {"capture_key": one.capture_key, "captured_at": one.captured_at})
        counts["overwritten" if is_there else "missing"] += 1
    with connection:
        execute(connection, "takedown_done", {"now": datetime.now(UTC)})
    marts.refresh(connection)
    return counts


def _withdraw(connection: Connection) -> int:
    """How many articles the warehouse has lost."""
    doomed = rows(connection, "takedown_article")
    for source_id in sorted({row.source_id for row in doomed}):
        load.withdraw(connection, RUN_ID, source_id, now=datetime.now(UTC))
    execute(connection, "takedown_forget")
    return len(doomed)


def _unloaded(url: str, addresses: Sequence[Mapping[str, object]], settings: Settings) -> list[dict[str, object]]:
    """The addresses, or the URL alone, with the article that its source would take it for: it may be announced otherwise tomorrow."""
    sources = SourcesByHost(load_sources(settings.sources_folder))
    source_id = sources.source_id_of(url)
    if source_id == UNPLACED:
        raise SettingsError(f"{url!r} is no http(s) address")
    identity = identity_of(Article(url=url, headline="", article_body=""), sources.source(source_id))
    met = addresses or [{"source_id": source_id, "url_key": url_key(source_id, url), "url": url}]
    return [{**address, "article_key": article_key(str(address["source_id"]), identity)} for address in met]
