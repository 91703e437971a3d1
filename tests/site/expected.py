"""The record that each page of the site must give, made of the very stories that the pages are made of."""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import yaml

from newshouse.model import Interval, Outcome, Reason
from tests.site.publishers import publisher_of
from tests.site.stories import LAST_INSTANT, Story, stories

BARE = ("the-old-gazette",)  # its pages, like many of 2007, name neither their section nor their canonical address


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedArticle:
    """Fields as in `newshouse.model.Article`; None where the page does not show the field."""

    source_id: str
    url: str
    canonical_url: str | None  # as the page declares it
    headline: str
    article_body: str
    text: str  # the body without its standfirst
    date_published: datetime  # UTC
    date_modified: datetime | None
    authors: tuple[str, ...]
    description: str | None
    article_section: str | None
    in_language: str
    image_caption: str | None
    image_credit: str | None  # without the label that the page puts before it ("Photograph:", "Foto:")
    word_count: int
    aliases: tuple[str, ...]  # further addresses under which the site announces the same article


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedNonArticle:
    """An announced page that is no article, and what must become of it."""

    source_id: str
    url: str
    path: str
    kind: str  # "section", "video", "gone", "forbidden", "soft_404"
    title: str
    listed_at: datetime
    outcome: Outcome
    reason: Reason


def articles(as_of: datetime | None = None) -> list[ExpectedArticle]:
    """Every article that the site shows at `as_of` (default: the end of the demo), in order of publication."""
    return [_expected(story) for story in stories(as_of or LAST_INSTANT)]


def articles_of(source_id: str, interval: Interval, as_of: datetime | None = None) -> list[ExpectedArticle]:
    """The articles of one source that belong to `interval`."""
    return [article for article in articles(as_of) if article.source_id == source_id and interval.holds(article.date_published)]


@cache
def non_articles() -> tuple[ExpectedNonArticle, ...]:
    """The pages that sitemaps list and that are no articles."""
    rows = yaml.safe_load((Path(__file__).parent / "non_articles.yaml").read_text(encoding="utf-8"))
    return tuple(
        ExpectedNonArticle(
            source_id=row["source_id"],
            url=publisher_of(row["source_id"]).url(row["path"]),
            path=row["path"],
            kind=row["kind"],
            title=row["title"],
            listed_at=datetime.fromisoformat(row["listed"]).replace(tzinfo=publisher_of(row["source_id"]).zone),
            outcome=Outcome(row["outcome"]),
            reason=Reason(row["reason"]),
        )
        for row in rows
    )


def wire_copies(as_of: datetime | None = None) -> list[tuple[ExpectedArticle, ...]]:
    """Groups of articles of different publishers whose texts are identical, whatever their standfirsts, the earliest first."""
    groups: dict[str, list[ExpectedArticle]] = {}
    for article in articles(as_of):
        groups.setdefault(article.text, []).append(article)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def edited(as_of: datetime | None = None) -> list[ExpectedArticle]:
    """The articles that were changed after they were published."""
    return [article for article in articles(as_of) if article.date_modified]


def _expected(story: Story) -> ExpectedArticle:
    body, is_bare = "\n".join(filter(None, (story.standfirst, story.body))), story.source_id in BARE
    return ExpectedArticle(
        source_id=story.source_id,
        url=story.url,
        canonical_url=None if is_bare else story.url,
        headline=story.headline,
        article_body=body,
        text=story.body,
        date_published=story.published.astimezone(UTC),
        date_modified=story.modified.astimezone(UTC) if story.modified else None,
        authors=story.bylines,
        description=story.standfirst,
        article_section=None if is_bare else story.section,
        in_language=publisher_of(story.source_id).language,
        image_caption=story.picture.caption if story.picture else None,
        image_credit=story.picture.credit if story.picture else None,
        word_count=len(body.split()),
        aliases=(f"{story.url}&print=1",) if "print_listed" in story.traits else (),
    )
