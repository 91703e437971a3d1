"""The discover stage: what the source's feeds and sitemaps announce, into the ledger, each document into the archive."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from http.client import OK

from newshouse import capture_index, ledger
from newshouse.archive import Archive
from newshouse.archiving import indexed_writer
from newshouse.database import Connection
from newshouse.discovery import Answer, Discovery, discover
from newshouse.discovery.membership import is_own_host
from newshouse.discovery.records import Ask
from newshouse.model import Capture, Interval, Source
from newshouse.settings import Settings
from newshouse.urls import host_of
from newshouse.warc import Role
from newshouse.web import Exchange, Web

MAX_DOCUMENT_BYTES = 60_000_000  # sitemaps.org allows 50 MB


def announced(connection: Connection, source: Source, interval: Interval | None, settings: Settings, *, now: datetime) -> Discovery:
    """What the source announces for the interval (None: all dates); the ledger holds it now. Commits.

    Raises SourceBusy, SourceGone or SourceFailed where none of the source's documents could be read.
    """
    archive = Archive(settings.archive_root)
    with (
        Web(settings, is_loopback_allowed=source.is_loopback_allowed) as web,
        indexed_writer(connection, archive, source.source_id) as (writer, indexing),
    ):

        def keep(exchange: Exchange) -> Capture:
            capture = writer.write(exchange, role=Role.DOCUMENT)
            indexing.when_readable(lambda: _index(connection, capture))
            return capture

        captures_of = partial(_adopted, connection, archive, source)
        found = discover(source, interval, asker(source, web, keep), now, captures_of=captures_of)
        indexing.when_readable(lambda: _note(connection, found))
    return found


def asker(source: Source, web: Web, keep: Callable[[Exchange], Capture]) -> Ask:
    """What fetches one feed or sitemap, after the pause that the source's politeness asks for; `keep` archives the exchange."""

    def ask(url: str) -> Answer:
        time.sleep(source.politeness.delay_s)
        exchange = web.get(url, max_bytes=MAX_DOCUMENT_BYTES)
        capture = keep(exchange)
        return Answer(
            status=exchange.status,
            content=exchange.content(MAX_DOCUMENT_BYTES) if exchange.status == OK else b"",
            content_type=exchange.header("Content-Type"),
            final_url=exchange.final_url,
            capture=capture,
        )

    return ask


def _adopted(connection: Connection, archive: Archive, source: Source, file: str) -> list[Capture]:
    """The source's pages in a WARC file, which now stands in the archive and its index. Commits."""
    warc_file = archive.adopt(file)
    records = list(archive.records(warc_file, lambda _: source.source_id))
    captures = [
        record.capture
        for record in records
        if record.capture and record.role is Role.PAGE and is_own_host(host_of(record.capture.url), source)
    ]
    with connection:
        capture_index.index_file(connection, warc_file, source.source_id, captures, record_count=len(records), now=datetime.now(UTC))
    return captures


def _index(connection: Connection, capture: Capture) -> None:
    capture_index.index_captures(connection, [capture])


def _note(connection: Connection, found: Discovery) -> None:
    documents = [
        capture_index.DiscoveryDocument(capture=one.capture, via=one.via, ref_count=one.ref_count, problem=one.problem)
        for one in found.documents
        if one.capture
    ]
    capture_index.record_documents(connection, documents)
    ledger.announce(connection, found.refs)
