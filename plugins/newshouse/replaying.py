"""WARC files from elsewhere into the archive and a run: what `newshouse replay` does before the common stages take over."""

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from newshouse import capture_index, ledger, run_books, stages
from newshouse.archive import Archive
from newshouse.database import Connection, connect
from newshouse.model import ArticleRef, Outcome, Reason, Run, Source
from newshouse.settings import Settings
from newshouse.source_file import load_sources
from newshouse.urls import host_of, is_http_url
from newshouse.warc import ArchivedRecord, Kind, Role
from newshouse.zones import zone_of_host

NO_PAGE = frozenset({Kind.REQUEST, Kind.WARCINFO, Kind.OTHER})
UNPLACED = "replay"  # the source of records that are too broken to say where they came from


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """The run that the files make: its sources, and what each of their records is."""

    sources: tuple[Source, ...]
    kinds: Mapping[str, int]  # records by kind
    page_count: int  # distinct URLs among the pages

    def account(self) -> str:
        """Every record of the files, in words."""
        listed = ", ".join(f"{count:,} {kind}" for kind, count in sorted(self.kinds.items()))
        return f"Records: {sum(self.kinds.values()):,} ({listed}); pages of {self.page_count:,} different URLs."


def adopt_files(run: Run, files: Sequence[Path], settings: Settings) -> Adopted:
    """Copies the files into the archive, indexes their pages, and opens the books of the run with one source for each host.

    A host that a source file declares is that source's; any other becomes a source of its own, named after the host.
    """
    archive, sources = Archive(settings.archive_root), SourcesByHost(load_sources(settings.sources_folder))
    found: list[ArchivedRecord] = []
    with closing(connect(settings.warehouse_url, application_name="newshouse replay")) as connection:
        stages.require_migrated(connection)
        for file in files:
            warc_file = archive.adopt(file)
            records = list(archive.records(warc_file, sources.source_id_of))
            _index(connection, warc_file, records)
            found += [replace(record, url=record.url or f"{warc_file}#{record.offset}") for record in records]
        pages = [record for record in found if record.role is Role.PAGE and record.kind not in NO_PAGE]
        by_source = {source_id: list(some) for source_id, some in groupby(sorted(pages, key=sources.of_record), key=sources.of_record)}
        met = tuple(sources.source(source_id) for source_id in by_source)
        stages.plan(run, stages.Chosen(sources=met), settings, kind="replay")
        for source_id, some in by_source.items():
            _open(connection, run, source_id, some)
    kinds = Counter(record.kind.value for record in found)
    return Adopted(sources=met, kinds=kinds, page_count=len({(sources.of_record(record), _announced(record)) for record in pages}))


def source_of_host(host: str) -> Source:
    """A source for a host that no source file declares."""
    return Source(source_id=host, name=host, homepage=f"https://{host}/", language="und", time_zone=zone_of_host(host), origin="replay")


class SourcesByHost:
    """The sources that URLs belong to: those of the source files, and one for each host that none of them declares."""

    def __init__(self, declared: Iterable[Source]) -> None:
        self._sources = {source.source_id: source for source in declared}
        self._ids = {
            host.removeprefix("www."): source.source_id
            for source in self._sources.values()
            for host in (host_of(source.homepage), *source.hosts)
        }

    def source(self, source_id: str) -> Source:
        return self._sources[source_id]

    def source_id_of(self, url: str) -> str:
        host = host_of(url).removeprefix("www.") if is_http_url(url) else UNPLACED
        if host not in self._ids:
            self._ids[host] = host
            self._sources[host] = source_of_host(host)
        return self._ids[host]

    def of_record(self, record: ArchivedRecord) -> str:
        return self.source_id_of(_announced(record))


def _announced(record: ArchivedRecord) -> str:
    return record.capture.url if record.capture else record.url or ""


def _index(connection: Connection, warc_file: str, records: Sequence[ArchivedRecord]) -> None:
    captures = [record.capture for record in records if record.capture]
    with connection:
        capture_index.index_file(connection, warc_file, UNPLACED, captures, record_count=len(records), now=datetime.now(UTC))


def _open(connection: Connection, run: Run, source_id: str, records: Sequence[ArchivedRecord]) -> None:
    """Opens an outcome for each URL of the source; a URL of which the files hold no page has its outcome at once."""
    now = datetime.now(UTC)
    refs = [
        ArticleRef(
            source_id=source_id,
            url=_announced(record),
            via="warc",
            document_url="warc",
            seen_at=record.capture.captured_at if record.capture else now,
        )
        for record in records
    ]
    have_page = {ref.url_key for ref, record in zip(refs, records, strict=True) if record.capture}
    lacking = {ref.url_key: record for ref, record in zip(refs, records, strict=True) if ref.url_key not in have_page}
    with connection:
        run_books.begin_stage(connection, run.run_id, source_id, "discover")
        ledger.announce(connection, refs)
        ledger.open_outcomes(connection, run, source_id, now=now, url_keys={ref.url_key for ref in refs})
        ledger.mark_archived(connection, run.run_id, source_id, now=now)
        ledger.decide(connection, run.run_id, source_id, [_without_page(key, record) for key, record in lacking.items()], now=now)


def _without_page(key: uuid.UUID, record: ArchivedRecord) -> ledger.Decision:
    match record.kind:
        case Kind.REVISIT:
            return ledger.Decision(
                url_key=key, outcome=Outcome.SKIPPED, reason=Reason.REVISIT, detail="the same bytes as an earlier capture"
            )
        case Kind.REDIRECT:
            return ledger.Decision(url_key=key, outcome=Outcome.SKIPPED, reason=Reason.REDIRECT, detail="leads elsewhere")
        case _:
            return ledger.Decision(url_key=key, outcome=Outcome.REJECTED, reason=record.reason or Reason.UNREADABLE, detail=record.detail)
