"""`newshouse rebuild`: the warehouse layer from nothing but the archive, through the stages that every run goes through.

First everything is read into staging, which may take hours and changes nothing that anybody reads. Then one transaction empties the layer
and loads what is staged: whatever goes wrong, the warehouse is as it was.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime

from newshouse import ledger, load, marts, run_books
from newshouse.database import Connection, as_json, connect, execute, rows
from newshouse.errors import SettingsError, WarehouseError
from newshouse.extraction import version_for
from newshouse.migrations import require_migrated
from newshouse.model import Interval, Run, RunMode
from newshouse.replaying import source_of_host
from newshouse.settings import Settings
from newshouse.source_file import load_sources
from newshouse.staging import RECORD_COLUMNS


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """Sources that were run for the same interval; no interval for pages that came in WARC files from elsewhere."""

    interval: Interval | None
    source_ids: tuple[str, ...]
    url_keys: frozenset[uuid.UUID] = frozenset()  # of a portion without interval


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is to be read, and a mark of the captures that the warehouse holds now: it tells whether a load has come in between."""

    portions: tuple[Portion, ...]
    held: tuple[int, int]


def require_declared(settings: Settings) -> None:
    """Raises SettingsError where a source that a file declared once has no file any more: identity and zone depend on it."""
    with closing(connect(settings.warehouse_url, application_name="newshouse rebuild")) as connection:
        require_migrated(connection)
        known = {row.source_id for row in rows(connection, "rebuild_declared")}
    lost = sorted(known - {source.source_id for source in load_sources(settings.sources_folder)})
    if lost:
        raise SettingsError(
            f"{settings.sources_folder} has no file for {', '.join(lost)}, which this warehouse holds articles of: "
            "let NEWSHOUSE_SOURCES name the folder that the runs used; nothing was changed"
        )


def planned(settings: Settings) -> Plan:
    """What must be read again. Law 2 makes the order of the portions irrelevant."""
    with closing(connect(settings.warehouse_url, application_name="newshouse rebuild")) as connection, connection:
        intervals: dict[str, list[Interval]] = {}
        for row in rows(connection, "rebuild_interval"):
            intervals.setdefault(row.source_id, []).append(Interval(start=row.interval_start, end=row.interval_end))
        replayed = rows(connection, "rebuild_replayed")
        held = _held(connection)
    by_interval: dict[Interval, list[str]] = {}
    for source_id, some in intervals.items():
        for interval in merged(some):
            by_interval.setdefault(interval, []).append(source_id)
    portions = [Portion(interval=interval, source_ids=tuple(ids)) for interval, ids in by_interval.items()]
    if replayed:
        ids = tuple(sorted({row.source_id for row in replayed}))
        portions.append(Portion(interval=None, source_ids=ids, url_keys=frozenset(row.url_key for row in replayed)))
    return Plan(portions=tuple(portions), held=held)


def replace_layer(settings: Settings, read: Mapping[str, Sequence[str]], held: tuple[int, int], *, allows_lost: bool) -> None:
    """Puts what the runs have staged, of which `read` names the sources, in the place of all that the layer holds, in one transaction.

    Raises WarehouseError, and changes nothing, where a source could not be read, where the archive has lost pages that the layer stands on
    (unless `allows_lost`), and where another run has loaded since the plan was made.
    """
    with closing(connect(settings.warehouse_url, application_name="newshouse rebuild")) as connection, connection:
        execute(connection, "load_lock")
        execute(connection, "refresh_lock")  # before the list of changes is emptied: a refresh holds its turn when it waits for the list
        if _held(connection) != held:
            raise WarehouseError("another run has loaded meanwhile, so nothing was replaced: stop the others, and rebuild again")
        if unread := rows(connection, "rebuild_unread", {"run_ids": list(read), "allows_lost": allows_lost}):
            told = "; ".join(f"{row.source_id}: {row.reason}" for row in unread)
            raise WarehouseError(f"not all of the archive could be read, so nothing was replaced: {told}")
        _keep_superseded(connection, settings)
        execute(connection, "rebuild_empty")
        _load(connection, read)
        while marts.refresh_portion(connection)["changes"]:
            pass
        execute(connection, "rebuild_same")


def _held(connection: Connection) -> tuple[int, int]:
    row = rows(connection, "rebuild_held")[0]
    return row.capture_count, row.mark


def _load(connection: Connection, read: Mapping[str, Sequence[str]]) -> None:
    """Everything that is staged. The tables are measured as they grow: nobody else can do it before the transaction ends."""
    loaded = measured_at = 0
    for run_id, source_ids in read.items():
        for source_id in source_ids:
            run_books.begin_stage(connection, run_id, source_id, "deduplicate")
            load.deduplicate(connection, run_id, source_id)
            run_books.begin_stage(connection, run_id, source_id, "load")
            loaded += load.load(connection, run_id, source_id, now=datetime.now(UTC))["loaded"]
            if loaded > 2 * measured_at:
                measured_at = loaded
                _measure(connection)


def _measure(connection: Connection) -> None:
    for row in rows(connection, "rebuild_table"):
        with connection.cursor() as cursor:
            cursor.execute(f"analyze {row.table_name}")


def _keep_superseded(connection: Connection, settings: Settings) -> None:
    declared = {source.source_id: source for source in load_sources(settings.sources_folder)}
    known = [row.source_id for row in rows(connection, "reextraction_origin")]
    versions = [{"source_id": one, "version": version_for(declared.get(one) or source_of_host(one))} for one in known]
    execute(connection, "rebuild_replaced", {"rows": as_json(versions)})
    execute(connection, "superseded_keep", {"run_id": "rebuild", "fields": list(RECORD_COLUMNS), "now": datetime.now(UTC)})
    with connection.cursor() as cursor:
        cursor.execute("drop table replaced")  # the loads make one of their own


def merged(intervals: Iterable[Interval]) -> list[Interval]:
    """The same instants in as few intervals as possible, in order."""
    whole: list[Interval] = []
    for interval in sorted(intervals, key=lambda one: one.start):
        if whole and interval.start <= whole[-1].end:
            whole[-1] = Interval(start=whole[-1].start, end=max(whole[-1].end, interval.end))
        else:
            whole.append(interval)
    return whole


def run_of(portion: Portion) -> Run:
    return Run(
        run_id=f"rebuild/{datetime.now(UTC):%Y-%m-%dT%H:%M:%S}-{uuid.uuid4().hex[:6]}", interval=portion.interval, mode=RunMode.FROM_ARCHIVE
    )


def open_replayed(run: Run, source_ids: Sequence[str], url_keys: frozenset[uuid.UUID], settings: Settings) -> None:
    """Opens the outcomes of a portion without interval."""
    now = datetime.now(UTC)
    with closing(connect(settings.warehouse_url, application_name="newshouse rebuild")) as connection, connection:
        for source_id in source_ids:
            run_books.begin_stage(connection, run.run_id, source_id, "discover")
            ledger.open_outcomes(connection, run, source_id, now=now, url_keys=url_keys)
            ledger.mark_archived(connection, run.run_id, source_id, now=now)
