"""`make run` as a newcomer meets it, and what Airflow shows of a red night."""

import os
import re
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newshouse.database import Connection
from newshouse.local import demo
from newshouse.model import utc_day
from newshouse.settings import PROJECT_FOLDER
from tests.airflow.conftest import open_home
from tests.site import DEMO_DAY
from tests.site.expected import articles_of

DAY = utc_day(DEMO_DAY)

pytestmark = [pytest.mark.airflow, pytest.mark.timeout(900)]


@pytest.fixture
def fresh_home() -> Iterator[Path]:
    with open_home() as home:
        yield home.folder


def test_make_run_loads_a_day_and_stops_what_it_started(fresh_home: Path) -> None:
    done = _make(fresh_home, "run")

    assert done.returncode == 0, done.stdout + done.stderr
    for word in (
        "fetch norden-blatt: success",
        "discovered",
        "rejected",
        "balance",
        "holds",
        "The run was good",
        articles_of("norden-blatt", DAY)[0].headline,
    ):
        assert word in done.stdout
    assert not _processes_of(fresh_home)
    readme = (PROJECT_FOLDER / "README.md").read_text(encoding="utf-8")
    told = [line.rstrip() for line in done.stdout.splitlines() if "words)" in line or "rejected: " in line]
    told += re.findall(r"\d+ migrations applied", done.stdout)
    assert [line for line in told if line not in readme] == [], "README.md shows another `make run`"

    query = "select count(*) as n from mart.article_current"
    again = subprocess.run(
        [PROJECT_FOLDER / ".venv/bin/newshouse", "sql", query, "--format", "csv"],
        env={**os.environ, "NEWSHOUSE_HOME": str(fresh_home)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(again.stdout.split()[-1]) >= len(articles_of("harbour-courier", DAY))


def test_a_failed_source_turns_the_night_red_and_leaves_the_others_loaded(stack: demo.Stack, stack_warehouse: Connection) -> None:
    conf = {"interval_start": DAY.start.isoformat(), "interval_end": DAY.end.isoformat(), "sources": ["dead-letter", "harbour-courier"]}
    stack.airflow.call("POST", f"dags/{demo.DAG_ID}/dagRuns", {"dag_run_id": "red", "logical_date": None, "conf": conf})

    assert _state_in_the_end(stack, "red") == "failed"

    states = {(task["task_id"], task["rendered_map_index"]): task["state"] for task in _tasks(stack, "red")}
    assert states["source.discover", "dead-letter"] == "failed"
    assert states["source.load", "harbour-courier"] == "success"
    assert states["publish", None] == "success"
    assert states["gate", None] == "failed"
    tries = {task["try_number"] for task in _tasks(stack, "red") if task["task_id"] == "source.discover" and task["state"] == "failed"}
    assert tries == {1}, "a source that is gone is not tried again"
    with stack_warehouse.cursor() as cursor:
        cursor.execute(
            "select url from mart.article_current where source_id = 'harbour-courier' and date_published between %s and %s",
            (DAY.start, DAY.end),
        )
        assert {row[0] for row in cursor.fetchall()} == {one.url for one in articles_of("harbour-courier", DAY)}


def test_a_parameter_that_makes_no_sense_is_refused_before_anything_runs(stack: demo.Stack) -> None:
    with pytest.raises(Exception, match="mode"):
        stack.airflow.call("POST", f"dags/{demo.DAG_ID}/dagRuns", {"logical_date": None, "conf": {"mode": "everything"}})


def _make(home: Path, target: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith(("AIRFLOW", "NEWSHOUSE_"))}
    return subprocess.run(
        ["make", target], cwd=PROJECT_FOLDER, env=env | {"NEWSHOUSE_HOME": str(home)}, capture_output=True, text=True, check=False
    )


def _processes_of(home: Path) -> list[str]:
    """Command lines and environments that still name the home."""
    left = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            said = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
        except OSError:
            continue
        if str(home).encode() in said and process.name != str(os.getpid()):
            left.append((process / "cmdline").read_text().replace("\0", " "))
    return left


def _tasks(stack: demo.Stack, run_id: str) -> list[dict[str, object]]:
    tasks: list[dict[str, object]] = stack.airflow.call("GET", f"dags/{demo.DAG_ID}/dagRuns/{run_id}/taskInstances?limit=100")[
        "task_instances"
    ]
    return tasks


def _state_in_the_end(stack: demo.Stack, run_id: str) -> str:
    deadline = time.monotonic() + 300
    while True:
        state = str(stack.airflow.call("GET", f"dags/{demo.DAG_ID}/dagRuns/{run_id}")["state"])
        if state in {"success", "failed"}:
            return state
        assert time.monotonic() < deadline, f"{run_id} is still {state}"
        time.sleep(1)
