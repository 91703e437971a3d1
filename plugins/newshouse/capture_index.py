"""The index of the archive in Postgres: captures, WARC files, discovery documents, robots.txt. Nothing here commits."""

import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from newshouse.database import Connection, as_json, execute, rows
from newshouse.model import Capture
from newshouse.robots import RobotsFile


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscoveryDocument:
    """A feed or sitemap as it stood when it was read. `problem` says what was wrong with it, in words."""

    capture: Capture
    via: str
    ref_count: int
    problem: str | None = None


def index_captures(connection: Connection, captures: Iterable[Capture]) -> int:
    """How many of the captures were new to the index; their WARC files must be known to it."""
    captures = list(captures)
    _make_months(connection, captures)
    records = [{**asdict(capture), "capture_key": capture.capture_key, "url_key": capture.url_key} for capture in captures]
    return execute(connection, "capture_insert", {"rows": as_json(records)})


def index_file(
    connection: Connection, warc_file: str, source_id: str, captures: Sequence[Capture], *, record_count: int, now: datetime
) -> None:
    """A whole file with its captures.

    The months come first: a partition is attached under a lock of raw.warc_file, for which two that have written there would wait for
    each other.
    """
    _make_months(connection, captures)
    open_warc_file(connection, warc_file, source_id, now=now)
    index_captures(connection, captures)
    close_warc_file(connection, warc_file, record_count=record_count, now=now)


def _make_months(connection: Connection, captures: Iterable[Capture]) -> None:
    """Makes the partitions of raw.capture that the captures need."""
    instants = {capture.captured_at.astimezone(UTC) for capture in captures}
    months = sorted({instant.replace(day=1, hour=0, minute=0, second=0, microsecond=0) for instant in instants})
    rows(connection, "capture_months", {"months": months})


def latest_pages(connection: Connection, url_keys: Collection[uuid.UUID]) -> dict[str, Capture]:
    """The latest page of each URL, by URL, where it is whole and bears an ETag or Last-Modified; no others."""
    found = rows(connection, "capture_latest_page", {"url_keys": sorted(url_keys)})
    return {row.url: Capture(**row._asdict()) for row in found}


def open_warc_file(connection: Connection, warc_file: str, source_id: str, *, now: datetime) -> None:
    """Makes the file known before its first record, so that a crash leaves a trace."""
    execute(connection, "warc_file_open", {"warc_file": warc_file, "source_id": source_id, "now": now})


def close_warc_file(connection: Connection, warc_file: str, *, record_count: int, now: datetime) -> None:
    execute(connection, "warc_file_close", {"warc_file": warc_file, "record_count": record_count, "now": now})


def unfinished_warc_files(connection: Connection, source_id: str) -> list[str]:
    """The source's files that were opened and not closed: after a crash they are to be indexed again."""
    return [row.warc_file for row in rows(connection, "warc_file_unfinished", {"source_id": source_id})]


def record_documents(connection: Connection, documents: Sequence[DiscoveryDocument]) -> int:
    """How many documents were new; their captures must stand in the index."""
    records = [
        {
            "capture_key": one.capture.capture_key,
            "captured_at": one.capture.captured_at,
            "source_id": one.capture.source_id,
            "url": one.capture.url,
            "via": one.via,
            "ref_count": one.ref_count,
            "problem": one.problem,
        }
        for one in documents
    ]
    return execute(connection, "discovery_document_insert", {"rows": as_json(records)})


def keep_robots(connection: Connection, robots: RobotsFile) -> None:
    execute(connection, "robots_put", asdict(robots))


def robots_of(connection: Connection, host: str, *, fetched_after: datetime) -> RobotsFile | None:
    """The host's robots.txt, or None where the last one is older than `fetched_after` or there is none."""
    found = rows(connection, "robots_get", {"host": host, "fetched_after": fetched_after})
    return next(
        (
            RobotsFile(
                host=host,
                fetched_at=row.fetched_at,
                status=row.status,
                body=bytes(row.body),
                tdmrep=bytes(row.tdmrep),
                ai_txt=bytes(row.ai_txt),
            )
            for row in found
        ),
        None,
    )
