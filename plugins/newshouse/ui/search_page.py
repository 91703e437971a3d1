"""Search: articles by their words, source, day and language, best first; without words, the newest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from newshouse.database import Connection, QueryCanceled, rows
from newshouse.ui.rendering import Links, html

PAGE_SIZE = 20
NARROWED_TO = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is searched for; both days are included."""

    query: str = ""
    source_ids: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    language: str = ""
    number: int = 1  # of the page, from 1

    def address(self, links: Links, number: int) -> str:
        """Another page of the same search."""
        return links.to(
            "articles",
            q=self.query,
            source=self.source_ids,
            from_=self.since,
            to=self.until,
            language=self.language,
            page=number if number > 1 else None,
        )

    def params(self) -> Mapping[str, object]:
        return {
            "query": self.query,
            "source_ids": list(self.source_ids) or None,
            "published_from": self.since,
            "published_to": self.until,
            "language": self.language or None,
            "max_rows": PAGE_SIZE + 1,
            "skip_rows": PAGE_SIZE * (self.number - 1),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of results, and what can be chosen from."""

    asked: Asked
    narrowed_to: date | None  # the first day that was searched, where searching all of them took too long
    results: Sequence[Any]
    has_more: bool
    sources: Sequence[Any]


def read(connection: Connection, asked: Asked, *, now: datetime) -> Found:
    """The results. A phrase of common words that stands nowhere is looked for in half of all articles, which a quarter of
    the time for a page may not suffice for: then among the newest, unless days were asked for."""
    narrowed_to = None
    can_be_narrowed = bool(asked.query) and asked.since is None
    if can_be_narrowed:
        rows(connection, "ui_first_try")
    try:
        results = _results(connection, asked)
    except QueryCanceled:
        if not can_be_narrowed:
            raise
        connection.rollback()
        latest = asked.until or rows(connection, "ui_latest_day", {"today": now.date(), "source_id": None})[0].published_on or now.date()
        narrowed_to = latest - NARROWED_TO
        results = _results(connection, replace(asked, since=narrowed_to))
    return Found(
        asked=asked,
        narrowed_to=narrowed_to,
        results=results[:PAGE_SIZE],
        has_more=len(results) > PAGE_SIZE,
        sources=rows(connection, "ui_source", {"source_id": None}),
    )


def _results(connection: Connection, asked: Asked) -> list[Any]:
    return rows(connection, "ui_search" if asked.query else "ui_newest", asked.params())


def page(found: Found, links: Links) -> str:
    languages = {source.language for source in found.sources} | {found.asked.language} - {""}
    return html(
        "articles.html",
        links,
        asked=found.asked,
        results=found.results,
        has_more=found.has_more,
        sources=found.sources,
        languages=sorted(languages),
        page_size=PAGE_SIZE,
        problem=_problem(found),
    )


def _problem(found: Found) -> str:
    asked = found.asked
    if found.narrowed_to:
        shown = f"only articles from {found.narrowed_to} on are shown"
        return f"These words are too common to look through all days: {shown}. Choose days to see others."
    if asked.since and asked.until and asked.until < asked.since:
        return f"{asked.until} is before {asked.since}: no day is in between."
    return ""
