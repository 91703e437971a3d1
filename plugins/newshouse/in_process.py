"""Whole runs in this process, without Airflow: `newshouse run`, `newshouse replay`, `newshouse rebuild`."""

import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from queue import SimpleQueue

from rich.console import Console
from rich.markup import escape
from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from newshouse import polling, rebuilding, reextracting, stages
from newshouse.database import Connection, connect
from newshouse.errors import SourceFailed
from newshouse.model import Interval, Run, RunMode, Source
from newshouse.reextraction_gate import Gate
from newshouse.replaying import adopt_files, source_of_host
from newshouse.report import rendered, run_report
from newshouse.settings import Settings
from newshouse.source_file import load_sources

SOURCES_AT_ONCE = 8
AFTER_FETCH = ("extract", "deduplicate", "load")


def run(
    settings: Settings,
    interval: Interval,
    *,
    sources_folder: Path | None,
    only: Sequence[str],
    mode: RunMode,
    max_articles: int | None,
    is_dry_run: bool,
    takes_late: bool = False,
    console: Console,
) -> bool:
    """The nightly stages for an interval. True if the run was good; its report is printed."""
    settings = replace(settings, sources_folder=sources_folder or settings.sources_folder)
    chosen = stages.chosen_sources(settings, only)
    this = Run(
        run_id=_run_id("command"),
        interval=interval,
        mode=mode,
        max_articles=max_articles,
        is_dry_run=is_dry_run,
        takes_late=takes_late,
    )
    stages.plan(this, chosen, settings, kind="manual")
    _through(this, chosen.sources, tuple(stages.STAGES), settings, console)
    return _published(this, settings, console)


def recrawl(settings: Settings, *, sources_folder: Path | None, only: Sequence[str], console: Console) -> bool:
    """The articles that are due by the ladder, asked for again. True if the run was good; its report is printed."""
    settings = replace(settings, sources_folder=sources_folder or settings.sources_folder)
    chosen = stages.chosen_sources(settings, only)
    this = Run(run_id=_run_id("recrawl"), interval=None, mode=RunMode.REFETCH)
    stages.plan(this, chosen, settings, kind="recrawl")
    _through(this, chosen.sources, tuple(stages.STAGES), settings, console)
    return _published(this, settings, console)


def reextract(settings: Settings, interval: Interval, gate: Gate, *, only: Sequence[str], console: Console) -> bool:
    """The archived pages of an interval, read again. True if nothing went wrong and no gate held; the report is printed."""
    this = Run(run_id=_run_id("reextract"), interval=None, mode=RunMode.FROM_ARCHIVE)
    chosen = reextracting.chosen_sources(settings, interval, only)
    reextracting.plan(this, interval, gate, chosen, settings)
    _through(this, chosen.sources, tuple(reextracting.STAGES), settings, console, reextracting.STAGES)
    return _published(this, settings, console)


def poll(settings: Settings, only: Sequence[str], *, console: Console) -> bool:
    """Feeds and news sitemaps into the ledger, a line for each source. True if all could be read."""
    good = True
    with closing(connect(settings.warehouse_url, application_name="newshouse poll")) as connection:
        stages.require_migrated(connection)
    for source in stages.chosen_sources(settings, only).sources:
        try:
            counts = polling.poll(source, settings)
        except SourceFailed as failure:
            console.print(f"[red]{source.source_id}[/]: {escape(str(failure))}", soft_wrap=True)
            good = False
        else:
            console.print(f"{source.source_id}: {counts['announced']} announced, {counts['new']} of them new", highlight=False)
    return good


def replay(settings: Settings, files: Sequence[Path], *, console: Console) -> bool:
    """The pages of WARC files through the same stages, all dates. True if the run was good; its report is printed."""
    this = Run(run_id=_run_id("replay"), interval=None, mode=RunMode.FROM_ARCHIVE)
    with console.status("reading the WARC files"):
        adopted = adopt_files(this, files, settings)
    _through(this, adopted.sources, AFTER_FETCH, settings, console)
    good = _published(this, settings, console)
    console.print(adopted.account(), highlight=False)
    return good


def rebuild(settings: Settings, *, allows_lost: bool = False, console: Console) -> bool:
    """The warehouse layer from the archive alone. True if every part of it went well; a report is printed for each.

    Raises WarehouseError where it cannot be made anew; then it is as it was.
    """
    rebuilding.require_declared(settings)
    plan = rebuilding.planned(settings)
    if not plan.portions:
        console.print("Nothing was ever loaded, so there is nothing to rebuild.")
    runs: dict[str, Run] = {}
    read: dict[str, tuple[str, ...]] = {}
    for portion in plan.portions:
        this, sources = rebuilding.run_of(portion), _declared(settings, portion.source_ids)
        stages.plan(this, stages.Chosen(sources=sources), settings, kind="rebuild")
        if portion.interval is None:
            rebuilding.open_replayed(this, portion.source_ids, portion.url_keys, settings)
        names = ("discover", "fetch", "extract") if portion.interval else ("extract",)
        _through(this, sources, names, settings, console, stages.reading_anew(tuple(read)))
        runs[this.run_id], read[this.run_id] = this, portion.source_ids
    try:
        with console.status("replacing the warehouse layer"):
            rebuilding.replace_layer(settings, read, plan.held, allows_lost=allows_lost)
    finally:
        good = [_published(this, settings, console) for this in runs.values()]
    return all(good)


def _declared(settings: Settings, source_ids: Sequence[str]) -> tuple[Source, ...]:
    """The sources of these ids: as their files say, else as the hosts that a replay met."""
    declared = {source.source_id: source for source in load_sources(settings.sources_folder)}
    return tuple(declared.get(source_id) or source_of_host(source_id) for source_id in source_ids)


def _through(
    this: Run, sources: Sequence[Source], names: Sequence[str], settings: Settings, console: Console, steps: stages.Steps = stages.STAGES
) -> None:
    """Takes every source through the steps, several sources at once.

    What a source fails at stands in its books, and the others go on; a bug or an outage is raised when all of them have ended.
    """
    columns = (SpinnerColumn(), TextColumn("{task.description}"), MofNCompleteColumn(), TextColumn("stages"), TimeElapsedColumn())
    with (
        Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress,
        _free_connections(settings, min(SOURCES_AT_ONCE, len(sources))) as free,
    ):
        bar = progress.add_task(f"{len(sources)} sources", total=len(sources) * len(names))
        with ThreadPoolExecutor(max_workers=SOURCES_AT_ONCE) as pool:
            walks = [
                pool.submit(_one_source, this, source, names, settings, free, lambda: progress.advance(bar), steps) for source in sources
            ]
        for walk in walks:
            walk.result()


@contextmanager
def _free_connections(settings: Settings, count: int) -> Iterator[SimpleQueue[Connection]]:
    """Connections to take and to put back: a replay may meet hundreds of sources with a page or two each."""
    free: SimpleQueue[Connection] = SimpleQueue()
    with ExitStack() as opened:
        for _ in range(count):
            free.put(opened.enter_context(closing(connect(settings.warehouse_url, application_name="newshouse stages"))))
        yield free


def _one_source(
    this: Run,
    source: Source,
    names: Sequence[str],
    settings: Settings,
    free: SimpleQueue[Connection],
    done: Callable[[], object],
    steps: stages.Steps,
) -> None:
    connection = free.get()
    try:
        for name in names:
            stages.do_on(connection, name, this.run_id, source, settings, steps)
            done()
    except SourceFailed:  # noted in the books by `stages.do_on`, shown by the report
        return
    finally:
        free.put(connection)


def _published(this: Run, settings: Settings, console: Console) -> bool:
    stages.index(this.run_id, settings)
    good = stages.publish(this.run_id, settings)
    with closing(connect(settings.warehouse_url, application_name="newshouse report")) as connection:
        console.print(rendered(run_report(connection, this.run_id)))
    return good


def _run_id(kind: str) -> str:
    return f"{kind}/{datetime.now(UTC):%Y-%m-%dT%H:%M:%S}-{uuid.uuid4().hex[:6]}"
