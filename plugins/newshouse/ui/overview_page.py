"""The front page: the latest runs, what came out day by day and source by source, and how fresh it is."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from newshouse.database import Connection, rows
from newshouse.ui import plots
from newshouse.ui.rendering import Links, html, instant

RUN_COUNT = 14
DAYS = 42
LATE_AFTER = timedelta(days=2)  # a night, and one that failed
LATE_GAPS = 10  # usual times between two articles


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the front page shows: runs, the latest first, and the days from `since` to `until`, both included."""

    now: datetime
    since: date
    until: date
    latest: date | None  # the last day that has articles; None for an empty warehouse
    runs: Sequence[Any]
    daily: Sequence[Any]
    run_days: Set[tuple[str, date]]  # source ids and days that a run was for
    freshness: Sequence[Any]  # of every source


def read(connection: Connection, *, now: datetime, until: date | None = None) -> Overview:
    """The overview of the days until `until`, or until the last one that has articles."""
    latest = rows(connection, "ui_latest_day", {"today": now.date(), "source_id": None})[0].published_on
    last = until or latest or now.date()
    since = last - timedelta(days=DAYS - 1)
    return Overview(
        now=now,
        since=since,
        until=last,
        latest=latest,
        runs=rows(connection, "ui_run", {"run_count": RUN_COUNT}),
        daily=rows(connection, "ui_source_daily", {"since": since, "until": last, "source_id": None}),
        run_days={(row.source_id, row.run_on) for row in rows(connection, "ui_run_day", {"since": since, "until": last})},
        freshness=rows(connection, "ui_freshness"),
    )


def page(found: Overview, links: Links) -> str:
    days = [found.since + timedelta(days=place) for place in range(DAYS)]
    return html(
        "overview.html",
        links,
        found=found,
        days=days,
        heatmap=plots.heatmap(list(_cells(found, days)), description=_heatmap_words(found), address=links.to("articles")),
        balance=plots.balance(list(_bars(found, links)), description="Discovered URLs of the latest runs by what became of them"),
        by_source=_by_source(found),
        freshness=freshness,
        earlier=found.since - timedelta(days=1),
        later=min(found.until + timedelta(days=DAYS), found.latest) if found.latest and found.until < found.latest else None,
    )


def label(run: Any) -> str:
    """A run in few words: its kind and its day, or when it began."""
    if run.interval_start is None:
        return f"{run.kind} {instant(run.started_at)}"
    is_one_day = run.interval_end - run.interval_start == timedelta(days=1)
    end = "" if is_one_day else f" to {run.interval_end - timedelta(seconds=1):%Y-%m-%d}"
    return f"{run.kind} {run.interval_start:%Y-%m-%d}{end}"


def freshness(row: Any) -> str:
    """Late is a source that has been silent for longer than its own last weeks explain."""
    if row.age is None:
        return "no article yet"
    return "late" if row.usual_gap is None or row.age > max(LATE_AFTER, LATE_GAPS * row.usual_gap) else "fresh"


def _by_source(found: Overview) -> dict[str, dict[str, Any]]:
    """Source -> its name, total, busiest day and counts by day: what the table beside the plot says."""
    table: dict[str, dict[str, Any]] = {}
    for row in found.daily:
        entry = table.setdefault(row.source_id, {"name": row.source_name, "total": 0, "by_day": {}})
        entry["total"] += row.article_count
        entry["by_day"][row.published_on] = row.article_count
    return dict(sorted(table.items(), key=lambda item: item[1]["name"].casefold()))


def _cells(found: Overview, days: Sequence[date]) -> Iterator[Mapping[str, object]]:
    for source_id, entry in _by_source(found).items():
        for on_day in days:
            yield {
                "source": entry["name"],
                "id": source_id,
                "day": f"{on_day:%Y-%m-%d}",
                "articles": entry["by_day"].get(on_day, 0),
                "run": "run" if (source_id, on_day) in found.run_days else "never run",
            }


def _bars(found: Overview, links: Links) -> Iterator[Mapping[str, object]]:
    seen = Counter(label(run) for run in found.runs)
    for run in found.runs:
        name = label(run)
        named = name if seen[name] == 1 else f"{name}, {run.started_at:%H:%M:%S}"
        for place, outcome in enumerate(plots.OUTCOMES):
            yield {
                "run": run.run_id,
                "label": named,
                "outcome": outcome,
                "urls": int(getattr(run, outcome)),
                "place": place,
                "address": links.to("run", id=run.run_id),
            }


def _heatmap_words(found: Overview) -> str:
    total = sum(row.article_count for row in found.daily)
    return f"Articles by source and day of publication from {found.since} to {found.until}: {total:,} in all"
