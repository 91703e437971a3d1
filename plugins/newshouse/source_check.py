"""Looking after sources: are the files right, do the feeds answer, and what becomes of one page, step by step. Loads nothing."""

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from newshouse.archive import Archive
from newshouse.discovering import asker
from newshouse.discovery import discover
from newshouse.errors import Rejected, SettingsError, SourceFailed, SourceFileError
from newshouse.extracting import identity_of
from newshouse.extraction import extract
from newshouse.fetching import fetch_pages
from newshouse.model import Article, Reason, Source
from newshouse.replaying import SourcesByHost
from newshouse.settings import Settings
from newshouse.source_file import read_sources
from newshouse.source_proposal import DELAY_S, propose
from newshouse.web import Web

SHOWN_CHARACTERS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentAnswer:
    """One feed or sitemap as it answered."""

    url: str
    status: int
    via: str
    ref_count: int
    problem: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceAnswer:
    """What a source announced when it was asked."""

    source_id: str
    checked_at: str  # ISO 8601
    url_count: int = 0
    reaches_past: bool = False
    documents: tuple[DocumentAnswer, ...] = ()
    problems: tuple[str, ...] = ()


def check(
    folder: Path | None,
    *,
    is_live: bool,
    console: Console,
    only: Sequence[str] = (),
    takes_disabled: bool = False,
    report: Path | None = None,
) -> bool:
    """True if every source file is right and, with `is_live`, every source that is asked announces something.

    Asked are the enabled sources, or those in `only`, or with `takes_disabled` all. `report` gets a JSON line for each of them.
    """
    settings = _settings(folder)
    found = read_sources(settings.sources_folder)
    for problem in found.problems:
        console.print(escape(problem), style="red", soft_wrap=True)
    told = f"{_counted(len(found.sources), 'source')} in {settings.sources_folder}, {_counted(len(found.problems), 'problem')}"
    console.print(told, soft_wrap=True)
    good = not found.problems
    if unknown := sorted(set(only) - {source.source_id for source in found.sources}):
        raise SettingsError(f"no source {', '.join(unknown)} in {settings.sources_folder}")
    if not is_live:
        return good
    asked = [source for source in found.sources if (source.source_id in only if only else source.is_enabled or takes_disabled)]
    answers = []
    for source in asked:
        answers.append(_answer(source, settings))
        _show(answers[-1], console)
    if left := 0 if only else len(found.sources) - len(asked):
        are = "is switched off and was" if left == 1 else "are switched off and were"
        console.print(f"{_counted(left, 'source')} {are} not asked: --all asks all, --source ID a single one", soft_wrap=True)
    if report:
        report.write_text("".join(f"{json.dumps(asdict(answer), ensure_ascii=False)}\n" for answer in answers), encoding="utf-8")
    return good and all(answer.url_count for answer in answers)


def try_page(url: str, folder: Path | None, *, console: Console, notices: Console) -> bool:
    """True if the page at `url` gives an article; every step is shown.

    Raises SourceFileError where no right file declares the URL's host, and a wrong one might.
    """
    settings = _settings(folder)
    found = read_sources(settings.sources_folder)
    sources = SourcesByHost(found.sources)
    source = sources.source(sources.source_id_of(url))
    if found.problems and source.origin != "file":
        raise SourceFileError("\n".join(found.problems))
    for problem in found.problems:
        notices.print(f"[yellow]{escape(problem)}[/]", soft_wrap=True, highlight=False)
    console.print(f"[bold]source[/]    {source.source_id}" + ("" if source.origin == "file" else " (no source file declares its host)"))
    with TemporaryDirectory() as scratch, Web(settings, is_loopback_allowed=source.is_loopback_allowed) as web:
        archive = Archive(scratch)
        with archive.writer(source.source_id, datetime.now(UTC)) as writer:
            (fetched,) = fetch_pages(source, [url], web=web, writer=writer)
        capture = fetched.capture
        if capture:
            told = f"{capture.status}, {capture.size_bytes:,} bytes, {capture.content_type}, robots: {capture.robots_decision}"
            console.print(f"[bold]fetch[/]     {escape(told)}")
        if capture is None or fetched.reason is not Reason.NOT_EXTRACTED:
            told = ": ".join(filter(None, (fetched.outcome.value, fetched.reason.value, fetched.detail)))
            console.print(f"[red]fetch[/]     {escape(told)}")
            return False
        try:
            article = extract(archive.read(capture, max_bytes=settings.max_page_bytes), source)
        except Rejected as rejection:
            console.print(f"[red]extract[/]   rejected: {escape(str(rejection))}")
            return False
    console.print(f"[bold]identity[/]  {escape(identity_of(article, source))}", soft_wrap=True)
    console.print(_fields(article))
    return True


def propose_source(
    site: str, folder: Path | None, *, is_written: bool, is_loopback_allowed: bool, console: Console, notices: Console
) -> bool:
    """True if a source file for `site` could be proposed; it is printed, or with `is_written` put into the folder.

    Of a file that lacks the ways to discover, nothing is written: it would be wrong, and make every run red.
    """
    settings = _settings(folder)
    try:
        delay_s = 0.0 if is_loopback_allowed else DELAY_S  # a site of one's own needs no rest
        proposal = propose(site, settings, is_loopback_allowed=is_loopback_allowed, delay_s=delay_s)
    except SourceFailed as failure:
        notices.print(f"[red]{escape(str(failure))}[/]", soft_wrap=True)
        return False
    for finding in proposal.findings:
        notices.print(f"  {escape(finding)}", soft_wrap=True, highlight=False)
    if not is_written or not proposal.is_complete:
        console.print(escape(proposal.text), end="", soft_wrap=True, highlight=False)
    if not proposal.is_complete:
        notices.print("[red]no source file yet: nothing to put under `discovery` was found; nothing was written[/]", soft_wrap=True)
        return False
    if not is_written:
        return True
    path = settings.sources_folder / f"{proposal.source_id}.yaml"
    if path.exists():
        notices.print(f"[red]{path} exists already: nothing was written[/]", soft_wrap=True)
        return False
    path.write_text(proposal.text, encoding="utf-8")
    notices.print(f"[green]{path}[/] is written: complete it, then `newshouse sources check --live`", soft_wrap=True)
    return True


def _settings(folder: Path | None) -> Settings:
    """Settings for work that needs no warehouse."""
    settings = Settings.from_environment({**os.environ, "NEWSHOUSE_WAREHOUSE": "postgresql://unused"})
    return replace(settings, sources_folder=folder) if folder else settings


def _answer(source: Source, settings: Settings) -> SourceAnswer:
    """What the source announces now, in all its feeds and sitemaps. Kept nowhere."""
    now = datetime.now(UTC)
    with (
        TemporaryDirectory() as scratch,
        Web(settings, is_loopback_allowed=source.is_loopback_allowed) as web,
        Archive(scratch).writer(source.source_id, now) as writer,
    ):
        try:
            found = discover(source, None, asker(source, web, writer.write), now)
        except SourceFailed as failure:
            return SourceAnswer(source_id=source.source_id, checked_at=now.isoformat(), problems=(str(failure),))
    return SourceAnswer(
        source_id=source.source_id,
        checked_at=now.isoformat(),
        url_count=len(found.refs),
        reaches_past=found.reaches_past,
        documents=tuple(
            DocumentAnswer(url=one.capture.url, status=one.capture.status, via=one.via, ref_count=one.ref_count, problem=one.problem)
            for one in found.documents
        ),
        problems=found.problems,
    )


def _show(answer: SourceAnswer, console: Console) -> None:
    if not answer.documents:
        console.print(f"[red]{answer.source_id}[/]: {escape('; '.join(answer.problems))}", soft_wrap=True)
        return
    reach = "can be asked for the past" if answer.reaches_past else "shows only the present"
    console.print(f"{answer.source_id}: {_counted(answer.url_count, 'URL')} from {_counted(len(answer.documents), 'document')}; {reach}")
    for problem in answer.problems:
        console.print(f"  [yellow]{escape(problem)}[/]", soft_wrap=True)


def _counted(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def _fields(article: Article) -> Table:
    table = Table("field", "value", "read from")
    for name in Article.__dataclass_fields__:
        value = getattr(article, name)
        if name == "provenance" or value in (None, (), ""):
            continue
        shown = (
            ", ".join(author.name for author in value)
            if name == "authors"
            else ", ".join(value)
            if isinstance(value, tuple)
            else str(value)
        )
        table.add_row(
            name, escape(shown if len(shown) <= SHOWN_CHARACTERS else f"{shown[:SHOWN_CHARACTERS]} ..."), article.provenance.get(name, "")
        )
    return table
