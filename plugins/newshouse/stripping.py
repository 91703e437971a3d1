"""The bodies of loaded articles, less the lines that their source repeats. Part of a load; nothing here commits."""

from collections.abc import Iterator
from typing import Any

from newshouse.database import Connection, copy_rows, execute, rows
from newshouse.extraction.text import word_count
from newshouse.recurring_blocks import kept_lines
from newshouse.staging import DERIVED, word_hashes

PORTION = 1_000  # articles whose texts are in memory at a time: a line that is learned late may stand in all of a source
WORDS_PER_MINUTE = 240  # as extraction derives a reading time
BODY_COLUMNS = (
    "article_key",
    "record_hash",
    "article_body",
    "is_whole",
    "word_count",
    "reading_time_minutes",
    "content_hash",
    "body_hash",
)


def strip_bodies(connection: Connection, source_id: str) -> int:
    """How many records of the concerned articles have another body now; their articles are touched by the load."""
    stripped = frozenset(row.block_key for row in rows(connection, "load_stripped_keys", {"source_id": source_id}))
    execute(connection, "load_new_body")
    after = 0
    with connection.cursor() as cursor:
        cursor.execute("select count(*) as article_count from concerned")
        (article_count,) = cursor.fetchone() or (0,)
        while after < article_count:
            portion = rows(connection, "load_concerned_record", {"after": after, "portion": PORTION})
            copy_rows(cursor, "new_body", BODY_COLUMNS, _changed(portion, stripped))
            after += PORTION
        cursor.execute("analyze new_body")
    if article_count:
        execute(connection, "load_touched_too")
    return execute(connection, "load_record_body") if article_count else 0


def _changed(records: list[Any], stripped: frozenset[int]) -> Iterator[tuple[Any, ...]]:
    for record in records:
        lines = record.full_body.split("\n")
        body = "\n".join(kept_lines(lines, record.block_keys, stripped)) if record.block_keys else record.full_body
        if body != record.article_body:
            words = word_count(body)
            minutes = record.reading_time_minutes
            if record.reading_time_origin == DERIVED:
                minutes = max(1, round(words / WORDS_PER_MINUTE))
            content_hash, _, body_hash = word_hashes(record.headline, record.description, body)
            yield record.article_key, bytes(record.record_hash), body, body == record.full_body, words, minutes, content_hash, body_hash
