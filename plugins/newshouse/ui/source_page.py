"""One source: how its latest runs went, what it published, and which days the warehouse has of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from newshouse.database import Connection, rows
from newshouse.ui import plots
from newshouse.ui.rendering import Links, html

WEEKS = 26
RUN_COUNT = 10
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NOT_RUN = "not run"
GAPS = frozenset({"failed", "not backfillable"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFound:
    """A source, its latest runs, and its days from `since`, a Monday, to `until`."""

    source: Any
    since: date
    until: date
    latest: date  # the last day that has articles or was run for; today where nothing was
    coverage: Sequence[Any]
    runs: Sequence[Any]
    health: Sequence[Any]  # by field and week


def read(connection: Connection, source_id: str, *, today: date, until: date | None = None) -> SourceFound | None:
    """The source, with the half year until `until`, or until the last one known of; None where there is no such source."""
    source = rows(connection, "ui_source", {"source_id": source_id})
    if not source:
        return None
    latest = _latest_day(connection, source_id, today=today)
    last = until or latest
    since = last - timedelta(days=last.weekday() + 7 * (WEEKS - 1))
    return SourceFound(
        source=source[0],
        since=since,
        until=last,
        latest=latest,
        coverage=rows(connection, "ui_coverage", {"source_id": source_id, "since": since, "until": last}),
        runs=rows(connection, "ui_source_run", {"source_id": source_id, "run_count": RUN_COUNT}),
        health=rows(connection, "ui_health", {"source_id": source_id, "since": since, "until": last}),
    )


def _latest_day(connection: Connection, source_id: str, *, today: date) -> date:
    """The last day that has articles or was run for; today where there is none."""
    asked = {"today": today, "source_id": source_id}
    published_on = rows(connection, "ui_latest_day", asked)[0].published_on
    run_on = rows(connection, "ui_latest_run_day", asked)[0].run_on
    return max(filter(None, (published_on, run_on)), default=today)


def page(found: SourceFound, links: Links) -> str:
    days = list(_days(found))
    address = links.to("articles", source=found.source.source_id)
    counts = Counter(str(one["coverage"]) for one in days)
    article_count = sum(row.article_count for row in found.coverage)
    return html(
        "source.html",
        links,
        found=found,
        source=found.source,
        calendar=plots.calendar(days, description=f"Coverage by day from {found.since} to {found.until}", address=address),
        daily=plots.daily(days, description=f"Articles by day of publication: {article_count:,} in all"),
        fill=plots.fill(list(_fills(found)), description="Share of articles in which each field is filled, week by week"),
        fill_rates=_fill_rates(found),
        article_count=article_count,
        coverage=coverage,
        covered=[(name, counts[name]) for name in plots.COVERAGES if counts[name]],
        gaps=[row for row in found.coverage if coverage(row) in GAPS],
        earlier=found.since - timedelta(days=1),
        later=min(found.until + timedelta(weeks=WEEKS), found.latest) if found.until < found.latest else None,
    )


def coverage(row: Any) -> str:
    """What the warehouse has of the source's day: in the words of the best run for it."""
    if row.outcome is None:
        return "ok" if row.article_count else NOT_RUN  # articles of a day nobody asked for come with a replay
    return {"not_backfillable": "not backfillable", "blocked": "failed", "skipped": NOT_RUN}.get(row.outcome, str(row.outcome))


def _fills(found: SourceFound) -> Iterator[Mapping[str, object]]:
    for row in found.health:
        yield {
            "field": row.field,
            "period": f"{row.week}",
            "filled": round(row.filled_count / row.article_count, 4),
            "articles": row.article_count,
        }


def _fill_rates(found: SourceFound) -> dict[str, dict[date, float]]:
    """Field -> week -> share: the numbers of the plot."""
    rates: dict[str, dict[date, float]] = {}
    for row in found.health:
        rates.setdefault(row.field, {})[row.week] = row.filled_count / row.article_count
    return rates


def _days(found: SourceFound) -> Iterator[Mapping[str, object]]:
    for row in found.coverage:
        yield {
            "day": f"{row.on_day}",
            "week": f"{row.on_day - timedelta(days=row.on_day.weekday())}",
            "weekday": WEEKDAYS[row.on_day.weekday()],
            "coverage": coverage(row),
            "articles": row.article_count,
        }
