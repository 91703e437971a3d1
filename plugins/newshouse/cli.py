"""The command `newshouse`: the stages without Airflow, and what looks at their results. Words and wiring only."""

import json
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console

from newshouse.command_values import PERCENT, SOMETHING, WORDS
from newshouse.errors import NewshouseError
from newshouse.model import Interval, Promotion, RunMode
from newshouse.report import console, rendered, run_report


class Command(click.Group):
    """Known errors end with one line on standard error and exit code 1, without a traceback."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except NewshouseError as error:
            raise click.ClickException(str(error)) from None
        except BrokenPipeError:  # the reader of a pipe, such as `head`, has had enough
            sys.stderr.close()
            sys.exit(0)


@click.group(cls=Command, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
def main() -> None:
    """Article pages in, rows an analyst can query out.

    Commands that need the warehouse use the one NEWSHOUSE_WAREHOUSE names (a Postgres URL), else the embedded one.
    """


@main.command()
@click.argument("page", type=click.Path(exists=True, dir_okay=False, path_type=Path), required=False)
@click.option("--url", type=WORDS, default="", help="Where the page came from; dates and links are read better with it.")
@click.option("--batch", type=click.Path(exists=True, dir_okay=False, path_type=Path), help='JSON lines of {"id", "url", "html_path"}.')
def extract(page: Path | None, url: str, batch: Path | None) -> None:
    """Print the article of PAGE as JSON, or of every page of a batch as JSON lines."""
    from newshouse.batch import extracted, extracted_lines

    if (page is None) == (batch is None):
        raise click.UsageError("give either PAGE or --batch LIST.jsonl")
    if page is not None:
        found = extracted(page, url)
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
        sys.exit(1 if "rejected" in found else 0)
    assert batch is not None
    for found in extracted_lines(batch):
        click.echo(json.dumps(found, ensure_ascii=False))


@main.command("canonical-url")
def canonical_url_command() -> None:
    """Read URLs on standard input, print one canonical URL per line."""
    from newshouse.urls import canonical_url

    for line in sys.stdin.buffer:
        click.echo(canonical_url(_address(line).strip()))


def _address(line: bytes) -> str:
    """The line as text; bytes that are not UTF-8 as a URL writes them (RFC 3986, 2.1)."""
    try:
        return line.decode()
    except UnicodeDecodeError:
        return "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in line)


@main.command()
@click.argument("documents", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def dedupe(documents: Path) -> None:
    """Read {"id", "source", "title", "text", "published"} per line, print {"id", "cluster_id"} per line."""
    from newshouse.batch import clustered_lines

    for row in clustered_lines(documents):
        click.echo(json.dumps(row, ensure_ascii=False))


def _window(interval: tuple[str, str]) -> Interval:
    start, end = (_instant(text) for text in interval)
    try:
        return Interval(start=start, end=end)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def _instant(text: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
        return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise click.BadParameter(f"{text!r} is no ISO 8601 date or time, such as 2025-09-17 or 2025-09-17T06:00:00+00:00") from None


@main.command()
@click.option(
    "--sources", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Folder of source files (default: NEWSHOUSE_SOURCES)."
)
@click.option("--interval", nargs=2, required=True, metavar="START END", help="Half-open, UTC where no zone is given.")
@click.option("--source", "only", type=WORDS, multiple=True, help="Only this source id; may be repeated.")
@click.option("--mode", type=click.Choice([mode.value for mode in RunMode]), default=RunMode.FETCH_MISSING.value, show_default=True)
@click.option("--max-articles", type=click.IntRange(min=1), help="At most so many pages per source.")
@click.option("--late", is_flag=True, help="Also what came too late for its own day, within a week, as scheduled nights do.")
@click.option("--dry-run", is_flag=True, help="List what would be fetched, and stop.")
def run(
    sources: Path | None, interval: tuple[str, str], only: tuple[str, ...], mode: str, max_articles: int | None, late: bool, dry_run: bool
) -> None:
    """Run the nightly stages for an interval in this process."""
    from newshouse import in_process
    from newshouse.local.warehouse import warehouse_settings

    window = _window(interval)
    with warehouse_settings() as settings:
        good = in_process.run(
            settings,
            window,
            sources_folder=sources,
            only=only,
            mode=RunMode(mode),
            max_articles=max_articles,
            is_dry_run=dry_run,
            takes_late=late,
            console=console(),
        )
    sys.exit(0 if good else 1)


@main.command()
@click.option("--source", "only", type=WORDS, multiple=True, help="Only this source id; may be repeated.")
def poll(only: tuple[str, ...]) -> None:
    """Read feeds and news sitemaps into the ledger, and fetch no page: what the DAG news_discover does every hour."""
    from newshouse import in_process
    from newshouse.local.warehouse import warehouse_settings

    with warehouse_settings() as settings:
        good = in_process.poll(settings, only, console=console())
    sys.exit(0 if good else 1)


@main.command()
@click.option("--source", "only", type=WORDS, multiple=True, help="Only this source id; may be repeated.")
def recrawl(only: tuple[str, ...]) -> None:
    """Ask again for articles 1, 2, 7, 15, 30 and 90 days after publication: what the DAG news_recrawl does every night."""
    from newshouse import in_process
    from newshouse.local.warehouse import warehouse_settings

    with warehouse_settings() as settings:
        good = in_process.recrawl(settings, sources_folder=None, only=only, console=console())
    sys.exit(0 if good else 1)


@main.command()
@click.option("--interval", nargs=2, required=True, metavar="START END", help="Of publication; half-open, UTC where no zone is given.")
@click.option("--source", "only", type=WORDS, multiple=True, help="Only this source id; may be repeated.")
@click.option("--promote", type=click.Choice([one.value for one in Promotion]), default=Promotion.AUTO.value, show_default=True)
@click.option("--max-newly-rejected", type=PERCENT, default=5.0, show_default=True, help="Gate, in percent.")
@click.option("--max-emptied", type=PERCENT, default=5.0, show_default=True, help="Gate, in percent.")
@click.option("--max-redated", type=PERCENT, default=5.0, show_default=True, help="Gate, in percent.")
@click.option("--samples", type=click.IntRange(0, 100), default=5, show_default=True, help="Kept for each source, field and kind.")
def reextract(
    interval: tuple[str, str],
    only: tuple[str, ...],
    promote: str,
    max_newly_rejected: float,
    max_emptied: float,
    max_redated: float,
    samples: int,
) -> None:
    """Read archived pages again with today's extractor, show what differs, and promote it past a gate. Fetches nothing."""
    from newshouse import in_process
    from newshouse.local.warehouse import warehouse_settings
    from newshouse.reextraction_gate import Gate

    gate = Gate(
        promote=Promotion(promote),
        max_newly_rejected_percent=max_newly_rejected,
        max_emptied_percent=max_emptied,
        max_redated_percent=max_redated,
        sample_size=samples,
    )
    window = _window(interval)
    with warehouse_settings() as settings:
        good = in_process.reextract(settings, window, gate, only=only, console=console())
    sys.exit(0 if good else 1)


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def replay(files: Sequence[Path]) -> None:
    """Load pages from WARC files, ours or Common Crawl's, through the same stages."""
    from newshouse import in_process
    from newshouse.local.warehouse import warehouse_settings

    with warehouse_settings() as settings:
        good = in_process.replay(settings, files, console=console())
    sys.exit(0 if good else 1)


@main.command()
@click.option("--allow-lost", "allows_lost", is_flag=True, help="Give up the articles whose archived pages are lost.")
def rebuild(allows_lost: bool) -> None:
    """Build the warehouse layer again from the archive; the old one stays until the new one is whole."""
    from newshouse import in_process
    from newshouse.local.warehouse import warehouse_settings

    with warehouse_settings() as settings:
        good = in_process.rebuild(settings, allows_lost=allows_lost, console=console())
    sys.exit(0 if good else 1)


@main.command()
@click.option("--all", "starts_over", is_flag=True, help="Derive everything anew, not only what has changed.")
def refresh(starts_over: bool) -> None:
    """Bring search and marts up to date with the warehouse, as every run does at its end."""
    from newshouse import marts
    from newshouse.database import connect
    from newshouse.local.warehouse import warehouse_settings
    from newshouse.migrations import require_migrated

    with warehouse_settings() as settings, closing(connect(settings.warehouse_url, application_name="newshouse refresh")) as connection:
        require_migrated(connection)
        if starts_over:
            marts.start_over(connection)
        counts = marts.refresh(connection)
    click.echo(", ".join(f"{name} {count:,}" for name, count in counts.items()))


@main.command()
@click.argument("url", type=WORDS)
@click.option("--reason", type=SOMETHING, required=True, help="Why; kept in ops.tombstone.")
@click.option("--by", "requested_by", type=WORDS, help="Who asked for it.")
def takedown(url: str, reason: str, requested_by: str | None) -> None:
    """Take the article at URL out of warehouse, search and archive, and never load it again."""
    from newshouse import taking_down
    from newshouse.local.warehouse import warehouse_settings

    with warehouse_settings() as settings:
        done = taking_down.take_down(url, settings, reason=reason, requested_by=requested_by)
    click.echo("\n".join(f"taken down  {address}" for address in done.urls))
    click.echo(f"{done.article_count} articles gone, {done.record_count} records of the archive overwritten")


@main.command()
@click.option("--keep-captures-months", type=click.IntRange(1, 1200), help="Default: NEWSHOUSE_KEEP_CAPTURES_MONTHS, else for ever.")
@click.option("--keep-outcomes-months", type=click.IntRange(1, 1200), help="Default: NEWSHOUSE_KEEP_OUTCOMES_MONTHS, else for ever.")
def maintain(keep_captures_months: int | None, keep_outcomes_months: int | None) -> None:
    """Partitions, takedowns, retention and vacuum: what the DAG news_maintenance does every week."""
    from newshouse import maintaining
    from newshouse.local.warehouse import warehouse_settings

    with warehouse_settings() as settings:
        kept = maintaining.Retention(
            captures_months=keep_captures_months or settings.keep_captures_months,
            outcomes_months=keep_outcomes_months or settings.keep_outcomes_months,
        )
        for step in maintaining.STEPS:
            counts = maintaining.maintain(step, settings, kept, now=datetime.now(UTC))
            click.echo(f"{step:<11} {', '.join(f'{name} {count}' for name, count in counts.items())}")


@main.command()
def migrate() -> None:
    """Bring the warehouse to this version's schema."""
    from newshouse import migrations
    from newshouse.local.warehouse import warehouse_settings

    with warehouse_settings() as settings:
        applied = migrations.migrate(settings.warehouse_url)
    click.echo("\n".join(f"applied {name}" for name in applied) or "the warehouse is up to date")


@main.command()
@click.argument("run_id", type=WORDS, required=False)
def report(run_id: str | None) -> None:
    """Print the report of RUN_ID, or of the latest run."""
    from newshouse.database import connect
    from newshouse.local.warehouse import warehouse_settings
    from newshouse.migrations import require_migrated

    with warehouse_settings() as settings, closing(connect(settings.warehouse_url, application_name="newshouse report")) as connection:
        require_migrated(connection)
        console().print(rendered(run_report(connection, run_id)))


@main.command(context_settings={"ignore_unknown_options": True})  # a query may begin with a comment, "-- ..."
@click.argument("query", type=click.UNPROCESSED)
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
def sql(query: str, form: str) -> None:
    """Run one SELECT on the warehouse, read-only, and print its rows. QUERY "-" reads it from standard input."""
    from newshouse import read_only
    from newshouse.local.warehouse import warehouse_settings

    with warehouse_settings() as settings:
        for line in read_only.query(settings.warehouse_url, sys.stdin.read() if query == "-" else query, form):
            click.echo(line)


@main.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--what", type=click.Choice(["articles", "revisions", "facts"]), default="articles", show_default=True)
@click.option("--interval", nargs=2, metavar="START END", help="Published in this interval: half-open, UTC where no zone is given.")
@click.option("--source", "only", type=WORDS, multiple=True, help="Only this source id; may be repeated.")
def export(file: Path, what: str, interval: tuple[str, str] | None, only: tuple[str, ...]) -> None:
    """Write articles into FILE, whose name ends in .parquet or .csv.

    articles: one row each, as it reads now. revisions: one row for each time an article said something new. facts: what can be counted.
    """
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from newshouse import exporting
    from newshouse.local.warehouse import warehouse_settings

    choice = exporting.Choice(what=what, interval=_window(interval) if interval else None, source_ids=only)
    told = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with warehouse_settings() as settings, Progress(*columns, console=told, transient=True, disable=not told.is_terminal) as progress:
        bar = progress.add_task(what, total=None)
        count = exporting.export(
            settings.warehouse_url,
            file,
            choice,
            begin=lambda total: progress.update(bar, total=total),
            advance=lambda done: progress.advance(bar, done),
        )
    click.echo(f"{count:,} {what} in {file}")


@main.group()
def sources() -> None:
    """Look after the source files."""


@sources.command("check")
@click.option(
    "--sources",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of source files (default: NEWSHOUSE_SOURCES).",
)
@click.option("--live", is_flag=True, help="Also ask each enabled source's feeds and sitemaps.")
@click.option("--source", "only", type=WORDS, multiple=True, help="With --live: ask this source only, switched on or not; may be repeated.")
@click.option("--all", "takes_disabled", is_flag=True, help="With --live: ask the sources that are switched off, too.")
@click.option("--report", type=click.Path(dir_okay=False, path_type=Path), help="With --live: a JSON line for each source into this file.")
def sources_check(folder: Path | None, live: bool, only: tuple[str, ...], takes_disabled: bool, report: Path | None) -> None:
    """Say what is wrong with the source files, by file and line; with --live, ask every feed and sitemap."""
    from newshouse import source_check

    if not live and (only or takes_disabled or report):
        raise click.UsageError("--source, --all and --report go with --live")
    good = source_check.check(folder, is_live=live, console=console(), only=only, takes_disabled=takes_disabled, report=report)
    sys.exit(0 if good else 1)


@main.group()
def source() -> None:
    """Work on one source."""


@source.command("try")
@click.argument("url", type=WORDS)
@click.option(
    "--sources",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of source files (default: NEWSHOUSE_SOURCES).",
)
def source_try(url: str, folder: Path | None) -> None:
    """Show every step for one page: robots, fetch, extraction. Nothing is loaded."""
    from newshouse import source_check

    good = source_check.try_page(url, folder, console=console(), notices=Console(stderr=True))
    sys.exit(0 if good else 1)


@source.command("new")
@click.argument("site", type=WORDS)
@click.option("--write", is_flag=True, help="Write the file into the folder of source files instead of printing it.")
@click.option("--allow-loopback", is_flag=True, help="For a site of your own on this machine.")
@click.option(
    "--sources",
    "folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of source files (default: NEWSHOUSE_SOURCES).",
)
def source_new(site: str, write: bool, allow_loopback: bool, folder: Path | None) -> None:
    """Propose a source file for SITE, a domain or address, from its front page, robots.txt, feeds and sitemaps."""
    from newshouse import source_check

    good = source_check.propose_source(
        site, folder, is_written=write, is_loopback_allowed=allow_loopback, console=console(), notices=Console(stderr=True)
    )
    sys.exit(0 if good else 1)
