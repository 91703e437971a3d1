"""Thirty past days of the demo, backfilled under Airflow's scheduler: from the UI and from its command line, with a kill in the middle.

`python -m benchmarks.backfill` prints a table; a day costs 14 tasks of Airflow. In headless Chromium the form of the UI is
filled in for the first half of the days, which go forwards; in the middle of it every task that is running is killed. Then
`airflow backfill create` runs the other half, backwards. Read are a publisher of the demo and one that has a feed alone. It fails where
the warehouse is not what the site promises, or not that of the whole month in one run of `newshouse run`.
"""

import argparse
import os
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
from rich.console import Console

from newshouse import embedded_postgres, in_process, migrations
from newshouse.database import Connection, connect
from newshouse.local import demo
from newshouse.local.airflow_process import BACKFILL_POOL, environment
from newshouse.local.home import Home
from newshouse.model import Interval, RunMode, utc_day
from newshouse.settings import Settings
from tests.airflow.airflow_ui import backfill, browser_page
from tests.pipeline.contents import contents_of
from tests.pipeline.test_month import FEED_ONLY
from tests.site import SOURCES_FOLDER
from tests.site.expected import articles

PUBLISHER = "harbour-courier"
FIRST = date(2025, 9, 1)
TIMEOUT_S = 5400
SLOTS = 4  # there is no night beside it that wants any
ENDED = frozenset({"success", "failed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A running stack, its home and its warehouse, and the days that are backfilled there."""

    home: Home
    stack: demo.Stack
    warehouse: Connection
    days: int

    @property
    def middle(self) -> date:
        return FIRST + timedelta(days=self.days // 2)

    @property
    def last(self) -> date:
        return FIRST + timedelta(days=self.days - 1)

    @property
    def interval(self) -> Interval:
        return Interval(start=utc_day(FIRST).start, end=utc_day(self.last).end)


@contextmanager
def place(days: int) -> Iterator[Place]:
    """A stack from nothing, gone on exit."""
    with TemporaryDirectory(prefix="newshouse-") as name:
        Path(name).chmod(0o755)  # as root, Postgres runs as another account
        home = Home(folder=Path(name))
        with (
            demo.stack(home, Console(quiet=True)) as stack,
            closing(connect(stack.warehouse_url, application_name="backfill")) as warehouse,
        ):
            warehouse.autocommit = True
            pool = {"pool": BACKFILL_POOL, "slots": SLOTS, "include_deferred": False}
            stack.airflow.call("PATCH", f"pools/{BACKFILL_POOL}?update_mask=slots", pool)
            demo.unpause(stack.airflow)
            yield Place(home=home, stack=stack, warehouse=warehouse, days=days)


def from_ui(here: Place) -> None:
    """The first half, sent off by mouse; every task that runs in the middle of it is killed."""
    begun = time.monotonic()
    with browser_page(here.stack.airflow.address, "admin", here.home.secrets("admin_password")["admin_password"]) as page:
        backfill(page, demo.DAG_ID, FIRST, here.middle - timedelta(days=1), reprocess="missing")
    wait(here, lambda: ended(here) >= here.days // 4)
    wait(here, lambda: kill_running_tasks() > 0)
    print("| tasks killed in the middle of it | all that were running |", flush=True)
    wait(here, lambda: is_complete(here, 1))
    print(f"| {here.days // 2} days from the UI, forwards, minutes | {(time.monotonic() - begun) / 60:.1f} |", flush=True)


def from_command_line(here: Place) -> None:
    """The other half, backwards, sent off by Airflow's command line."""
    begun = time.monotonic()
    create_backfill(here, here.middle, here.last, "--run-backwards")
    wait(here, lambda: is_complete(here, 2))
    print(
        f"| {here.days - here.days // 2} days from the command line, backwards, minutes | {(time.monotonic() - begun) / 60:.1f} |",
        flush=True,
    )


def create_backfill(here: Place, first: date, last: date, *options: str) -> None:
    """Sends the days off by `airflow backfill create`."""
    env = environment(
        here.home,
        metadata_url=here.stack.postgres.url("airflow", "airflow"),
        warehouse_url=here.stack.warehouse_url,
        port=int(here.stack.airflow.address.rpartition(":")[2]),
    )
    command = ["airflow", "backfill", "create", "--dag-id", demo.DAG_ID, "--from-date", f"{first}", "--to-date", f"{last}", *options]
    subprocess.run(command, env=env, check=True, capture_output=True)


def kill_running_tasks() -> int:
    """How many there were: forks of the workers of this process's Airflow."""
    children = psutil.Process().children(recursive=True)
    workers = {one.pid for one in children if _is_worker(one)}
    killed = 0
    for task in children:
        with suppress(psutil.Error):  # it may have ended by now
            if task.ppid() in workers:
                task.kill()
                killed += 1
    return killed


def _is_worker(process: psutil.Process) -> bool:
    try:
        return "LocalExecutor" in " ".join(process.cmdline())
    except psutil.Error:
        return False


def runs(here: Place) -> list[Mapping[str, str]]:
    found = here.stack.airflow.call("GET", f"dags/{demo.DAG_ID}/dagRuns?limit=100")["dag_runs"]
    return [
        run for run in found if run["data_interval_start"] and FIRST.isoformat() <= run["data_interval_start"][:10] <= here.last.isoformat()
    ]


def ended(here: Place) -> int:
    return sum(run["state"] in ENDED for run in runs(here))


def is_complete(here: Place, count: int) -> bool:
    found = here.stack.airflow.call("GET", f"backfills?dag_id={demo.DAG_ID}")["backfills"]
    return len(found) == count and all(one["completed_at"] for one in found)


def wait(here: Place, until: Callable[[], bool]) -> None:
    deadline = time.monotonic() + TIMEOUT_S
    while not _holds(until):
        if time.monotonic() > deadline:
            raise TimeoutError(f"after {TIMEOUT_S} s {ended(here)} of {here.days} days are over")
        time.sleep(5)


def _holds(question: Callable[[], bool]) -> bool:
    """False, too, where Airflow is too busy to answer."""
    try:
        return question()
    except OSError:
        return False


def in_one_run(here: Place) -> dict[str, list[str]]:
    """What the warehouse holds after the whole month in one run, without Airflow."""
    with TemporaryDirectory(prefix="newshouse-") as name:
        Path(name).chmod(0o755)
        with embedded_postgres.start(Path(name) / "postgres") as postgres:
            url = postgres.url("warehouse", "newshouse_etl")
            migrations.migrate(url, log=lambda _: None)
            settings = Settings.from_environment(
                {
                    **os.environ,
                    "NEWSHOUSE_WAREHOUSE": url,
                    "NEWSHOUSE_ARCHIVE": f"{name}/archive",
                    "NEWSHOUSE_CONNECT_TO": f"*.example={here.stack.site_address.removeprefix('http://')}",
                }
            )
            fixed = {"sources_folder": None, "only": (), "max_articles": None, "is_dry_run": False}
            in_process.run(settings, here.interval, mode=RunMode.FETCH_MISSING, console=Console(quiet=True), **fixed)
            with closing(connect(url, application_name="newshouse benchmark")) as connection:
                return contents_of(connection)


def require_honest(here: Place) -> None:
    """Exact articles of each day; a gap of the feed for each, and every run red for it alone."""

    def rows(query: str) -> list[tuple[object, ...]]:
        with here.warehouse.cursor() as cursor:
            cursor.execute(query)
            return [tuple(row) for row in cursor.fetchall()]

    found = Counter(
        rows("select source_id, published_on::text, headline from mart.article_current where source_id <> 'feed-only' order by 1, 2, 3")
    )
    promised = Counter(
        (one.source_id, f"{one.date_published.date()}", one.headline)
        for one in articles()
        if one.source_id == PUBLISHER and here.interval.holds(one.date_published)
    )
    assert found == promised, (found - promised, promised - found)
    assert rows("select count(*) from mart.coverage_gap where source_id = 'feed-only'") == [(here.days,)]
    outcomes = set(
        rows("select source_id = 'feed-only', source_run.outcome from ops.source_run join ops.run using (run_id) where kind = 'backfill'")
    )
    assert outcomes <= {(True, "not_backfillable"), (False, "ok"), (False, "partial"), (False, "empty")}, outcomes
    assert {run["state"] for run in runs(here)} == {"failed"}, "a run is red where a source cannot be backfilled"
    print(f"| articles, by day as the site promises them | {found.total()} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--days", type=int, default=30, help="from 2025-09-01 on (default: 30)")
    days = parser.parse_args().days
    with TemporaryDirectory(prefix="sources-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copy(SOURCES_FOLDER / f"{PUBLISHER}.yaml", folder)
        (folder / "feed-only.yaml").write_text(FEED_ONLY, encoding="utf-8")
        os.environ |= {"NEWSHOUSE_SOURCES": str(folder), "NEWSHOUSE_LAST_NIGHT": f"{FIRST}"}
        with place(days) as here:
            print("| | measured |\n| --- | ---: |", flush=True)
            from_ui(here)
            from_command_line(here)
            require_honest(here)
            by_day, at_once = contents_of(here.warehouse), in_one_run(here)
    assert by_day == at_once, [name for name in by_day if by_day[name] != at_once[name]]
    print(f"| rows of the warehouse, the same as after one run of the whole month | {sum(map(len, by_day.values()))} |")


if __name__ == "__main__":
    main()
