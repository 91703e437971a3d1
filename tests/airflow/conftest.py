"""One Airflow for all tests of this folder: the very stack that `make up` starts, with a home of its own."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from rich.console import Console

from newshouse.database import Connection, connect
from newshouse.local import demo
from newshouse.local.home import Home


@contextmanager
def open_home() -> Iterator[Home]:
    """An empty home that other accounts may enter: as root, Postgres runs as one of them. pytest's own folders are closed to them."""
    with TemporaryDirectory(prefix="newshouse-") as folder:
        Path(folder).chmod(0o755)
        yield Home(folder=Path(folder))


@pytest.fixture(scope="session")
def home() -> Iterator[Home]:
    with open_home() as folder:
        yield folder


@pytest.fixture(scope="session")
def stack(home: Home) -> Iterator[demo.Stack]:
    """Airflow, Postgres and the news site, with the DAGs unpaused."""
    with demo.stack(home, Console(quiet=True)) as running:
        demo.unpause(running.airflow)
        yield running


@pytest.fixture
def stack_warehouse(stack: demo.Stack) -> Iterator[Connection]:
    """A connection to the warehouse that the stack's Airflow loads."""
    with closing(connect(stack.warehouse_url, application_name="newshouse tests")) as connection:
        connection.autocommit = True
        yield connection
