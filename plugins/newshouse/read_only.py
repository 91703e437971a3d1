"""`newshouse sql`: one statement that returns rows, in a transaction that cannot write, as lines of text while they arrive."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date, time
from decimal import Decimal
from io import StringIO
from itertools import chain, islice
from typing import Any

from rich.cells import cell_len

from newshouse.database import Cursor, DatabaseError, connect, storable
from newshouse.errors import WarehouseError

FETCH_SIZE = 500
MEASURED_ROWS = 1_000  # rows that the widths of a table are taken from; a later, wider value stands out and is not cut
CONTROL = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})
UNDEFINED_FUNCTION = "42883"
INVALID_SCHEMA_NAME = "3F000"
INVALID_CURSOR_DEFINITION = "42P11"
READ_ONLY_TRANSACTION = "25006"

Row = tuple[Any, ...]


def query(url: str, statement: str, form: str = "table") -> Iterator[str]:
    """The lines of the answer: `table` for people, `csv` with a head line, or `json`, an array with one object per line.

    Raises WarehouseError, with the place in the statement, for anything but one row-returning statement that writes nothing.
    """
    if statement != storable(statement):
        raise WarehouseError("the statement has something in it that is no character: NUL, or bytes that are not UTF-8")
    with (
        closing(connect(url, application_name="newshouse sql", is_read_only=True)) as connection,
        connection.cursor(cursor_factory=Cursor) as cursor,
    ):
        try:
            yield from _answer(cursor, statement, form)
        except DatabaseError as error:
            raise WarehouseError(_complaint(error, statement)) from None
        except ValueError as error:  # a date before the year 1 or after 9999; in JSON also what is no number
            raise WarehouseError(f"a value has no form here ({error}): write it as text, with ::text") from None


def _answer(cursor: Cursor, statement: str, form: str) -> Iterator[str]:
    cursor.execute("select mart.open_query(%s)", (statement,))
    names, rows = _names_and_rows(cursor)
    yield from FORMS[form](names, rows)


def _names_and_rows(cursor: Cursor) -> tuple[list[str], Iterator[Row]]:
    """The columns, and the rows, fetched a batch at a time."""
    fetch = f"fetch forward {FETCH_SIZE} from newshouse_reader"
    cursor.execute(fetch)
    names = [column.name for column in cursor.description or ()]
    first = cursor.fetchall()

    def rest() -> Iterator[Row]:
        batch = first
        while len(batch) == FETCH_SIZE:
            cursor.execute(fetch)
            batch = cursor.fetchall()
            yield from batch

    return names, chain(first, rest())


def _table(names: Sequence[str], rows: Iterator[Row]) -> Iterator[str]:
    shown = ([_shown(value) for value in row] for row in rows)
    measured = list(islice(shown, MEASURED_ROWS))
    widths = [max(cell_len(text) for text in column) for column in zip(names, *measured, strict=True)]
    yield _aligned(names, widths)
    yield "-+-".join("-" * width for width in widths)
    row_count = 0
    for row in chain(measured, shown):
        row_count += 1
        yield _aligned(row, widths)
    yield f"({row_count} row{'' if row_count == 1 else 's'})"


def _csv(names: Sequence[str], rows: Iterator[Row]) -> Iterator[str]:
    for row in chain([names], rows):
        line = StringIO()
        csv.writer(line, lineterminator="").writerow("" if value is None else _text(value) for value in row)
        yield line.getvalue()


def _json(names: Sequence[str], rows: Iterator[Row]) -> Iterator[str]:
    doubled = sorted({name for name in names if list(names).count(name) > 1})
    if doubled:
        raise WarehouseError(f"two columns are called {doubled[0]!r}: give one another name with `as`")
    before = "["
    for row in rows:
        yield before + json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=_plain, allow_nan=False)
        before = ","
    yield "]" if before == "," else "[]"


FORMS: Mapping[str, Callable[[Sequence[str], Iterator[Row]], Iterator[str]]] = {"table": _table, "csv": _csv, "json": _json}


def _aligned(texts: Sequence[str], widths: Sequence[int]) -> str:
    return " | ".join(text + " " * (width - cell_len(text)) for text, width in zip(texts, widths, strict=True)).rstrip()


def _shown(value: Any) -> str:
    return "" if value is None else _text(value).translate(CONTROL)


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list | dict | bool):
        return json.dumps(value, ensure_ascii=False, default=_plain)
    return str(_plain(value))


def _plain(value: Any) -> Any:
    """The value as JSON can say it; instants as ISO 8601."""
    if isinstance(value, Decimal):
        return int(value) if value.is_finite() and value == value.to_integral_value() else float(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, memoryview):
        return "\\x" + value.hex()
    return value if isinstance(value, int | float) else str(value)


def _complaint(error: DatabaseError, statement: str) -> str:
    """What Postgres says, its hint, and the line of the statement with a mark below the place."""
    said, code = error.diag, error.pgcode
    if (code, said.message_primary) == (INVALID_SCHEMA_NAME, 'schema "mart" does not exist') or (
        code == UNDEFINED_FUNCTION and "open_query" in (said.message_primary or "")
    ):
        return "the warehouse is not migrated: run `newshouse migrate`"
    if code in {INVALID_CURSOR_DEFINITION, READ_ONLY_TRANSACTION}:
        return f"only one statement that returns rows and writes nothing is let through here ({said.message_primary})"
    parts = [said.message_primary or str(error).strip()]
    place = said.internal_position or said.statement_position
    if place and said.internal_query in {None, statement}:
        before = statement[: int(place) - 1]
        line = statement.split("\n")[before.count("\n")]
        parts += [line, " " * len(before.rpartition("\n")[2]) + "^"]
    if said.message_hint:
        parts.append(said.message_hint)
    return "\n".join(parts)
