"""The only way to Postgres: connections, the named statements of sql/queries, `COPY`, locks. The only importer of psycopg2.

Nothing here, and nothing that takes a connection, commits, unless its docstring says so: the caller's `with connection:` does.
"""

import hashlib
import json
import re
import time
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from io import StringIO
from typing import Any

import psycopg2
import psycopg2.extras
from psycopg2 import sql
from psycopg2.extensions import TRANSACTION_STATUS_IDLE, QueryCanceledError, connection, cursor, register_adapter

from newshouse.errors import WarehouseError
from newshouse.settings import PROJECT_FOLDER

Connection = connection
Cursor = cursor
DatabaseError = psycopg2.Error
OperationalError = psycopg2.OperationalError
QueryCanceled = QueryCanceledError

QUERIES = PROJECT_FOLDER / "sql" / "queries"
CONNECT_TIMEOUT_S = 15
LOCK_TIMEOUT = "15min"  # a load waits for the loads of the other sources
IDLE_TIMEOUT = "15min"  # a client that hangs inside a transaction would hold its locks for ever
POLL_S = 0.05
NOT_STORABLE = re.compile("[\0\ud800-\udfff]")  # Postgres refuses NUL, UTF-8 refuses lone surrogates


def connect(
    url: str,
    *,
    application_name: str,
    is_read_only: bool = False,
    connect_timeout_s: int = CONNECT_TIMEOUT_S,
    statement_timeout_s: float | None = None,
) -> Connection:
    """A connection: UTC, rows as named tuples, UUID and JSON understood. Raises WarehouseError where nobody answers."""
    options = {
        "timezone": "UTC",
        "lock_timeout": LOCK_TIMEOUT,
        "idle_in_transaction_session_timeout": IDLE_TIMEOUT,
        "default_transaction_read_only": "on" if is_read_only else "off",
    }
    if statement_timeout_s is not None:
        options["statement_timeout"] = f"{statement_timeout_s * 1000:.0f}"
    try:
        opened = psycopg2.connect(
            url,
            application_name=application_name,
            connect_timeout=connect_timeout_s,
            options=" ".join(f"-c {name}={value}" for name, value in options.items()),
            cursor_factory=psycopg2.extras.NamedTupleCursor,
        )
    except psycopg2.OperationalError as error:
        raise WarehouseError(
            f"no connection to the warehouse: {str(error).strip()}. Is it running, and is NEWSHOUSE_WAREHOUSE right?"
        ) from error
    opened.set_client_encoding("UTF8")
    psycopg2.extras.register_uuid(conn_or_curs=opened)  # type: ignore[no-untyped-call]
    register_adapter(dict, _json_adapter)
    return opened


@cache
def statement(name: str) -> str:
    """The text of sql/queries/NAME.sql."""
    return (QUERIES / f"{name}.sql").read_text(encoding="utf-8")


def execute(on: Connection, name: str, params: Mapping[str, Any] | None = None) -> int:
    """How many rows the named statement touched."""
    with on.cursor() as one:
        one.execute(statement(name), params or {})
        return one.rowcount


def rows(on: Connection, name: str, params: Mapping[str, Any] | None = None) -> list[Any]:
    """All rows of the named statement, as named tuples."""
    with on.cursor() as one:
        one.execute(statement(name), params or {})
        return one.fetchall()


def as_json(records: Iterable[Mapping[str, Any]]) -> str:
    """Rows for a statement that unpacks them with jsonb_to_recordset: one parameter, however many rows."""
    return json.dumps([_storable(dict(record)) for record in records], ensure_ascii=False, default=str)


def copy_rows(into: Cursor, table: str, columns: Sequence[str], records: Iterable[Sequence[Any]]) -> None:
    """`COPY` of the records into `table` ("schema.name"). Tuples become arrays, dicts and lists JSON; text that Postgres cannot hold
    is replaced by U+FFFD."""
    target = sql.SQL("copy {} ({}) from stdin").format(sql.Identifier(*table.split(".")), sql.SQL(", ").join(map(sql.Identifier, columns)))
    lines = StringIO("".join("\t".join(map(_copy_field, record)) + "\n" for record in records))
    into.copy_expert(target.as_string(into), lines)


@contextmanager
def advisory_lock(on: Connection, name: str, *, timeout_s: float = 900.0) -> Iterator[None]:
    """Holds the session's lock `name` over any number of transactions; at the end commits what is open, or rolls it back on an error.

    Waits by asking again: waiting inside Postgres would hold a snapshot. Raises WarehouseError when `timeout_s` have passed.
    """
    if on.info.transaction_status != TRANSACTION_STATUS_IDLE:
        raise WarehouseError(f"the lock {name!r} was asked for in the middle of a transaction: commit first")
    key, deadline = lock_key(name), time.monotonic() + timeout_s
    while not _has_lock(on, "select pg_try_advisory_lock(%s)", key):
        if time.monotonic() > deadline:
            raise WarehouseError(f"another process has held the lock {name!r} for {timeout_s:.0f} s: see pg_stat_activity")
        time.sleep(POLL_S)
    try:
        yield
    except BaseException:
        if not on.closed:
            on.rollback()
        raise
    else:
        on.commit()
    finally:
        if not on.closed:
            _has_lock(on, "select pg_advisory_unlock(%s)", key)


def lock_key(name: str) -> int:
    """The 64-bit number by which Postgres knows the lock."""
    return int.from_bytes(hashlib.sha256(f"newshouse {name}".encode()).digest()[:8], "big", signed=True)


def storable(text: str) -> str:
    """The text as Postgres can hold it: U+FFFD for NUL and for each half of a surrogate pair that stands alone."""
    return NOT_STORABLE.sub("\ufffd", text)


def _has_lock(on: Connection, question: str, key: int) -> bool:
    with on.cursor() as one:
        one.execute(question, (key,))
        answer = one.fetchone()
    on.commit()
    return bool(answer and answer[0])


def _copy_field(value: Any) -> str:
    """One field of COPY's text format; str.replace is the cheapest way to escape."""
    if value is None:
        return "\\N"
    if isinstance(value, str):
        text = storable(value)
    elif isinstance(value, bool):
        return "t" if value else "f"
    elif isinstance(value, date):  # and datetime
        return value.isoformat()
    elif isinstance(value, bytes):
        return f"\\\\x{value.hex()}"
    elif isinstance(value, tuple):
        text = _array(value)
    elif isinstance(value, Mapping | list):
        text = json.dumps(_storable(value), ensure_ascii=False, default=str)
    else:
        text = str(value)
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def _array(values: tuple[Any, ...]) -> str:
    quoted = [storable(str(value)).replace("\\", "\\\\").replace('"', '\\"') for value in values]
    return "{" + ",".join(f'"{value}"' for value in quoted) + "}"


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, Mapping):
        return {storable(str(key)): _storable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_storable(item) for item in value]
    return value if not isinstance(value, uuid.UUID) else str(value)


def _json_adapter(value: Mapping[str, Any]) -> psycopg2.extras.Json:
    return psycopg2.extras.Json(value, dumps=lambda it: json.dumps(_storable(it), ensure_ascii=False, default=str))
