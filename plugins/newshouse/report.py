"""What a run did, for people: read from its books, shown as a table, reasons, and a few headlines."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from rich import box
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from newshouse.database import Connection, rows
from newshouse.errors import WarehouseError
from newshouse.model import Outcome, SourceOutcome
from newshouse.reextraction_report import difference_lines

HEADLINE_COUNT = 6
TABLE_WIDTH = 124
DRY_RUN_LENGTH = 100  # of each source
TABLE_LENGTH = 20  # a replay may have hundreds of sources
COUNTS = ("discovered", "loaded", "revised", "unchanged", "duplicate", "rejected", "skipped", "pending")
BAD = frozenset({SourceOutcome.FAILED, SourceOutcome.BLOCKED, SourceOutcome.NOT_BACKFILLABLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One source's part of a run; `revised` is a part of `loaded`."""

    source_id: str
    name: str
    outcome: str | None
    reason: str | None
    discovered: int
    loaded: int
    revised: int
    unchanged: int
    duplicate: int
    rejected: int
    skipped: int
    pending: int

    @property
    def accounted(self) -> int:
        return sum(getattr(self, outcome.value) for outcome in Outcome)

    @property
    def is_bad(self) -> bool:
        return self.outcome is None or self.outcome in BAD


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonLine:
    source_id: str
    outcome: str
    reason: str
    url_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadlineLine:
    source_name: str
    date_published: datetime | None
    headline: str
    word_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    check_name: str
    row_count: int
    sample: object


@dataclass(frozen=True, slots=True, kw_only=True)
class DryRunLine:
    """What a run would do with one URL, and what is known of it: the date on the page, else those of the announcement."""

    source_id: str
    url: str
    detail: str
    date_published: datetime | None
    date_hint: datetime | None
    headline_hint: str | None

    def told(self) -> str:
        date = self.date_published or self.date_hint
        headline = f" ({self.headline_hint})" if self.headline_hint else ""
        return f"{self.detail}: {f'{date:%Y-%m-%d}' if date else 'undated'} {self.url}{headline}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """Everything that a person wants to know of a run at a glance."""

    run_id: str
    kind: str
    mode: str
    interval_start: datetime | None
    interval_end: datetime | None
    started_at: datetime
    finished_at: datetime | None
    outcome: str | None
    is_dry_run: bool
    indexed_count: int | None
    indexing_s: float | None
    sources: tuple[SourceLine, ...]
    reasons: tuple[ReasonLine, ...]
    headlines: tuple[HeadlineLine, ...]
    failed_checks: tuple[CheckLine, ...]
    dry_run: tuple[DryRunLine, ...] = ()
    differences: tuple[str, ...] = ()  # of a re-extraction, in words

    def complaints(self) -> list[str]:
        """Why the run is not good, a line each; empty for a good run."""
        found = [
            f"{line.source_id}: {line.outcome or 'not finished'}: {line.reason or 'see its red task'}"
            for line in self.sources
            if line.is_bad
        ]
        found += [
            f"{line.source_id}: discovered {line.discovered}, accounted for {line.accounted}"
            for line in self.sources
            if line.discovered != line.accounted
        ]
        found += [f"check {check.check_name}: {check.row_count} rows, such as {check.sample}" for check in self.failed_checks]
        return found


def run_report(connection: Connection, run_id: str | None = None) -> RunReport:
    """The report of a run, or of the latest. Raises WarehouseError where there is none."""
    found = rows(connection, "report_run", {"run_id": run_id})
    if not found:
        raise WarehouseError(f"there is no run {run_id!r}: the table ops.run lists them" if run_id else "there is no run yet")
    head = found[0]
    params = {"run_id": head.run_id, "headline_count": HEADLINE_COUNT}
    return RunReport(
        **head._asdict(),
        sources=tuple(SourceLine(**row._asdict()) for row in rows(connection, "report_source", params)),
        reasons=tuple(ReasonLine(**row._asdict()) for row in rows(connection, "report_reason", params)),
        headlines=tuple(HeadlineLine(**row._asdict()) for row in rows(connection, "report_headline", params)),
        failed_checks=tuple(CheckLine(**row._asdict()) for row in rows(connection, "report_check", params)),
        dry_run=dry_run_lines(connection, head.run_id),
        differences=tuple(difference_lines(connection, head.run_id)),
    )


def dry_run_lines(connection: Connection, run_id: str, source_id: str | None = None) -> tuple[DryRunLine, ...]:
    """What a dry run would do, URL by URL; of one source, or of all. Empty for a run that was none."""
    found = rows(connection, "report_dry_run", {"run_id": run_id, "source_id": source_id})
    return tuple(DryRunLine(**row._asdict()) for row in found)


def console() -> Console:
    """A console that a run's table fits on: as wide as the terminal, and never so narrow that the counts are cut off."""
    plain = Console()
    return plain if plain.width >= TABLE_WIDTH else Console(width=TABLE_WIDTH, soft_wrap=True)


def rendered(report: RunReport) -> RenderableType:
    """The report as something that rich can print, on a terminal or into a file."""
    parts: list[RenderableType] = [_head(report), _source_table(report.sources)]
    if report.reasons:
        parts.append(_listing("Not loaded, because", _reasons(report)))
    if report.dry_run:
        parts.append(_listing("A dry run: nothing was fetched or loaded", _dry_run(report.dry_run)))
    if report.differences:
        parts.append(_listing("Read again: before -> now", report.differences))
    elif report.headlines:
        parts.append(_listing("Among the articles", [_headline(line) for line in report.headlines]))
    if report.indexed_count and report.indexing_s is not None:
        parts.append(Text(f"\nFull text of {report.indexed_count:,} articles indexed in {report.indexing_s:.1f} s\n"))
    complaints = report.complaints()
    if complaints:
        parts.append(_listing("Not good", complaints, style="bold red"))
    return Group(*parts)


def _head(report: RunReport) -> Text:
    window = f"{report.interval_start:%Y-%m-%d %H:%M} to {report.interval_end:%Y-%m-%d %H:%M} UTC" if report.interval_start else "all dates"
    took = f", {(report.finished_at - report.started_at).total_seconds():.0f} s" if report.finished_at else ", not finished"
    return Text(f"Run {report.run_id}: {window}{took}", style="bold", overflow="fold")


def _source_table(lines: Sequence[SourceLine]) -> Table:
    table = Table(box=box.SIMPLE, show_footer=len(lines) > 1, padding=(0, 1, 0, 0), pad_edge=False)
    table.add_column("source", footer="all", no_wrap=True, max_width=24)
    table.add_column("outcome", no_wrap=True)
    for name in COUNTS:
        table.add_column(name, justify="right", footer=_total(lines, name), no_wrap=True)
    table.add_column("balance", footer=_balance(lines), no_wrap=True)
    shown = sorted(lines, key=lambda line: (not line.is_bad, -line.discovered, line.source_id))[:TABLE_LENGTH]
    for line in shown:
        outcome = Text(
            line.outcome or "not finished", style="red" if line.is_bad else "yellow" if line.outcome == SourceOutcome.PARTIAL else "green"
        )
        table.add_row(line.name, outcome, *(_total([line], name) for name in COUNTS), _balance([line]))
    rest = [line for line in lines if line not in shown]
    if rest:
        table.add_row(f"{len(rest)} more sources", "", *(_total(rest, name) for name in COUNTS), _balance(rest))
    return table


def _total(lines: Sequence[SourceLine], name: str) -> str:
    return f"{sum(getattr(line, name) for line in lines):,}"


def _balance(lines: Sequence[SourceLine]) -> str:
    discovered, accounted = sum(line.discovered for line in lines), sum(line.accounted for line in lines)
    return "holds" if discovered == accounted else f"{discovered - accounted:+d}"


def _reasons(report: RunReport) -> list[str]:
    """A line for each source; for a run of many sources, one for each reason."""
    if len(report.sources) > TABLE_LENGTH:
        totals = Counter[str]()
        for line in report.reasons:
            totals[f"{line.outcome}: {line.reason}"] += line.url_count
        return [f"{count:>6,}  {reason}" for reason, count in totals.most_common()]
    names = {line.source_id: line.name for line in report.sources}
    width = max(len(name) for name in names.values())
    lines = []
    for source_id, of_source in groupby(report.reasons, key=lambda line: line.source_id):
        told = ", ".join(f"{line.url_count:,} {line.outcome}: {line.reason}" for line in of_source)
        lines.append(f"{names.get(source_id, source_id):<{width}}  {told}")
    return lines


def _dry_run(lines: Sequence[DryRunLine]) -> list[str]:
    """What would be done, of each source the first URLs."""
    told: list[str] = []
    for source_id, of_source in groupby(lines, key=lambda line: line.source_id):
        all_of_it = list(of_source)
        told += [f"{source_id}: {line.told()}" for line in all_of_it[:DRY_RUN_LENGTH]]
        if len(all_of_it) > DRY_RUN_LENGTH:
            told.append(f"{source_id}: {len(all_of_it) - DRY_RUN_LENGTH:,} more, see ops.url_outcome")
    return told


def _headline(line: HeadlineLine) -> str:
    day = f"{line.date_published:%Y-%m-%d}" if line.date_published else "undated   "
    return f"{day}  {line.source_name}: {line.headline} ({line.word_count} words)"


def _listing(title: str, lines: Sequence[str], style: str = "bold") -> Text:
    text = Text(f"\n{title}\n", style=style)
    for line in lines:
        text.append(f"  {line}\n", style="default")
    return text
