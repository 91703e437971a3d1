"""Extracted articles on their way into the warehouse: what is stored of each, and the hashes that tell records apart.

Nothing here commits.
"""

import hashlib
import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from newshouse.database import Connection, copy_rows, execute, storable
from newshouse.model import Article, Capture, Reason, article_key
from newshouse.near_duplicates.origin import credits_of
from newshouse.notices import correction_notices, is_withdrawal
from newshouse.recurring_blocks import blocks_of, normal_form
from newshouse.signing import signature_of

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
BODY_COLUMNS = ("article_body", "word_count")  # what changes when a line is stripped from the body; a derived reading time as well
HASH_COLUMNS = ("record_hash", "rest_hash", "said_hash", "content_hash", "headline_hash", "body_hash")
REJECTION_COLUMNS = ("run_id", "source_id", "capture_key", "url_key", "reason", "detail")
BLOCK_COLUMNS = ("block_keys", "story_keys", "anchor_keys")
SIGNATURE_COLUMNS = ("signature_keys", "signature_sketch", "credits")
NOTICE_COLUMNS = ("correction_notices", "is_withdrawal")
CAPTURE_KEY_AT = KEY_COLUMNS.index("capture_key")
EXTRACTOR_COLUMNS = ("extractor_name", "extractor_version")
Row = tuple[Any, ...]
DERIVED = "derived"  # the provenance of a reading time that was made from the word count


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


@dataclass(frozen=True, slots=True, kw_only=True)
class StagedRejection:
    """A capture that is no article, or none that belongs into the warehouse, when it is read again."""

    capture: Capture
    reason: Reason
    detail: str


def stage_articles(connection: Connection, run_id: str, source_id: str, staged: Sequence[StagedArticle]) -> int:
    """How many rows staging.article now holds of these; what it held of the same captures is replaced."""
    return stage_rows(connection, run_id, source_id, staging_rows(run_id, source_id, staged))


def staging_rows(run_id: str, source_id: str, staged: Sequence[StagedArticle]) -> list[Row]:
    """The rows of staging.article, one for each capture: pure, and most of the work, since it compares every line of the texts."""
    return [_row(run_id, source_id, one) for _, one in sorted({one.capture.capture_key: one for one in staged}.items())]


def stage_rows(connection: Connection, run_id: str, source_id: str, staged: Sequence[Row]) -> int:
    """How many rows staging.article now holds of these, which `staging_rows` made."""
    params = {"run_id": run_id, "source_id": source_id, "capture_keys": [row[CAPTURE_KEY_AT] for row in staged]}
    execute(connection, "stage_lock", params)
    execute(connection, "stage_begin", params)
    with connection.cursor() as cursor:
        columns = KEY_COLUMNS + RECORD_COLUMNS + HASH_COLUMNS + BLOCK_COLUMNS + SIGNATURE_COLUMNS + NOTICE_COLUMNS + EXTRACTOR_COLUMNS
        copy_rows(cursor, "staging.article", columns, staged)
    return len(staged)


def stage_rejections(connection: Connection, run_id: str, source_id: str, rejections: Sequence[StagedRejection]) -> int:
    """How many rows staging.rejection now holds of these; what staging held of the same captures is replaced."""
    found = sorted(({one.capture.capture_key: one for one in rejections}).items())
    params = {"run_id": run_id, "source_id": source_id, "capture_keys": [key for key, _ in found]}
    execute(connection, "stage_lock", params)
    execute(connection, "stage_begin", params)
    with connection.cursor() as cursor:
        lines = ((run_id, source_id, key, one.capture.url_key, one.reason.value, storable(one.detail)) for key, one in found)
        copy_rows(cursor, "staging.rejection", REJECTION_COLUMNS, lines)
    return len(found)


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


def rest_hash(fields: Mapping[str, Any]) -> bytes:
    """SHA-256 over every stored field but the body and what is made of it."""
    is_derived = fields["provenance"].get("reading_time_minutes") == DERIVED
    left_out = {*BODY_COLUMNS, "reading_time_minutes"} if is_derived else {*BODY_COLUMNS}
    return record_hash({name: value for name, value in fields.items() if name not in left_out})


def word_hashes(headline: str, description: str | None, article_body: str) -> tuple[bytes, bytes, bytes]:
    """SHA-256 over the words of headline, standfirst and body; of the headline; of the body.

    Words are compared in NFKC and without case, so the first is the same after a cosmetic edit. A standfirst that opens the body is left
    out of it, so the last is the same for exact copies of an agency's text, under which each paper sets a standfirst of its own.
    """
    text = article_body.removeprefix(f"{description}\n")
    words, of_standfirst, of_text = (normal_form(storable(part)) for part in (headline, description or "", text))
    return _sha256(f"{words}\n{of_standfirst}\n{of_text}"), _sha256(words), _sha256(of_text)


def _row(run_id: str, source_id: str, one: StagedArticle) -> Row:
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
    headline, description, body = fields["headline"], fields["description"], fields["article_body"]
    lines = body.split("\n")
    blocks = blocks_of(source_id, headline, lines, fields["dateline"])
    signed = signature_of(lines, description)
    of_rest = rest_hash(fields)
    return (
        *keys,
        *fields.values(),
        record_hash(fields),
        of_rest,
        hashlib.sha256(of_rest + body.encode()).digest(),
        *word_hashes(headline, description, body),
        *(_bigints(some) for some in (blocks.keys, blocks.story_keys, blocks.anchor_keys, signed.keys)),
        signed.packed(),
        credits_of((author["name"] for author in fields["authors"] if author["is_organization"]), lines),
        tuple(correction_notices(lines)),
        is_withdrawal(headline, body),
        one.extractor_name,
        one.extractor_version,
    )


def _bigints(values: Sequence[int | None]) -> str:
    """An array literal; None becomes null."""
    return "{" + ",".join("null" if value is None else str(value) for value in values) + "}"


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
