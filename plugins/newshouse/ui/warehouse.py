"""The read-only way to the warehouse for pages: bounded in time and number, since they share a process with Airflow's own API."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from threading import BoundedSemaphore

from newshouse import migrations
from newshouse.database import Connection, DatabaseError, QueryCanceled, connect
from newshouse.errors import WarehouseError
from newshouse.settings import Settings

CONNECT_TIMEOUT_S = 3
STATEMENT_TIMEOUT_S = 4.0
READERS = 4  # Airflow's API answers its tasks from the same 40 threads
WAIT_S = 2.0
UNDEFINED = frozenset({"3F000", "42P01", "42703", "42883"})  # schema, table, column, function


class Unavailable(WarehouseError):
    """The page cannot be made now; the message says why and what to do, in words for the person who looks at it."""


class Reader:
    """Lends read-only connections. `read_settings` is asked each time, so that a changed Airflow connection counts at once."""

    def __init__(self, read_settings: Callable[[], Settings], *, statement_timeout_s: float = STATEMENT_TIMEOUT_S) -> None:
        self._read_settings = read_settings
        self._statement_timeout_s = statement_timeout_s
        self._free = BoundedSemaphore(READERS)

    def settings(self) -> Settings:
        return self._read_settings()

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A connection that cannot write. Raises Unavailable: away, busy, not migrated, too slow."""
        if not self._free.acquire(timeout=WAIT_S):
            raise Unavailable("Many pages are being made at this moment. Try again in a few seconds.")
        try:
            yield from self._lent()
        finally:
            self._free.release()

    def _lent(self) -> Iterator[Connection]:
        try:
            opened = connect(
                self._read_settings().warehouse_url,
                application_name="newshouse pages",
                is_read_only=True,
                connect_timeout_s=CONNECT_TIMEOUT_S,
                statement_timeout_s=self._statement_timeout_s,
            )
        except WarehouseError as error:
            raise Unavailable("The warehouse does not answer. Is its Postgres running, and is the Airflow connection right?") from error
        with closing(opened) as connection:
            try:
                yield connection
            except QueryCanceled as error:
                took = f"{self._statement_timeout_s:.3g} s"
                raise Unavailable(f"The warehouse took longer than {took} over this page: ask for less.") from error
            except DatabaseError as error:
                if error.pgcode not in UNDEFINED:
                    raise
                connection.rollback()
                missing = migrations.pending(connection)
                if not missing:
                    raise
                raise Unavailable(f"The warehouse lacks {len(missing)} migrations: run `newshouse migrate`.") from error
