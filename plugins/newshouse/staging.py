"""Extracted articles on their way into the warehouse: what is stored of each, and the hashes that tell records apart.

Nothing here commits.
"""

import hashlib
import json
import re
import unicodedata
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from newshouse.database import Connection, copy_rows, execute, storable
from newshouse.model import Article, Capture, article_key

KEY_COLUMNS = ("run_id", "source_id", "capture_key", "url_key", "url", "captured_at", "article_key", "identity")
RECORD_COLUMNS = (
    "headline",
    "alternative_headline",
    "description",
    "article_body",
    "article_section",
    "authors",
    "date_published",
    "date_published_raw",
    "date_published_precision",
    "date_modified",
    "in_language",
    "keywords",
    "image_url",
    "image_caption",
    "image_credit",
    "dateline",
    "is_accessible_for_free",
    "canonical_url",
    "publisher_article_id",
    "word_count",
    "reading_time_minutes",
    "provenance",
)
HASH_COLUMNS = ("record_hash", "content_hash", "headline_hash", "body_hash")
EXTRACTOR_COLUMNS = ("extractor_name", "extractor_version")
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedArticle:
    """What an extractor made of a capture. `identity` is the publisher's article id, or else the canonical URL."""

    capture: Capture
    article: Article
    identity: str
    extractor_name: str
    extractor_version: str

    @property
    def article_key(self) -> uuid.UUID:
        return article_key(self.capture.source_id, self.identity)


def stage_articles(connection: Connection, run_id: str, source_id: str, staged: Sequence[StagedArticle]) -> int:
    """How many rows staging.article now holds of these; what it held of the same captures is replaced."""
    rows = sorted(({one.capture.capture_key: one for one in staged}).items())
    params = {"run_id": run_id, "source_id": source_id, "capture_keys": [key for key, _ in rows]}
    execute(connection, "stage_lock", params)
    execute(connection, "stage_begin", params)
    with connection.cursor() as cursor:
        columns = KEY_COLUMNS + RECORD_COLUMNS + HASH_COLUMNS + EXTRACTOR_COLUMNS
        copy_rows(cursor, "staging.article", columns, (_row(run_id, source_id, one) for _, one in rows))
    return len(rows)


def forget_staged(connection: Connection, run_id: str) -> int:
    """How many staged rows of a finished run were deleted."""
    return execute(connection, "stage_forget", {"run_id": run_id})


def record(article: Article) -> dict[str, Any]:
    """The stored fields by column, as Postgres will hold them: instants in UTC, no NUL, no lone surrogates.

    The page's URL is not among them: the same text under two URLs is the same record.
    """
    fields = {name: getattr(article, name) for name in RECORD_COLUMNS}
    for name, value in fields.items():
        if isinstance(value, str):
            fields[name] = storable(str(value))
        elif isinstance(value, datetime):
            fields[name] = _utc(value)
    fields["authors"] = [{"name": storable(author.name), "is_organization": author.is_organization} for author in article.authors]
    fields["keywords"] = tuple(storable(keyword) for keyword in article.keywords)
    fields["provenance"] = {storable(field): storable(place) for field, place in sorted(article.provenance.items())}
    return fields


def record_hash(fields: Mapping[str, Any]) -> bytes:
    """SHA-256 over every stored field, as canonical JSON. `fields` as `record` gives them."""
    return _sha256(json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_instant_text))


def word_hashes(article: Article) -> tuple[bytes, bytes, bytes]:
    """SHA-256 over the words of headline, standfirst and body; of the headline; of the body.

    Words are compared in NFKC and without case, so the first is the same after a cosmetic edit, the last the same for exact copies.
    """
    headline, description, body = (_words(text) for text in (article.headline, article.description or "", article.article_body))
    return _sha256(f"{headline}\n{description}\n{body}"), _sha256(headline), _sha256(body)


def _row(run_id: str, source_id: str, one: StagedArticle) -> tuple[Any, ...]:
    capture, fields = one.capture, record(one.article)
    keys = (
        run_id,
        source_id,
        capture.capture_key,
        capture.url_key,
        capture.url,
        capture.captured_at,
        one.article_key,
        storable(one.identity),
    )
    return (*keys, *fields.values(), record_hash(fields), *word_hashes(one.article), one.extractor_name, one.extractor_version)


def _words(text: str) -> str:
    return " ".join(WORD.findall(text.lower() if text.isascii() else unicodedata.normalize("NFKC", storable(text)).casefold()))


def _utc(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError(f"a stored instant must be aware, got {instant!r}")
    try:
        return instant.astimezone(UTC)
    except OverflowError:  # the first and last day of the calendar have no UTC in every zone
        return instant.replace(tzinfo=UTC)


def _instant_text(value: datetime) -> str:
    return value.isoformat()


def _sha256(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
