"""The books of a run: when it began, how each source fares, how it ended. Nothing here commits."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from newshouse.database import Connection, as_json, execute, rows
from newshouse.errors import WarehouseError
from newshouse.model import Capture, Interval, Run, RunMode, SourceOutcome


def begin_run(connection: Connection, run: Run, *, kind: str, now: datetime) -> None:
    """Opens the books, or opens them again for another attempt. `kind` is nightly, backfill, manual, replay or rebuild."""
    params = {
        "run_id": run.run_id,
        "kind": kind,
        "mode": run.mode.value,
        "interval_start": run.interval and run.interval.start,
        "interval_end": run.interval and run.interval.end,
        "parameters": {
            "max_articles": run.max_articles,
            "is_dry_run": run.is_dry_run,
            "is_backfill": run.is_backfill,
            "takes_late": run.takes_late,
        },
        "now": now,
    }
    execute(connection, "run_begin", params)


def read_run(connection: Connection, run_id: str) -> Run:
    """The run as it was begun. Raises WarehouseError for one that never was."""
    found = _run_row(connection, run_id)
    interval = Interval(start=found.interval_start, end=found.interval_end) if found.interval_start else None
    return Run(run_id=run_id, interval=interval, mode=RunMode(found.mode), **found.parameters)


def covered(connection: Connection, source_id: str) -> list[Interval]:
    """The time that the source has been run for so far, as intervals in order that do not touch; dry runs do not count."""
    return [Interval(start=row.interval_start, end=row.interval_end) for row in rows(connection, "run_covered", {"source_id": source_id})]


def started_at(connection: Connection, run_id: str) -> datetime:
    """When the latest attempt of the run began."""
    instant: datetime = _run_row(connection, run_id).started_at
    return instant


def begin_sources(connection: Connection, run_id: str, source_ids: Sequence[str], *, now: datetime) -> None:
    """Opens the books of exactly these sources; those of an earlier attempt that are not among them are forgotten."""
    execute(connection, "run_forget_sources", {"run_id": run_id, "source_ids": list(source_ids)})
    for source_id in sorted(source_ids):
        begin_source_run(connection, run_id, source_id, now=now)


def begin_source_run(connection: Connection, run_id: str, source_id: str, *, now: datetime) -> None:
    execute(connection, "source_run_begin", {"run_id": run_id, "source_id": source_id, "now": now})


def sources_of(connection: Connection, run_id: str) -> list[str]:
    """The source ids of the run, in order."""
    return [row.source_id for row in rows(connection, "run_sources", {"run_id": run_id})]


def begin_stage(connection: Connection, run_id: str, source_id: str, stage: str) -> None:
    """Notes that the stage begins, and forgets what this stage or a later one had found in an earlier attempt."""
    execute(connection, "source_run_stage_begin", {"run_id": run_id, "source_id": source_id, "stage": stage})


def judge_source(connection: Connection, run_id: str, source_id: str, outcome: SourceOutcome, reason: str) -> None:
    """Notes what a stage found, such as failed, blocked, not_backfillable; it stands until that stage begins again."""
    execute(connection, "source_run_outcome", {"run_id": run_id, "source_id": source_id, "outcome": outcome.value, "reason": reason})


def count_fetched(connection: Connection, run_id: str, source_id: str, captures: Sequence[Capture]) -> None:
    """Adds pages to what the source has fetched; call it in the transaction that indexes them."""
    records = [{"status": capture.status, "size_bytes": capture.size_bytes} for capture in captures]
    execute(connection, "source_run_fetched", {"run_id": run_id, "source_id": source_id, "rows": as_json(records)})


def finish_source_run(connection: Connection, run_id: str, source_id: str, *, now: datetime) -> SourceOutcome:
    """How the source fared: what a stage found, else failed where one left work behind, partial where URLs are pending, empty, ok."""
    return SourceOutcome(rows(connection, "source_run_finish", {"run_id": run_id, "source_id": source_id, "now": now})[0].outcome)


def count_indexed(connection: Connection, run_id: str, indexed_count: int, indexing_s: float) -> None:
    """Notes what the full text has cost; adds to what an earlier attempt has noted."""
    execute(connection, "run_indexed", {"run_id": run_id, "indexed_count": indexed_count, "indexing_s": indexing_s})


def finish_run(connection: Connection, run_id: str, *, now: datetime) -> bool:
    """Was the run good: no source failed, was blocked or could not be backfilled, and every check of `run_checks` held."""
    return bool(rows(connection, "run_finish", {"run_id": run_id, "now": now})[0].outcome == "good")


def _run_row(connection: Connection, run_id: str) -> Any:
    found = rows(connection, "run_read", {"run_id": run_id})
    if not found:
        raise WarehouseError(f"there is no run {run_id!r}: the table ops.run lists them")
    return found[0]
