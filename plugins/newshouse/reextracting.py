"""A re-extraction: archived pages read again by today's extractor, compared field by field with what the warehouse says, and promoted past
a gate.

Its stages are those of a night, less the network, with `compare` between extracting and loading. Nothing but `load` touches the
warehouse. What is replaced is kept in ops.superseded_reading; a publisher's revisions do not grow by it.
"""

import logging
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from newshouse import ledger, load, rereading, stages
from newshouse.database import Connection, as_json, connect, execute, rows
from newshouse.errors import GateHeld, SettingsError, SourceFileError, WarehouseError
from newshouse.extraction import EXTRACTOR_NAME, version_for
from newshouse.model import Interval, Outcome, Promotion, Reason, Run, Source
from newshouse.reextraction_gate import Difference, Gate, complaints, verdict
from newshouse.reextraction_report import difference_lines
from newshouse.replaying import source_of_host
from newshouse.settings import Settings
from newshouse.source_file import read_sources
from newshouse.stages import Chosen, Counts, Steps, Work
from newshouse.staging import RECORD_COLUMNS

log = logging.getLogger(__name__)

MADE_FROM_BODY = frozenset(("word_count", "reading_time_minutes"))  # of a body from which lines may have been stripped
COMPARED_FIELDS = (*(name for name in RECORD_COLUMNS if name not in MADE_FROM_BODY), "identity")


def chosen_sources(settings: Settings, interval: Interval, only: Sequence[str] = ()) -> Chosen:
    """The sources that have archived pages of the interval, of those in `only` where it names some; where there are none, the sources of
    a night, which will be `empty`. Raises SettingsError for an unknown id, and where a source that a file declared once has none now.
    """
    folder = read_sources(settings.sources_folder)
    known = {source.source_id: source for source in folder.sources}
    with closing(connect(settings.warehouse_url, application_name="newshouse plan")) as connection:
        stages.require_migrated(connection)
        origins = {row.source_id: row.origin for row in rows(connection, "reextraction_origin")}
        archived = {row.source_id for row in rows(connection, "reextraction_url", _window(interval, None))}
    unknown = sorted(set(only) - known.keys() - folder.broken.keys() - origins.keys())
    if unknown:
        raise SettingsError(f"no source {', '.join(unknown)}, neither in {settings.sources_folder} nor in the warehouse")
    wanted = sorted(archived & set(only) if only else archived)
    lost = [one for one in wanted if one not in known and one not in folder.broken and origins.get(one) == "file"]
    if lost:
        raise SettingsError(
            f"{settings.sources_folder} has no file for {', '.join(lost)}: let NEWSHOUSE_SOURCES name the folder of the runs"
        )
    if not wanted:
        return stages.chosen_sources(settings, [one for one in only if one in known])
    broken = {source_id: folder.broken[source_id] for source_id in wanted if source_id in folder.broken}
    return Chosen(sources=tuple(known.get(one) or source_of_host(one) for one in wanted if one not in broken), broken=broken)


def source_of(source_id: str, settings: Settings) -> Source:
    """The source as its file says today, or the bare host that a replay met. Raises SourceFileError for a file that has gone wrong."""
    folder = read_sources(settings.sources_folder)
    if source_id in folder.broken:
        raise SourceFileError(folder.broken[source_id])
    return next((source for source in folder.sources if source.source_id == source_id), None) or source_of_host(source_id)


def plan(run: Run, interval: Interval, gate: Gate, chosen: Chosen, settings: Settings) -> None:
    """Opens the books of the run, with the interval and the gate that it was asked for."""
    stages.plan(run, chosen, settings, kind="reextract")
    params = {**asdict(gate), "promote": gate.promote.value, "run_id": run.run_id, **_window(interval, None)}
    with closing(connect(settings.warehouse_url, application_name="newshouse plan")) as connection, connection:
        execute(connection, "reextraction_begin", params)


def discover(work: Work) -> Counts:
    """Opens the outcome of every archived URL of the interval; asks nobody."""
    run_id, source_id, now = work.run.run_id, work.source.source_id, datetime.now(UTC)
    interval, _ = _asked(work.connection, run_id)
    with work.connection:
        url_keys = {row.url_key for row in rows(work.connection, "reextraction_url", _window(interval, source_id))}
        ledger.open_outcomes(work.connection, work.run, source_id, now=now, url_keys=url_keys)
        ledger.mark_archived(work.connection, run_id, source_id, now=now)
        return ledger.outcome_counts(work.connection, run_id, source_id)


def extract(work: Work) -> Counts:
    """Reads every capture of these URLs into staging."""
    return rereading.reread_pages(work.connection, work.run, work.source, work.settings)


def compare(work: Work) -> Counts:
    """Notes the difference, field by field, and the verdict. Raises GateHeld where the gate holds the source back."""
    connection, params = work.connection, _params(work)
    _, gate = _asked(connection, work.run.run_id)
    with connection:
        _require_staged(connection, params)
        for statement in ("reextraction_forget_source", "reextraction_compared", "reextraction_differing"):
            execute(connection, statement, params)
        differences = [Difference(**row._asdict()) for row in rows(connection, "reextraction_counted", params)]
        found = complaints(differences, gate)
        decided = verdict(found, gate.promote)
        execute(connection, "reextraction_decide", {**params, "verdict": decided, "reason": "; ".join(found) or None})
        execute(connection, "reextraction_difference_put", {**params, "rows": as_json(asdict(one) for one in differences)})
        execute(connection, "reextraction_sample_put", {**params, "sample_size": gate.sample_size})
        if decided != "promoted":
            execute(connection, "reextraction_settle", params)
        execute(connection, "reextraction_forget_scratch")
        for line in difference_lines(connection, work.run.run_id, work.source.source_id):
            log.info(line)
    if decided == "held":
        raise GateHeld(f"{work.source.source_id}: not promoted: {'; '.join(found)}. Look at `newshouse report {work.run.run_id}`")
    return {one.kind: one.capture_count for one in differences if one.field == "article"}


def promote(work: Work) -> Counts:
    """Loads what is staged, and takes out what is no article any more, in one transaction; nothing where the verdict is another."""
    connection, run_id, source_id, params = work.connection, work.run.run_id, work.source.source_id, _params(work)
    with connection:
        found = rows(connection, "reextraction_verdict", params)
        if not found:
            raise WarehouseError(f"{source_id}: run {run_id} has compared nothing yet: run its compare stage first")
        if found[0].verdict != "promoted":
            execute(connection, "reextraction_settle", params)
            return ledger.outcome_counts(connection, run_id, source_id)
        _require_staged(connection, params)
        execute(
            connection, "reextraction_learn_dates", params
        )  # before the quarantine, as a night does: else each might wait for the other
        refused = [_refused(row) for row in rows(connection, "reextraction_refused", params)]
        ledger.decide(connection, run_id, source_id, refused, now=params["now"])
        return load.load(connection, run_id, source_id, now=params["now"])


STAGES: Steps = {
    "discover": discover,
    "extract": extract,
    "compare": compare,
    "deduplicate": stages.deduplicate,
    "load": promote,
}


def _params(work: Work) -> dict[str, Any]:
    return {
        "run_id": work.run.run_id,
        "source_id": work.source.source_id,
        "fields": list(COMPARED_FIELDS),
        "extractor_name": EXTRACTOR_NAME,
        "extractor_version": version_for(work.source),
        "now": datetime.now(UTC),
    }


def _window(interval: Interval, source_id: str | None) -> dict[str, Any]:
    return {"source_id": source_id, "interval_start": interval.start, "interval_end": interval.end}


def _asked(connection: Connection, run_id: str) -> tuple[Interval, Gate]:
    with connection:
        found = rows(connection, "reextraction_read", {"run_id": run_id})
    if not found:
        raise WarehouseError(f"run {run_id} is no re-extraction: the table ops.reextraction lists them")
    row = found[0]._asdict()
    interval = Interval(start=row.pop("interval_start"), end=row.pop("interval_end"))
    return interval, Gate(**{**row, "promote": Promotion(row["promote"])})


def _require_staged(connection: Connection, params: Mapping[str, Any]) -> None:
    """Raises WarehouseError where staging, which a crash of Postgres empties, lacks what the run waits for."""
    lost = rows(connection, "reextraction_lost", params)[0].url_count
    if lost:
        raise WarehouseError(f"{params['source_id']}: staging has lost {lost} URLs of run {params['run_id']}: run its extract stage again")


def _refused(row: Any) -> ledger.Decision:
    reason = Reason(row.reason)
    outcome = Outcome.SKIPPED if reason is Reason.OUTSIDE_INTERVAL else Outcome.REJECTED
    return ledger.Decision(url_key=row.url_key, outcome=outcome, reason=reason, detail=row.detail, capture_key=row.capture_key)
