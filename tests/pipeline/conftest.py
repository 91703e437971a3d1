"""The whole pipeline in one process: a real site, a real archive, a real warehouse, no Airflow."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from rich.console import Console

from newshouse import in_process
from newshouse.database import Connection, connect
from newshouse.model import Interval, RunMode
from newshouse.settings import Settings
from tests.site import SOURCES_FOLDER, NewsSite

SILENT = Console(quiet=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """A news site and a Newshouse that reads it."""

    site: NewsSite
    settings: Settings
    connection: Connection  # autocommit

    def run(self, interval: Interval, *, only: tuple[str, ...] = (), mode: RunMode = RunMode.FETCH_MISSING, **more: object) -> bool:
        chosen: dict[str, object] = {"sources_folder": None, "max_articles": None, "is_dry_run": False, **more}
        return in_process.run(self.settings, interval, only=only, mode=mode, console=SILENT, **chosen)  # type: ignore[arg-type]

    def rows(self, query: str, *params: object) -> list[tuple[object, ...]]:
        with self.connection.cursor() as cursor:
            cursor.execute(query, params or None)
            return [tuple(row) for row in cursor.fetchall()]

    def environment(self) -> dict[str, str]:
        """For a `newshouse` in a process of its own."""
        return {
            **os.environ,
            "NEWSHOUSE_WAREHOUSE": self.settings.warehouse_url,
            "NEWSHOUSE_ARCHIVE": self.settings.archive_root,
            "NEWSHOUSE_SOURCES": str(self.settings.sources_folder),
            "NEWSHOUSE_CONNECT_TO": self.site.connect_to,
        }


@pytest.fixture
def site() -> Iterator[NewsSite]:
    with NewsSite() as running:
        yield running


@pytest.fixture
def new_house(site: NewsSite, new_warehouse_url: Callable[[], str], tmp_path: Path) -> Iterator[Callable[[], House]]:
    """Each call gives another house that reads the same site, with a warehouse and an archive of its own."""
    with ExitStack() as open_connections:

        def build() -> House:
            warehouse_url = new_warehouse_url()
            settings = Settings.from_environment(
                {
                    "NEWSHOUSE_WAREHOUSE": warehouse_url,
                    "NEWSHOUSE_ARCHIVE": str(tmp_path / warehouse_url.rpartition("_")[2]),
                    "NEWSHOUSE_SOURCES": str(SOURCES_FOLDER),
                    "NEWSHOUSE_CONNECT_TO": site.connect_to,
                }
            )
            connection = open_connections.enter_context(closing(connect(warehouse_url, application_name="newshouse tests")))
            connection.autocommit = True
            return House(site=site, settings=settings, connection=connection)

        yield build


@pytest.fixture
def house(new_house: Callable[[], House]) -> House:
    return new_house()
