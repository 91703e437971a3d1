"""What changed between two revisions of an article, word by word."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from newshouse.database import Connection, rows
from newshouse.ui.article_page import TEXT_FIELDS, texts, told
from newshouse.ui.rendering import Links, html
from newshouse.word_diff import Run, RunKind, word_diff


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """An article at two times."""

    article: Any
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    runs: Sequence[Run]

    @property
    def is_same(self) -> bool:
        return all(run.kind is RunKind.EQUAL for run in self.runs)


def read(connection: Connection, article_key: uuid.UUID, before: datetime, after: datetime) -> Changes | None:
    """The two revisions in the order of time; None where the article did not begin to say something at one of the times."""
    article = rows(connection, "ui_article", {"article_key": article_key})
    found = texts(connection, article_key, [before, after])
    if not article or len(found) != 2:
        return None
    return Changes(article=article[0], before=found[0], after=found[1])


def page(found: Changes, links: Links) -> str:
    before, after = found.before, found.after
    body = word_diff(before.article_body, after.article_body)
    return html(
        "changes.html",
        links,
        article=found.article,
        before=before,
        after=after,
        headline=word_diff(before.headline, after.headline),
        body=paragraphs(body),
        removed_count=_word_count(body, RunKind.DELETED),
        added_count=_word_count(body, RunKind.INSERTED),
        fields=list(_changed_fields(before, after)),
    )


def paragraphs(runs: Sequence[Run]) -> list[Paragraph]:
    """The runs of a body, paragraph by paragraph; a line feed that went or came ends one, too."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        for place, text in enumerate(run.text.split("\n")):
            if place:
                lines.append([])
            if text:
                lines[-1].append(Run(kind=run.kind, text=text))
    return [Paragraph(runs=tuple(line)) for line in lines if line]


def _changed_fields(before: Any, after: Any) -> Iterator[tuple[str, str | None, str | None]]:
    for name in TEXT_FIELDS:
        old, new = told(getattr(before, name)), told(getattr(after, name))
        if old != new and name != "headline":
            yield name, old, new


def _word_count(runs: Sequence[Run], kind: RunKind) -> int:
    return sum(len(run.text.split()) for run in runs if run.kind is kind)
