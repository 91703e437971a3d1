"""`newshouse` as a process of its own, and ways to hold it at a chosen moment."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from newshouse.database import connect
from tests.pipeline.conftest import House

NEWSHOUSE = str(Path(sys.executable).with_name("newshouse"))
DEADLINE_S = 60.0
BAR = 4711  # the advisory lock behind which a held process waits
MAKE_BAR = """
    create or replace function public.wait_at_bar() returns trigger language plpgsql
    as 'begin perform pg_advisory_xact_lock_shared({bar}); return new; end';
    create trigger bar before {event} on {table} for each row when ({when}) execute function public.wait_at_bar();
"""
HELD = "select count(*) from pg_locks where locktype = 'advisory' and classid = 0 and objid = %s and not granted"


def newshouse(house: House, *arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """The command's end: exit code, standard output and standard error."""
    return subprocess.run(
        [NEWSHOUSE, *arguments], env=house.environment(), input=stdin, capture_output=True, text=True, timeout=DEADLINE_S, check=False
    )


def start(house: House, *arguments: str) -> subprocess.Popen[str]:
    """The command, running; what it prints is thrown away."""
    return start_program(house, NEWSHOUSE, *arguments)


def start_program(house: House, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(words, env=house.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True)


@contextmanager
def barred(house: House, table: str, event: str, when: str = "true") -> Iterator[None]:
    """Until the context closes, whoever is about to write such a row of the table waits."""
    with closing(connect(house.settings.warehouse_url, application_name="newshouse tests: bar")) as keeper:
        keeper.autocommit = True
        with keeper.cursor() as cursor:
            cursor.execute("select pg_advisory_lock(%s)", (BAR,))
            cursor.execute(MAKE_BAR.format(bar=BAR, event=event, table=table, when=when))
            yield
            cursor.execute("select pg_advisory_unlock(%s)", (BAR,))
            cursor.execute(f"drop trigger bar on {table}")


def kill_at_bar(house: House, process: subprocess.Popen[str]) -> None:
    """SIGKILL for the process as soon as it waits at the bar."""
    await_bar(house, process)
    process.kill()
    process.wait()


def await_bar(house: House, process: subprocess.Popen[str]) -> None:
    """Returns as soon as the process waits at the bar."""
    deadline = time.monotonic() + DEADLINE_S
    while house.rows(HELD, BAR) == [(0,)]:
        assert process.poll() is None, f"the process ended before it came to the bar ({bar_of(house)})"
        assert time.monotonic() < deadline, "the process never came to the bar"
        house.rows("select pg_sleep(0.01)")


def bar_of(house: House) -> str:
    """Where the bar stands."""
    return ", ".join(str(row[0]) for row in house.rows("select pg_get_triggerdef(oid) from pg_trigger where tgname = 'bar'"))
