"""The stories of the site: Markdown files with front matter, one article each, in `stories/<source id>/<day>-<slug>.md`.

The front matter says `published` (in the publisher's time zone), `headline` and what else the page shows; the text below knows
paragraphs, `## sub-headings`, `- lists`, `> quotes` and `[links](/path)`. An `edit` in the front matter takes effect at its own time.
"""

import math
import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tests.site.publishers import Publisher, publisher_of, publishers

STORIES_FOLDER = Path(__file__).parent / "stories"
DEMO_START = date(2025, 9, 1)
DEMO_END = date(2025, 10, 5)  # last day of the demo
DEMO_DAY = date(2025, 9, 17)  # the UTC day on which most of what can happen does
LAST_INSTANT = datetime(2025, 10, 6, 6, 0, tzinfo=UTC)  # everything is published and every edit made

LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
WORDS_PER_MINUTE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    caption: str
    credit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of the text: kind `p`, `h2`, `quote` or `list`; only a list has several lines. Lines may hold Markdown links."""

    kind: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A later version: a new headline, and a new text for one block (counted from 1)."""

    at: datetime
    headline: str
    paragraph: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One article as it stands at some instant."""

    source_id: str
    slug: str
    path: str  # with its query, where the publisher's addresses have one
    url: str
    headline: str
    standfirst: str | None
    section: str
    authors: tuple[str, ...]
    agency: str | None  # a wire agency that stands in the byline's place
    published: datetime  # in the publisher's zone
    modified: datetime | None
    picture: Picture | None
    keywords: tuple[str, ...]
    reading_minutes: int
    traits: frozenset[str]  # "br", "microdata", "year_0001", "print_listed": oddities that a template knows how to show
    blocks: tuple[Block, ...]
    edit: Edit | None

    @property
    def body(self) -> str:
        """The article's own words: one line per paragraph, sub-heading, list item or quote."""
        return "\n".join(LINK.sub(r"\1", line) for block in self.blocks for line in block.lines)

    @property
    def bylines(self) -> tuple[str, ...]:
        return self.authors or ((self.agency,) if self.agency else ())

    @property
    def last_change(self) -> datetime:
        return self.modified or self.published

    def as_of(self, now: datetime) -> "Story | None":
        """The story as it stands at `now`; None before it is published."""
        if now < self.published:
            return None
        if self.edit is None or now < self.edit.at:
            return self
        blocks = list(self.blocks)
        blocks[self.edit.paragraph - 1] = Block(kind="p", lines=(self.edit.text,))
        return replace(self, headline=self.edit.headline, blocks=tuple(blocks), modified=self.edit.at)


@cache
def first_versions() -> tuple[Story, ...]:
    """Every story as first published, in order of publication."""
    files = [file for publisher in publishers() for file in (STORIES_FOLDER / publisher.source_id).glob("*.md")]
    return tuple(sorted((_story(file) for file in files), key=lambda story: (story.published, story.url)))


def stories(now: datetime, source_id: str | None = None) -> list[Story]:
    """What is published at `now`, as it then stands, in order of publication."""
    standing = (story.as_of(now) for story in first_versions() if source_id in (None, story.source_id))
    return [story for story in standing if story]


def path_name(section: str) -> str:
    """A section's name as it stands in addresses."""
    for letter, spelling in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), (" & ", "-"), (" ", "-")):
        section = section.lower().replace(letter, spelling)
    return section


def _story(file: Path) -> Story:
    publisher = publisher_of(file.parent.name)
    head, text = _front_matter(file)
    if "body_from" in head:  # a wire story: word for word what another publisher ran
        text = _front_matter(STORIES_FOLDER / f"{head['body_from']}.md")[1] + "\n\n" + text
    blocks = _blocks(text)
    published, slug = _instant(head["published"], publisher), file.stem[len("2025-09-01-") :]
    path = publisher.path_pattern.format(day=published, slug=slug, number=head.get("id"), section=path_name(head["section"]))
    word_count = sum(len(line.split()) for block in blocks for line in block.lines)
    return Story(
        source_id=publisher.source_id,
        slug=slug,
        path=path,
        url=publisher.url(path),
        headline=head["headline"],
        standfirst=head.get("standfirst"),
        section=head["section"],
        authors=tuple(head.get("authors", ())),
        agency=head.get("agency"),
        published=published,
        modified=None,
        picture=Picture(**head["picture"]) if "picture" in head else None,
        keywords=tuple(head.get("keywords", ())),
        reading_minutes=head.get("reading_minutes", math.ceil(word_count / WORDS_PER_MINUTE)),
        traits=frozenset(head.get("traits", ())),
        blocks=blocks,
        edit=_edit(head["edit"], publisher) if "edit" in head else None,
    )


def _front_matter(file: Path) -> tuple[dict[str, Any], str]:
    _, head, text = file.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(head), text.strip()


def _instant(local: str, publisher: Publisher) -> datetime:
    return datetime.fromisoformat(local).replace(tzinfo=publisher.zone)


def _edit(edit: dict[str, Any], publisher: Publisher) -> Edit:
    return Edit(at=_instant(edit["at"], publisher), headline=edit["headline"], paragraph=edit["paragraph"], text=edit["text"])


def _blocks(text: str) -> tuple[Block, ...]:
    pieces = (piece.strip() for piece in re.split(r"\n\s*\n", text))
    return tuple(_block(piece) for piece in pieces if piece)


def _block(piece: str) -> Block:
    if piece.startswith("## "):
        return Block(kind="h2", lines=(piece[3:],))
    if piece.startswith("- "):
        return Block(kind="list", lines=tuple(line.removeprefix("- ").strip() for line in piece.splitlines()))
    if piece.startswith("> "):
        return Block(kind="quote", lines=(" ".join(piece[2:].split()),))
    return Block(kind="p", lines=(" ".join(piece.split()),))
