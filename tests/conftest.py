"""What all tests share: a real Postgres, made once per session, in shared memory where there is some.

    warehouse      a connection to a migrated warehouse; everything is rolled back after the test
    warehouse_url  a fresh migrated warehouse, for tests that commit or need several connections
    new_warehouse_url  makes as many of these as a test asks for

NEWSHOUSE_TEST_POSTGRES (URL of a role that may create databases) names another server.
"""

import os
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit, urlunsplit

import pytest

from newshouse.database import Connection, connect
from newshouse.embedded_postgres import start
from newshouse.migrations import migrate

TEMPLATE = f"newshouse_test_{os.getpid()}"


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The URL of a role that may create databases."""
    outside = os.environ.get("NEWSHOUSE_TEST_POSTGRES")
    if outside:
        yield outside
        return
    shared_memory = Path("/dev/shm")
    with TemporaryDirectory(prefix="newshouse-test-", dir=shared_memory if os.access(shared_memory, os.W_OK) else None) as folder:
        Path(folder).chmod(0o755)  # as root, Postgres runs as another account
        with start(Path(folder), is_disposable=True) as server:
            yield server.url("postgres", "postgres")


@pytest.fixture(scope="session")
def template_url(postgres_url: str) -> Iterator[str]:
    """A migrated warehouse that is never written to: others are copied from it."""
    _administer(postgres_url, f"create database {TEMPLATE}")
    migrate(_database(postgres_url, TEMPLATE), log=lambda _: None)
    yield _database(postgres_url, TEMPLATE)
    _administer(postgres_url, f"drop database {TEMPLATE} with (force)")


@pytest.fixture(scope="session")
def shared_warehouse_url(postgres_url: str, template_url: str) -> Iterator[str]:
    yield from _copy_of_template(postgres_url)


@pytest.fixture
def warehouse_url(postgres_url: str, template_url: str) -> Iterator[str]:
    """The URL of a fresh, migrated warehouse of this test's own."""
    yield from _copy_of_template(postgres_url)


@pytest.fixture
def new_warehouse_url(postgres_url: str, template_url: str) -> Iterator[Callable[[], str]]:
    """Each call gives the URL of another fresh, migrated warehouse of this test's own."""
    with ExitStack() as copies:
        yield lambda: copies.enter_context(contextmanager(_copy_of_template)(postgres_url))


@pytest.fixture
def warehouse(shared_warehouse_url: str) -> Iterator[Connection]:
    """A connection to a migrated, empty warehouse; what the test does is rolled back."""
    with closing(connect(shared_warehouse_url, application_name="newshouse tests")) as connection:
        yield connection
        connection.rollback()


def _copy_of_template(postgres_url: str) -> Iterator[str]:
    name = f"{TEMPLATE}_{uuid.uuid4().hex[:8]}"
    _administer(postgres_url, f"create database {name} template {TEMPLATE} strategy file_copy")
    yield _database(postgres_url, name)
    _administer(postgres_url, f"drop database {name} with (force)")


def _administer(postgres_url: str, command: str) -> None:
    connection = connect(postgres_url, application_name="newshouse tests")
    connection.autocommit = True
    with closing(connection), connection.cursor() as cursor:
        cursor.execute(command)


def _database(postgres_url: str, name: str) -> str:
    return urlunsplit(urlsplit(postgres_url)._replace(path=f"/{name}"))
