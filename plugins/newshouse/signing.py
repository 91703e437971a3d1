"""Signatures of articles, by which copies are found: of the current text, less what its source repeats.

A text is signed where it is read, and staged with its signature. A line that stands in many different stories of a source is no evidence
that two articles are one story, even where it is left in the body, as a background paragraph or a standing quote is; whatever holds such
a line is signed anew in the load, without it. Which lines these are follows from all observations, so the signatures do not depend on
the order of arrival; when a line becomes one of them, the articles that hold it are signed anew. Nothing here commits.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from newshouse.database import Connection, copy_rows, rows
from newshouse.near_duplicates import Signature, signature, words_of
from newshouse.near_duplicates.boilerplate import LEAST_TEXTS
from newshouse.near_duplicates.origin import credits_of
from newshouse.recurring_blocks import KEYS_PER_LINE

PORTION = 1_000  # articles whose texts are in memory at a time
FIGURES = {"shared_stories": LEAST_TEXTS}
COLUMNS = ("article_key", "place", "dated_at", "made_of", "keys", "sketch", "credits")


def signature_of(lines: Sequence[str], description: str | None) -> Signature:
    """The signature of a body, less the standfirst that opens it: each paper sets one of its own over an agency's text."""
    return signature(words_of("\n".join(lines).removeprefix(f"{description}\n")))


def sign_articles(connection: Connection, source_id: str) -> None:
    """Signs those of the articles in `unsigned` whose texts have to be looked at again."""
    with connection.cursor() as cursor:
        cursor.execute("select count(*) as article_count from unsigned where capture_key is null and record_hash is not null")
        (article_count,) = cursor.fetchone() or (0,)
        if article_count == 0:
            return
        shared = frozenset(row.block_key for row in rows(connection, "load_shared_keys", {"source_id": source_id, **FIGURES}))
        for after in range(0, article_count, PORTION):
            portion = rows(connection, "load_unsigned_record", {"after": after, "portion": PORTION})
            copy_rows(cursor, "warehouse.story_signature", COLUMNS, _signed(portion, shared))


def telling_lines(lines: Sequence[str], block_keys: Sequence[int | None], shared: frozenset[int]) -> list[str]:
    """The lines that are evidence: those that have none of the shared keys. All of them where no keys are known."""
    if not block_keys:
        return list(lines)
    groups = (block_keys[start : start + KEYS_PER_LINE] for start in range(0, len(block_keys), KEYS_PER_LINE))
    return [line for line, group in zip(lines, groups, strict=True) if shared.isdisjoint(group)]


def _signed(records: Sequence[Any], shared: frozenset[int]) -> Iterator[tuple[Any, ...]]:
    for record in records:
        lines = record.full_body.split("\n")
        found = signature_of(telling_lines(lines, record.block_keys, shared), record.description)
        credited = credits_of(record.organizations, lines)
        yield record.article_key, record.place, record.dated_at, bytes(record.made_of), found.keys, found.packed(), credited
