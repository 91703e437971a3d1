"""One article: what it says, where each field was read, its history, and the story that it belongs to."""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from newshouse.database import Connection, rows
from newshouse.ui.rendering import Links, html

MAX_MEMBERS = 100
TEXT_FIELDS = (
    "headline",
    "alternative_headline",
    "description",
    "article_section",
    "authors",
    "date_published",
    "date_published_raw",
    "date_published_precision",
    "date_modified",
    "in_language",
    "keywords",
    "dateline",
    "image_url",
    "image_caption",
    "image_credit",
    "is_accessible_for_free",
    "canonical_url",
    "publisher_article_id",
    "word_count",
    "reading_time_minutes",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFound:
    """An article with its revisions, the newest first; `shown` is the one that was asked for."""

    article: Any
    revisions: Sequence[Any]
    shown: Any
    members: Sequence[Any]


def read(connection: Connection, article_key: uuid.UUID, at: datetime | None) -> ArticleFound | None:
    """The article as it stands, or as it stood from `at` on; None where there is no such article or revision."""
    article = rows(connection, "ui_article", {"article_key": article_key})
    if not article:
        return None
    revisions = rows(connection, "ui_revision", {"article_key": article_key})
    shown = texts(connection, article_key, [at or revisions[0].valid_from])
    if not shown:
        return None
    cluster_key = article[0].cluster_key
    members = rows(connection, "ui_cluster_member", {"cluster_key": cluster_key, "row_count": MAX_MEMBERS}) if cluster_key else []
    return ArticleFound(article=article[0], revisions=revisions, shown=shown[0], members=members)


def texts(connection: Connection, article_key: uuid.UUID, instants: Sequence[datetime]) -> list[Any]:
    """What the article said from each of the instants on, in their order in time."""
    return rows(connection, "ui_revision_text", {"article_key": article_key, "instants": list(instants)})


def page(found: ArticleFound, links: Links) -> str:
    return html(
        "article.html",
        links,
        article=found.article,
        revisions=found.revisions,
        shown=found.shown,
        is_current=found.shown.valid_from == found.revisions[0].valid_from,
        members=found.members,
        fields=list(fields(found.shown)),
    )


def fields(revision: Any) -> Iterator[tuple[str, str | None, str | None]]:
    """Name, value in words and place of origin of each field but the body."""
    for name in TEXT_FIELDS:
        yield name, told(getattr(revision, name)), revision.provenance.get(name)


def told(value: object) -> str | None:
    """A field's value in words; None where the page did not say."""
    if value is None or value == []:
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S} UTC"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)
