"""Signatures of loaded articles, by which copies are found: of the current text, less what its source repeats. Part of a load; nothing
here commits.

A line that stands in many different stories of a source is no evidence that two articles are one story, even where it is left in the
body, as a background paragraph or a standing quote is. Which lines these are follows from all observations, so the signatures do not
depend on the order of arrival; when a line becomes one of them, the articles that hold it are signed anew.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from newshouse.database import Connection, copy_rows, execute, rows
from newshouse.near_duplicates import signature, words_of
from newshouse.near_duplicates.boilerplate import LEAST_TEXTS
from newshouse.near_duplicates.origin import credits_of
from newshouse.recurring_blocks import KEYS_PER_LINE

PORTION = 1_000  # articles whose texts are in memory at a time
PLACE_BITS = 40
FIGURES = {"shared_stories": LEAST_TEXTS}
_EPOCH = date(1970, 1, 1).toordinal()
COLUMNS = ("article_key", "place", "dated_at", "made_of", "keys", "sketch", "credits")


def sign_articles(connection: Connection, source_id: str) -> int:
    """How many articles are signed anew, into the scratch table `signed`."""
    execute(connection, "load_signed")
    shared = frozenset(row.block_key for row in rows(connection, "load_shared_keys", {"source_id": source_id, **FIGURES}))
    with connection.cursor() as cursor:
        cursor.execute("select count(*) as article_count from unsigned")
        (article_count,) = cursor.fetchone() or (0,)
        for after in range(0, article_count, PORTION):
            portion = rows(connection, "load_unsigned_record", {"after": after, "portion": PORTION})
            copy_rows(cursor, "signed", COLUMNS, _signed(portion, shared))
        cursor.execute("analyze signed")
    return int(article_count)


def place_of(dated_at: datetime, article_key: UUID) -> int:
    """The UTC day and some bits of the key in one number that sorts in time."""
    return (dated_at.astimezone(UTC).date().toordinal() - _EPOCH) << PLACE_BITS | article_key.int >> 128 - PLACE_BITS


def telling_lines(lines: Sequence[str], block_keys: Sequence[int | None], shared: frozenset[int]) -> list[str]:
    """The lines that are evidence: those that have none of the shared keys. All of them where no keys are known."""
    if not block_keys:
        return list(lines)
    groups = (block_keys[start : start + KEYS_PER_LINE] for start in range(0, len(block_keys), KEYS_PER_LINE))
    return [line for line, group in zip(lines, groups, strict=True) if shared.isdisjoint(group)]


def _signed(records: Sequence[Any], shared: frozenset[int]) -> Iterator[tuple[Any, ...]]:
    for record in records:
        lines = record.full_body.split("\n")
        # each paper sets a standfirst of its own over an agency's text
        text = "\n".join(telling_lines(lines, record.block_keys, shared)).removeprefix(f"{record.description}\n")
        found = signature(words_of(text))
        yield (
            record.article_key,
            place_of(record.dated_at, record.article_key),
            record.dated_at,
            bytes(record.made_of),
            found.keys,
            found.packed(),
            credits_of(record.organizations, lines),
        )
