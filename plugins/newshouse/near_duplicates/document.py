"""A text to be clustered, as `newshouse dedupe` reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from newshouse.extraction.dates.moments import moment_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article as far as clustering looks at it. `text` holds a paragraph per line; `published` is aware, None where unknown."""

    id: str
    source: str
    title: str
    text: str
    published: datetime | None = None

    def __post_init__(self) -> None:
        if self.published is not None and self.published.tzinfo is None:
            raise ValueError(f"document {self.id!r} needs an aware instant, got {self.published!r}")


def document_of(row: Mapping[str, object]) -> Document:
    """The document of one JSON line. Only `id` is needed; a date that cannot be read is unknown, one without a zone is UTC."""
    source, title, text, published = (str(row.get(name) or "") for name in ("source", "title", "text", "published"))
    return Document(id=str(row["id"]), source=source, title=title, text=text, published=_instant(published))


def _instant(raw: str) -> datetime | None:
    try:
        instant = datetime.fromisoformat(raw)
    except ValueError:
        moment = moment_of(raw)
        return moment.at if moment else None
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)
