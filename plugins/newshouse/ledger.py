"""The discovery ledger and the outcomes: which URLs a run has before it, and what became of each (law 1). Nothing here commits."""

import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from newshouse.database import Connection, as_json, execute, rows
from newshouse.errors import UnbalancedRun, WarehouseError
from newshouse.model import ArticleRef, Capture, Outcome, Reason, Run, RunMode, key_of

HINT_SLACK = timedelta(days=1)  # an announcement's date may be of another zone, or of a correction
LATE_REACH = timedelta(days=7)  # what is announced later than this after its day waits for a backfill
CAPTURE_FIELDS = tuple(Capture.__dataclass_fields__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A URL that a run has before it."""

    url_key: uuid.UUID
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What became of a URL of the run. `reason` stands with rejected, skipped and pending, and with nothing else."""

    url_key: uuid.UUID
    outcome: Outcome
    reason: Reason | None = None
    detail: str | None = None  # for people
    capture_key: uuid.UUID | None = None  # the capture that decided, or that the load is to wait for
    article_key: uuid.UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedCapture:
    """A page in the archive that a candidate URL has."""

    capture: Capture
    is_observed: bool  # this extractor version has read it before
    is_replayed: bool  # a file from elsewhere holds a page of the URL: its captures are loaded whatever their dates


def announce(connection: Connection, refs: Iterable[ArticleRef]) -> int:
    """How many rows of the ledger were added or changed. First and last sight are kept, and the latest hints."""
    merged: dict[uuid.UUID, dict[str, object]] = {}
    for ref in sorted(refs, key=lambda one: one.seen_at):
        said = {name: value for name, value in asdict(ref).items() if value is not None}
        kept = merged.setdefault(ref.url_key, {**said, "url_key": ref.url_key, "first_seen_at": ref.seen_at})
        kept |= {name: value for name, value in said.items() if name not in {"via", "document_url"}}
    return execute(connection, "ledger_announce", {"rows": as_json(merged[key] for key in sorted(merged))})


def first_seen_since(connection: Connection, source_id: str, since: datetime) -> int:
    """How many URLs of the source the ledger has only known since then."""
    count: int = rows(connection, "ledger_first_seen_since", {"source_id": source_id, "since": since})[0].url_count
    return count


def was_watched(connection: Connection, source_id: str, start: datetime, end: datetime) -> bool:
    """Whether any of the source's feeds or sitemaps was read, and whole, in `[start, end)`."""
    params = {"source_id": source_id, "interval_start": start, "interval_end": end}
    return bool(rows(connection, "ledger_watched", params)[0].is_watched)


def open_outcomes(
    connection: Connection, run: Run, source_id: str, *, now: datetime, url_keys: Collection[uuid.UUID] | None = None
) -> dict[str, int]:
    """The books of the source after its candidates were taken into the run, each as pending: not fetched, or over the budget.

    Candidates are `url_keys` where they are given, else what the ledger holds for the run's interval. What an earlier attempt of
    the run had decided is forgotten. Raises WarehouseError for an attempt that another one has overtaken.
    """
    if run.interval is None and url_keys is None:
        raise ValueError(f"run {run.run_id} has no interval: say which URLs it is about")
    stages = rows(connection, "source_run_stage", {"run_id": run.run_id, "source_id": source_id})
    if not stages or stages[0].stage != "discover":
        raise WarehouseError(f"{source_id}: another attempt of run {run.run_id} has gone on from discover: this one stops")
    interval = None if url_keys is not None else run.interval
    params = {
        "run_id": run.run_id,
        "source_id": source_id,
        "now": now,
        "max_articles": run.max_articles,
        "is_dry_run": run.is_dry_run,
        "is_from_archive": run.mode is RunMode.FROM_ARCHIVE,
        "is_refetch": run.mode is RunMode.REFETCH,
        "is_listed": url_keys is not None,
        "url_keys": sorted(url_keys or ()),
        "interval_start": interval and interval.start,
        "interval_end": interval and interval.end,
        "slack": HINT_SLACK,
        "late_from": interval.start - LATE_REACH if interval and run.takes_late else None,
    }
    execute(connection, "outcome_clear", params)
    execute(connection, "outcome_open", params)
    execute(connection, "source_run_discovered", params)
    return outcome_counts(connection, run.run_id, source_id)


def pages_to_fetch(connection: Connection, run_id: str, source_id: str) -> list[Candidate]:
    """The run's URLs that still need a page, by URL: no definite answer (429 and 5xx are none) is in the archive, or, in mode
    refetch, none since the run began."""
    found = rows(connection, "outcome_to_fetch", {"run_id": run_id, "source_id": source_id})
    return [Candidate(url_key=row.url_key, url=row.url) for row in found]


def mark_archived(connection: Connection, run_id: str, source_id: str, *, now: datetime) -> int:
    """How many URLs that need no page any more left `pending/not_fetched`: to `pending/not_extracted` where the archive has a page,
    to `rejected` or `skipped` where it has only errors, or what was left unread."""
    found = rows(connection, "outcome_archived", {"run_id": run_id, "source_id": source_id})
    decisions = [
        Decision(
            url_key=row.url_key,
            outcome=outcome,
            reason=reason,
            detail=None if row.is_page or row.is_left_unread else f"status {row.status}",
            capture_key=row.capture_key,
        )
        for row in found
        for outcome, reason in [_archived_as(row)]
    ]
    decide(connection, run_id, source_id, decisions, now=now)
    return len(decisions)


def captures_to_extract(
    connection: Connection,
    run_id: str,
    source_id: str,
    *,
    extractor_name: str,
    extractor_version: str,
    staged_by: Sequence[str] | None = None,
) -> list[ArchivedCapture]:
    """The pages (status 200) of the run's URLs that are archived and not loaded, by URL and instant.

    With `staged_by` what the warehouse holds does not matter: observed is what these runs have staged.
    """
    params = {
        "run_id": run_id,
        "source_id": source_id,
        "extractor_name": extractor_name,
        "extractor_version": extractor_version,
        "staged_by": None if staged_by is None else list(staged_by),
    }
    return [
        ArchivedCapture(
            capture=Capture(**{name: getattr(row, name) for name in CAPTURE_FIELDS}),
            is_observed=row.is_observed,
            is_replayed=row.is_replayed,
        )
        for row in rows(connection, "outcome_to_extract", params)
    ]


def decide(connection: Connection, run_id: str, source_id: str, decisions: Sequence[Decision], *, now: datetime) -> None:
    """Writes what became of URLs of the run; the rejected ones also stand in ops.quarantine.

    Raises UnbalancedRun for a URL that the run does not have: nothing may be decided that was not discovered.
    """
    latest = {one.url_key: one for one in decisions}
    records = [{**asdict(latest[key]), "url_key": key} for key in sorted(latest)]
    params = {"run_id": run_id, "source_id": source_id, "now": now, "rows": as_json(records)}
    decided = execute(connection, "outcome_decide", params)
    if decided != len(records):
        raise UnbalancedRun(f"{source_id}: run {run_id} has {decided} of the {len(records)} URLs that were decided")
    rejections = [
        {**record, "quarantine_key": key_of("quarantine", str(record["url_key"]), str(record["capture_key"]), str(record["reason"]))}
        for record in records
        if record["outcome"] is Outcome.REJECTED
    ]
    if rejections:
        execute(connection, "quarantine_put", {**params, "rows": as_json(rejections)})


def learn_dates(connection: Connection, dates: Mapping[uuid.UUID, datetime]) -> int:
    """How many rows of the ledger now bear another date of publication, by url_key, as the pages themselves say."""
    records = [{"url_key": key, "date_published": dates[key]} for key in sorted(dates)]
    return execute(connection, "ledger_learn_dates", {"rows": as_json(records)})


def outcome_counts(connection: Connection, run_id: str, source_id: str) -> dict[str, int]:
    """Discovered, loaded, revised (part of loaded), unchanged, duplicate, rejected, skipped, pending: counted from the URLs."""
    counts: dict[str, int] = rows(connection, "outcome_count", {"run_id": run_id, "source_id": source_id})[0]._asdict()
    return counts


def _archived_as(row: Any) -> tuple[Outcome, Reason]:
    """What a row of outcome_archived means for its URL."""
    if row.is_page:
        return Outcome.PENDING, Reason.NOT_EXTRACTED
    if row.is_left_unread:
        return (Outcome.SKIPPED, Reason.TDM_RESERVED) if row.is_reserved else (Outcome.REJECTED, Reason.NOT_HTML)
    return Outcome.REJECTED, Reason.GONE if row.status in {404, 410} else Reason.HTTP_ERROR
