"""The weekly care of the house: partitions ahead, takedowns brought to their end, retention, vacuum. Each step may run any number of times.

What retention may drop is what nothing in the warehouse stands on. The pages of articles stay for ever: without them law 2 would not hold.
"""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from newshouse import taking_down
from newshouse.archive import Archive
from newshouse.database import Connection, connect, execute, rows
from newshouse.migrations import require_migrated
from newshouse.settings import Settings

MONTHS_AHEAD = 3
PORTION = 50_000  # outcomes that one transaction deletes
STAGING_LIFE = timedelta(days=14)  # after which a run that has not ended is given up
Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Retention:
    """How many whole months are kept; None keeps for ever."""

    captures_months: int | None = None  # answers that no article stands on
    outcomes_months: int | None = None  # what became of each URL in each run


def maintain(step: str, settings: Settings, retention: Retention, *, now: datetime) -> Counts:
    """One of `STEPS`, and what it did in numbers. Commits."""
    with closing(connect(settings.warehouse_url, application_name=f"newshouse {step}")) as connection:
        with connection:
            require_migrated(connection)
        return STEPS[step](connection, settings, retention, now)


def partitions(connection: Connection, _settings: Settings, _retention: Retention, now: datetime) -> Counts:
    """Makes the partitions of raw.capture for this month and the next ones, so that no night has to."""
    months = [month_start(now, -ahead) for ahead in range(MONTHS_AHEAD + 1)]
    with connection:
        rows(connection, "capture_months", {"months": months})
    return {"months_ahead": MONTHS_AHEAD}


def takedowns(connection: Connection, settings: Settings, _retention: Retention, _now: datetime) -> Counts:
    """Overwrites in the archive what takedowns have left, or what came back after them."""
    return taking_down.finish(connection, settings)


def retention(connection: Connection, settings: Settings, kept: Retention, now: datetime) -> Counts:
    """Forgets what is older than asked, and always what runs have left in staging that were given up long ago."""
    counts = {"captures": 0, "months": 0, "files": 0, "outcomes": 0}
    with connection:
        counts["staged"] = execute(connection, "maintenance_staging", {"before": now - STAGING_LIFE})
    if kept.captures_months is not None:
        before = month_start(now, kept.captures_months)
        with connection:
            counts["captures"] = execute(connection, "retention_capture", {"before": before})
        with connection:
            counts["months"] = rows(connection, "retention_month", {"before": before})[0].month_count
        counts["files"] = _drop_files(connection, settings, before)
    if kept.outcomes_months is not None:
        params = {"before": month_start(now, kept.outcomes_months), "portion": PORTION}
        while count := _committed(connection, "retention_outcome", params):
            counts["outcomes"] += count
    return counts


def vacuum(connection: Connection, _settings: Settings, _retention: Retention, _now: datetime) -> Counts:
    """Gives back the room of deleted rows, and tells the planner what is there."""
    with connection:
        names = [row.table_name for row in rows(connection, "maintenance_table")]
    connection.autocommit = True  # vacuum runs in no transaction
    with connection.cursor() as cursor:
        for name in names:
            cursor.execute(f"vacuum (analyze) {name}")
    return {"tables": len(names)}


STEPS: Mapping[str, Callable[[Connection, Settings, Retention, datetime], Counts]] = {
    "partitions": partitions,
    "takedowns": takedowns,
    "retention": retention,
    "vacuum": vacuum,
}


def month_start(now: datetime, months_back: int) -> datetime:
    """The begin (UTC) of the month so many months before that of `now`; after it, where the number is negative."""
    now = now.astimezone(UTC)
    years, month = divmod(now.year * 12 + now.month - 1 - months_back, 12)
    return datetime(years, month + 1, 1, tzinfo=UTC)


def _drop_files(connection: Connection, settings: Settings, before: datetime) -> int:
    """How many files of the archive are gone. The file first: killed in between, the next time finds the row without it."""
    archive, dropped = Archive(settings.archive_root), 0
    with connection:
        names = [row.warc_file for row in rows(connection, "retention_file", {"before": before})]
    for warc_file in names:
        dropped += archive.remove(warc_file)
        _committed(connection, "retention_file_gone", {"warc_file": warc_file})
    return dropped


def _committed(connection: Connection, name: str, params: Mapping[str, object]) -> int:
    with connection:
        return execute(connection, name, params)
