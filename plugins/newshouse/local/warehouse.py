"""The warehouse that a command works on: the one that NEWSHOUSE_WAREHOUSE names, else the embedded one, started if need be."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from newshouse import embedded_postgres, migrations
from newshouse.local.home import Home
from newshouse.settings import Settings


@contextmanager
def warehouse_settings(environment: Mapping[str, str] = os.environ) -> Iterator[Settings]:
    """Settings whose warehouse answers while the context is open.

    The embedded warehouse is migrated on the way; one that NEWSHOUSE_WAREHOUSE names is its owner's to migrate.
    """
    if environment.get("NEWSHOUSE_WAREHOUSE"):
        yield Settings.from_environment(environment)
        return
    home = Home.from_environment()
    with embedded_server(home) as server:
        url = server.url("warehouse", "newshouse_etl")
        migrations.migrate(url, log=lambda _: None)
        yield Settings.from_environment({"NEWSHOUSE_ARCHIVE": str(home.archive), **environment, "NEWSHOUSE_WAREHOUSE": url})


@contextmanager
def embedded_server(home: Home) -> Iterator[embedded_postgres.Server]:
    """The embedded Postgres: the one that `make up` or another command has running, else our own until the context closes."""
    running = embedded_postgres.running(home.postgres)
    if running:
        yield running
        return
    with embedded_postgres.start(home.postgres) as server:
        yield server
