"""What changed between two revisions of an article, word by word."""

import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher
from typing import Any, Literal

from newshouse.database import Connection, rows
from newshouse.ui.article_page import TEXT_FIELDS, texts, told
from newshouse.ui.rendering import Links, html

Kind = Literal["same", "removed", "added"]
Piece = tuple[Kind, str]
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_MAX_TOKENS = 6_000  # of two passages that are compared word by word: beyond it the one stands for removed, the other for added


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """An article at two times."""

    article: Any
    before: Any
    after: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    pieces: Sequence[Piece]

    @property
    def is_same(self) -> bool:
        return all(kind == "same" for kind, _ in self.pieces)


def read(connection: Connection, article_key: uuid.UUID, before: datetime, after: datetime) -> Changes | None:
    """The two revisions in the order of time; None where the article did not begin to say something at one of the times."""
    article = rows(connection, "ui_article", {"article_key": article_key})
    found = texts(connection, article_key, [before, after])
    if not article or len(found) != 2:
        return None
    return Changes(article=article[0], before=found[0], after=found[1])


def page(found: Changes, links: Links) -> str:
    before, after = found.before, found.after
    headline = list(changed_words(before.headline, after.headline))
    body = list(changed_paragraphs(before.article_body, after.article_body))
    return html(
        "changes.html",
        links,
        article=found.article,
        before=before,
        after=after,
        headline=headline,
        body=body,
        removed_count=_word_count(body, "removed"),
        added_count=_word_count(body, "added"),
        fields=list(_changed_fields(before, after)),
    )


def changed_paragraphs(before: str, after: str) -> Iterator[Paragraph]:
    """The paragraphs of both texts: whole ones that stayed, came or went, and rewritten ones word by word."""
    old, new = before.split("\n"), after.split("\n")
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = old[old_from:old_to], new[new_from:new_to]
        if tag == "equal":
            yield from (Paragraph(pieces=(("same", text),)) for text in come)
            continue
        paired = min(len(gone), len(come))
        yield from (Paragraph(pieces=tuple(changed_words(*pair))) for pair in zip(gone[:paired], come[:paired], strict=True))
        yield from (Paragraph(pieces=(("removed", text),)) for text in gone[paired:])
        yield from (Paragraph(pieces=(("added", text),)) for text in come[paired:])


def changed_words(before: str, after: str) -> Iterator[Piece]:
    """The texts in one: what stayed, what went and what came."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    if before != after and len(old) + len(new) > _MAX_TOKENS:
        yield "removed", before
        yield "added", after
        return
    for tag, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield "same", "".join(new[new_from:new_to])
            continue
        if old_to > old_from:
            yield "removed", "".join(old[old_from:old_to])
        if new_to > new_from:
            yield "added", "".join(new[new_from:new_to])


def _changed_fields(before: Any, after: Any) -> Iterator[tuple[str, str | None, str | None]]:
    for name in TEXT_FIELDS:
        old, new = told(getattr(before, name)), told(getattr(after, name))
        if old != new and name != "headline":
            yield name, old, new


def _word_count(paragraphs: Sequence[Paragraph], kind: Kind) -> int:
    return sum(len(text.split()) for paragraph in paragraphs for of_kind, text in paragraph.pieces if of_kind == kind)
