"""The report of a run: a tab on each DAG run, and a page of its own."""

from dataclasses import asdict, dataclass, replace
from itertools import groupby

from newshouse.database import Connection, rows
from newshouse.report import COUNTS, RunReport, run_report
from newshouse.ui.rendering import Links, html


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFound:
    """A run's report, and whether anything in quarantine was rejected by this run last."""

    report: RunReport
    has_quarantine: bool


def read(connection: Connection, run_id: str) -> RunFound:
    """Raises WarehouseError where there is no such run."""
    report = run_report(connection, run_id)
    held = rows(connection, "ui_quarantine_of_run", {"run_id": run_id})[0].is_any
    return RunFound(report=report, has_quarantine=held)


def page(found: RunFound, links: Links) -> str:
    report = found.report
    reasons = [(source_id, list(lines)) for source_id, lines in groupby(report.reasons, key=lambda line: line.source_id)]
    totals = {name: sum(getattr(line, name) for line in report.sources) for name in COUNTS}
    return html(
        "run.html",
        links,
        report=report,
        has_quarantine=found.has_quarantine,
        counts=COUNTS,
        totals=totals,
        sources=[(line, asdict(line)) for line in sorted(report.sources, key=lambda line: (not line.is_bad, -line.discovered))],
        names={line.source_id: line.name for line in report.sources},
        reasons=reasons,
        complaints=_complaints(report),
    )


def _complaints(report: RunReport) -> list[str]:
    """Why the run is not good: while it goes on, what was judged already; books that are still open need not balance."""
    if report.finished_at is None:
        judged = tuple(replace(line, discovered=line.accounted) for line in report.sources if line.outcome is not None)
        report = replace(report, sources=judged)
    return report.complaints()
