"""Search: articles by their words, source, day and language, best first; without words, the newest first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from newshouse.database import Connection, rows
from newshouse.ui.rendering import Links, html

PAGE_SIZE = 20


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
    results: Sequence[Any]
    has_more: bool
    sources: Sequence[Any]


def read(connection: Connection, asked: Asked) -> Found:
    results = rows(connection, "ui_search" if asked.query else "ui_newest", asked.params())
    return Found(
        asked=asked,
        results=results[:PAGE_SIZE],
        has_more=len(results) > PAGE_SIZE,
        sources=rows(connection, "ui_source", {"source_id": None}),
    )


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
        problem=_problem(found.asked),
    )


def _problem(asked: Asked) -> str:
    if asked.since and asked.until and asked.until < asked.since:
        return f"{asked.until} is before {asked.since}: no day is in between."
    return ""
