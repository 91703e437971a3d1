"""Looking after sources: are the files right, do the feeds answer, and what becomes of one page, step by step. Loads nothing."""

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from newshouse.archive import Archive
from newshouse.discovering import asker
from newshouse.discovery import discover
from newshouse.errors import Rejected, SourceFailed
from newshouse.extracting import identity_of
from newshouse.extraction import extract
from newshouse.fetching import fetch_pages, policies
from newshouse.model import Article, Reason, Source
from newshouse.replaying import SourcesByHost
from newshouse.settings import Settings
from newshouse.source_file import read_sources
from newshouse.source_proposal import propose
from newshouse.web import Web

SHOWN_CHARACTERS = 300


def check(folder: Path | None, *, is_live: bool, console: Console) -> bool:
    """True if every source file is right and, with `is_live`, every source that is asked announces something."""
    settings = _settings(folder)
    found = read_sources(settings.sources_folder)
    for problem in found.problems:
        console.print(escape(problem), style="red", soft_wrap=True)
    console.print(f"{len(found.sources)} sources in {settings.sources_folder}, {len(found.problems)} problems", soft_wrap=True)
    good = not found.problems
    if is_live:
        answers = [_answers(source, settings, console) for source in found.sources if source.is_enabled]
        good = good and all(answers)
    return good


def try_page(url: str, folder: Path | None, *, console: Console) -> bool:
    """True if the page at `url` gives an article; every step is shown."""
    settings = _settings(folder)
    sources = SourcesByHost(settings.sources_folder)
    source = sources.source(sources.source_id_of(url))
    console.print(f"[bold]source[/]    {source.source_id}" + ("" if source.origin == "file" else " (no source file declares its host)"))
    with TemporaryDirectory() as scratch, Web(settings, is_loopback_allowed=source.is_loopback_allowed) as web:
        archive = Archive(scratch)
        with archive.writer(source.source_id, datetime.now(UTC)) as writer:
            policy_of = policies(web=web, writer=writer, user_agent=settings.user_agent)
            (fetched,) = fetch_pages(source, [url], web=web, writer=writer, policy_of=policy_of)
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
    """True if a source file for `site` could be proposed; it is printed, or with `is_written` put into the folder."""
    settings = _settings(folder)
    try:
        proposal = propose(site, settings, is_loopback_allowed=is_loopback_allowed)
    except SourceFailed as failure:
        notices.print(f"[red]{escape(str(failure))}[/]", soft_wrap=True)
        return False
    for finding in proposal.findings:
        notices.print(f"  {escape(finding)}", soft_wrap=True, highlight=False)
    if not is_written:
        console.print(escape(proposal.text), end="", soft_wrap=True, highlight=False)
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


def _answers(source: Source, settings: Settings, console: Console) -> bool:
    with (
        TemporaryDirectory() as scratch,
        Web(settings, is_loopback_allowed=source.is_loopback_allowed) as web,
        Archive(scratch).writer(source.source_id, datetime.now(UTC)) as writer,
    ):
        try:
            found = discover(source, None, asker(source, web, writer.write), datetime.now(UTC))
        except SourceFailed as failure:
            console.print(f"[red]{source.source_id}[/]: {escape(str(failure))}", soft_wrap=True)
            return False
    reach = "can be asked for the past" if found.reaches_past else "shows only the present"
    console.print(f"{source.source_id}: {len(found.refs):,} URLs from {len(found.documents)} documents; {reach}")
    for problem in found.problems:
        console.print(f"  [yellow]{escape(problem)}[/]", soft_wrap=True)
    return bool(found.refs)


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
