"""`newshouse export`: articles into one Parquet or CSV file, batch by batch, so that memory stays flat however many there are.

The file appears under its name when it is whole. Where the rows come from is the database's business: three tables of its own choice.
"""

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from newshouse.database import Connection, Cursor, connect
from newshouse.errors import SettingsError
from newshouse.migrations import require_migrated
from newshouse.model import Interval

BATCH_SIZE = 2_000  # rows in memory
TABLES = {  # what can be exported -> the table, and how many of its rows one of mart.fact_article stands for
    "articles": ("mart.article_current", "count(*)"),
    "revisions": ("warehouse.article_revision", "coalesce(sum(revision_count), 0)"),
    "facts": ("mart.fact_article", "count(*)"),
}
CHOSEN = """
where
    (%(source_ids)s::text[] is null or source_id = any(%(source_ids)s))
    and (%(start)s::timestamptz is null or date_published >= %(start)s)
    and (%(end)s::timestamptz is null or date_published < %(end)s)
"""
OF_NUMBER = {16: "bool", 17: "binary", 20: "int64", 21: "int16", 23: "int32", 700: "float32", 701: "float64", 1082: "date32"}
OF_TIME = {1184: "timestamp", 1186: "duration"}  # the type numbers of pg_type
LIST_OF_TEXT = 1009

Batch = Sequence[tuple[Any, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which articles: those published in the interval, of these sources; None and () for all."""

    what: str = "articles"
    interval: Interval | None = None
    source_ids: tuple[str, ...] = ()

    @property
    def params(self) -> dict[str, Any]:
        interval = self.interval
        return {
            "source_ids": list(self.source_ids) or None,
            "start": interval and interval.start,
            "end": interval and interval.end,
        }


class Writer(Protocol):
    """A file that takes batches of rows."""

    def write(self, batch: Batch) -> None: ...

    def close(self) -> None: ...


def export(url: str, target: Path, choice: Choice, *, begin: Callable[[int], object], advance: Callable[[int], object]) -> int:
    """How many rows `target` now holds. Tells `begin` how many are to be expected, and `advance` of each batch.

    Raises SettingsError where the name of the file ends in neither .parquet nor .csv, and where it cannot be written.
    """
    if target.suffix not in WRITERS:
        raise SettingsError(f"{target}: the name must end in one of {', '.join(WRITERS)}, which says how it is written")
    draft = target.with_name(f".{target.name}.part")
    try:
        with closing(connect(url, application_name="newshouse export", is_read_only=True)) as connection:
            require_migrated(connection)
            begin(_expected(connection, choice))
            count = _written(connection, draft, choice, WRITERS[target.suffix], advance)
        draft.replace(target)
    except OSError as error:
        raise SettingsError(f"{target} cannot be written: {error.strerror or error}") from None
    finally:
        with suppress(OSError):
            draft.unlink()
    return count


def _expected(connection: Connection, choice: Choice) -> int:
    _, count = TABLES[choice.what]
    with connection.cursor(cursor_factory=Cursor) as cursor:
        cursor.execute(f"select {count} from mart.fact_article {CHOSEN}", choice.params)  # noqa: S608
        return int((cursor.fetchone() or (0,))[0])


def _written(
    connection: Connection, draft: Path, choice: Choice, writer_of: Callable[[Path, Any], Writer], advance: Callable[[int], object]
) -> int:
    table, _ = TABLES[choice.what]
    count = 0
    with connection.cursor("newshouse_export", cursor_factory=Cursor) as cursor:
        cursor.execute(f"select * from {table} {CHOSEN}", choice.params)  # noqa: S608
        first = cursor.fetchmany(BATCH_SIZE)
        with closing(writer_of(draft, cursor.description)) as writer:
            for batch in _batches(first, cursor):
                writer.write(batch)
                count += len(batch)
                advance(len(batch))
    return count


def _batches(first: Batch, cursor: Cursor) -> Iterator[Batch]:
    batch = first
    while batch:
        yield batch
        batch = cursor.fetchmany(BATCH_SIZE)


class CsvWriter:
    """RFC 4180 with a head line, UTF-8; instants in ISO 8601, lists and objects as JSON, nothing for null."""

    def __init__(self, path: Path, columns: Sequence[Any]) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._csv = csv.writer(self._file)
        self._csv.writerow(column.name for column in columns)

    def write(self, batch: Batch) -> None:
        self._csv.writerows([_csv_cell(value) for value in row] for row in batch)

    def close(self) -> None:
        self._file.close()


class ParquetWriter:
    """Parquet, zstd: instants in UTC, lists of text as lists; keys, JSON and whatever else there is as text."""

    def __init__(self, path: Path, columns: Sequence[Any]) -> None:
        import pyarrow  # 50 ms that no other command should pay
        import pyarrow.parquet

        self._arrow = pyarrow
        self._schema = pyarrow.schema([(column.name, self._type(column.type_code)) for column in columns])
        self._parquet = pyarrow.parquet.ParquetWriter(path, self._schema, compression="zstd")

    def write(self, batch: Batch) -> None:
        columns = [
            self._arrow.array([_arrow_value(value) if self._arrow.types.is_string(kind) else _bytes(value) for value in values], type=kind)
            for values, kind in zip(zip(*batch, strict=True), self._schema.types, strict=True)
        ]
        self._parquet.write_batch(self._arrow.record_batch(columns, schema=self._schema))

    def close(self) -> None:
        self._parquet.close()

    def _type(self, number: int) -> Any:
        if number in OF_TIME:
            return self._arrow.timestamp("us", tz="UTC") if OF_TIME[number] == "timestamp" else self._arrow.duration("us")
        if number == LIST_OF_TEXT:
            return self._arrow.list_(self._arrow.string())
        return self._arrow.type_for_alias(OF_NUMBER[number]) if number in OF_NUMBER else self._arrow.string()


WRITERS: Mapping[str, Callable[[Path, Any], Writer]] = {".parquet": ParquetWriter, ".csv": CsvWriter}


def _csv_cell(value: Any) -> Any:
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, memoryview):
        return value.hex()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else value


def _arrow_value(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else str(value)


def _bytes(value: Any) -> Any:
    return bytes(value) if isinstance(value, memoryview) else value
