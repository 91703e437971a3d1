"""Writing into the archive and its index together, so that a kill at any line loses nothing that was archived.

A WARC file is known to the index before its first byte. On a local folder each capture is indexed as soon as it is written; on an object
store, where a file appears only when it is closed, when that has happened. What a killed process wrote and did not index is
found again by `recover`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from newshouse import capture_index
from newshouse.archive import Archive, ArchiveWriter
from newshouse.database import Connection
from newshouse.warc import Role

Write = Callable[[], None]


class Indexing:
    """Runs what is to be written about captures as soon as the captures can be read back."""

    def __init__(self, connection: Connection, *, is_readable_at_once: bool) -> None:
        self._connection = connection
        self._is_readable_at_once = is_readable_at_once
        self._waiting: list[Write] = []

    def when_readable(self, write: Write) -> None:
        """Calls `write` in a transaction of its own: now, or when the file is closed."""
        self._waiting.append(write)
        if self._is_readable_at_once:
            self.flush()

    def flush(self) -> None:
        for write in self._waiting:
            with self._connection:
                write()
        self._waiting.clear()


@contextmanager
def indexed_writer(connection: Connection, archive: Archive, source_id: str) -> Iterator[tuple[ArchiveWriter, Indexing]]:
    """A writer of a new WARC file that the index knows, and the indexing that goes with it."""
    writer = archive.writer(source_id, datetime.now(UTC))
    indexing = Indexing(connection, is_readable_at_once=archive.is_readable_at_once)
    with connection:
        capture_index.open_warc_file(connection, writer.warc_file, source_id, now=datetime.now(UTC))
    try:
        yield writer, indexing
    finally:
        writer.close()
    indexing.flush()
    with connection:
        capture_index.close_warc_file(connection, writer.warc_file, record_count=writer.record_count, now=datetime.now(UTC))


def recover(connection: Connection, archive: Archive, source_id: str) -> int:
    """How many captures of killed writers were found in the archive and not in its index; now they are in it. Commits."""
    found = 0
    with connection:
        unfinished = capture_index.unfinished_warc_files(connection, source_id)
    for warc_file in unfinished:
        records = list(archive.records(warc_file, lambda _: source_id)) if archive.exists(warc_file) else []
        with connection:
            found += capture_index.index_captures(
                connection, [record.capture for record in records if record.capture and record.role is not Role.ROBOTS]
            )
            capture_index.close_warc_file(connection, warc_file, record_count=len(records), now=datetime.now(UTC))
    return found
