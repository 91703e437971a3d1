"""Backfill as a person does it: in Airflow's UI, by mouse, in a real browser, under a real scheduler."""

import time
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from typing import Any

import pytest

from newshouse.database import Connection
from newshouse.local import demo
from newshouse.local.airflow_process import BACKFILL_POOL
from newshouse.local.home import Home
from newshouse.model import Interval
from tests.airflow.airflow_ui import backfill, browser_page
from tests.programs import require_program
from tests.site.expected import articles
from tests.warehouse_dump import warehouse_dump

FIRST, LAST = date(2025, 9, 16), date(2025, 9, 18)
WINDOW = Interval(start=datetime.combine(FIRST, clock.min, UTC), end=datetime.combine(LAST + timedelta(days=1), clock.min, UTC))
TIMEOUT_S = 420

pytestmark = [pytest.mark.airflow, pytest.mark.browser, pytest.mark.timeout(1200)]


def test_days_backfilled_in_the_ui_hold_their_articles_and_all_runs_again_changes_nothing(
    stack: demo.Stack, home: Home, stack_warehouse: Connection
) -> None:
    require_program("chromium")
    password = home.secrets("admin_password")["admin_password"]

    with browser_page(stack.airflow.address, "admin", password) as page:
        backfill(page, demo.DAG_ID, FIRST, LAST, reprocess="missing")
        _wait_for_backfills(stack, 1)
        assert _loaded(stack_warehouse) == _promised()
        before, tries = warehouse_dump(stack_warehouse), _tries(stack)

        backfill(page, demo.DAG_ID, FIRST, LAST, reprocess="all")
        _wait_for_backfills(stack, 2)

    assert warehouse_dump(stack_warehouse) == before
    assert _tries(stack) > tries, "the second backfill ran the days again"
    assert {task["pool"] for task in _tasks(stack)} == {BACKFILL_POOL}, "backfills leave tonight's slots alone"
    assert _outcomes_of_backfills(stack_warehouse) <= {"unchanged", "duplicate", "rejected", "skipped"}


def _wait_for_backfills(stack: demo.Stack, count: int) -> None:
    """Until Airflow has closed `count` backfills and no run of them failed."""
    deadline = time.monotonic() + TIMEOUT_S
    while True:
        found = stack.airflow.call("GET", f"backfills?dag_id={demo.DAG_ID}")["backfills"]
        if len(found) == count and all(one["completed_at"] for one in found):
            break
        assert time.monotonic() < deadline, f"{count} backfills wanted, after {TIMEOUT_S} s there are: {found}"
        time.sleep(1)
    runs = _runs(stack)
    assert {run["state"] for run in runs} == {"success"}, runs
    assert len(runs) == (LAST - FIRST).days + 1


def _runs(stack: demo.Stack) -> list[dict[str, str]]:
    runs = stack.airflow.call("GET", f"dags/{demo.DAG_ID}/dagRuns?limit=100")["dag_runs"]
    return [run for run in runs if run["data_interval_start"] and FIRST.isoformat() <= run["data_interval_start"][:10] <= LAST.isoformat()]


def _tries(stack: demo.Stack) -> int:
    return sum(task["try_number"] for task in _tasks(stack))


def _tasks(stack: demo.Stack) -> list[dict[str, Any]]:
    """The task instances of all days, as Airflow's API tells them."""
    return [
        task
        for run in _runs(stack)
        for task in stack.airflow.call("GET", f"dags/{demo.DAG_ID}/dagRuns/{run['dag_run_id']}/taskInstances?limit=500")["task_instances"]
    ]


def _promised() -> set[tuple[str, date, str]]:
    return {(one.source_id, one.date_published.date(), one.headline) for one in articles() if WINDOW.holds(one.date_published)}


def _loaded(connection: Connection) -> set[tuple[str, date, str]]:
    with connection.cursor() as cursor:
        cursor.execute("select source_id, (date_published at time zone 'UTC')::date, headline from mart.article_current")
        return {tuple(row) for row in cursor.fetchall()}


def _outcomes_of_backfills(connection: Connection) -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute("select distinct outcome from ops.url_outcome where run_id like 'news_nightly/backfill\\_\\_%'")
        return {row[0] for row in cursor.fetchall()}
