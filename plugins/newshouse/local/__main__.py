"""What the Makefile calls: `python -m newshouse.local run|up|sql`."""

import os
import signal
import sys
from types import FrameType
from typing import NoReturn

import click

from newshouse.cli import Command
from newshouse.local.home import Home
from newshouse.report import console


@click.group(cls=Command)
def main() -> None:
    """The embedded default."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):  # also where the shell that started us ignores them
        signal.signal(number, _interrupt)


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    """Every way of ending us unwinds the contexts, so that what we started is stopped."""
    raise KeyboardInterrupt


@main.command()
@click.option("--day", envvar="DAY", help="The UTC day to load, e.g. 2025-09-17.")
@click.option("--sources", envvar="SOURCES", default="", help="Comma-separated source ids (default: every enabled one).")
def run(day: str | None, sources: str) -> None:
    """One night of the demo, end to end."""
    from newshouse.local import demo

    good = demo.run(day, [source for source in sources.split(",") if source], console())
    sys.exit(0 if good else 1)


@main.command()
def up() -> None:
    """Everything up until Ctrl-C."""
    from newshouse.local import demo

    demo.up(console())


@main.command()
@click.option("--write", is_flag=True, help="Allow writing.")
def sql(write: bool) -> None:
    """psql on the embedded warehouse."""
    import subprocess

    from newshouse import migrations
    from newshouse.local.warehouse import embedded_server

    with embedded_server(Home.from_environment()) as server:
        url = server.url("warehouse", "newshouse_etl")
        migrations.migrate(url, log=lambda _: None)
        options = "" if write else "-c default_transaction_read_only=on"
        done = subprocess.run([str(server.psql_path), url], env={**os.environ, "PGOPTIONS": options}, check=False)
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
