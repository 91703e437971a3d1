"""Re-extraction under a real scheduler: by `airflow backfill create`, by hand, and never by itself."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from newshouse.database import Connection
from newshouse.local import demo
from newshouse.local.airflow_process import environment
from newshouse.local.home import Home
from newshouse.model import utc_day
from tests.site import DEMO_DAY
from tests.warehouse_dump import warehouse_dump

DAG_ID = "news_reextract"
COURIER = "harbour-courier"
DAY = utc_day(DEMO_DAY)
WINDOW = {"interval_start": DAY.start.isoformat(), "interval_end": DAY.end.isoformat()}
TIMEOUT_S = 420

pytestmark = [pytest.mark.airflow, pytest.mark.timeout(1200)]


def test_a_day_is_read_again_by_backfill_and_by_hand(stack: demo.Stack, home: Home, stack_warehouse: Connection) -> None:
    _trigger(stack, demo.DAG_ID, "loaded-first", {**WINDOW, "sources": [COURIER]})
    before = warehouse_dump(stack_warehouse)
    assert before["article"]
    stack.airflow.call("PATCH", f"dags/{DAG_ID}", {"is_paused": False})

    done = _airflow(stack, home, "backfill", "create", "--dag-id", DAG_ID, "--from-date", f"{DAY.start:%Y-%m-%d}",
                    "--to-date", f"{DAY.start:%Y-%m-%d}", "--dag-run-conf", json.dumps({"promote": "never"}))  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    _wait(stack, lambda: [one for one in stack.airflow.call("GET", f"backfills?dag_id={DAG_ID}")["backfills"] if one["completed_at"]])
    _trigger(stack, DAG_ID, "by-hand", {**WINDOW, "sources": [COURIER]})

    runs = stack.airflow.call("GET", f"dags/{DAG_ID}/dagRuns?limit=100")["dag_runs"]
    assert [(run["run_type"], run["state"]) for run in sorted(runs, key=lambda run: run["run_type"])] == [
        ("backfill", "success"),
        ("manual", "success"),
    ]
    with stack_warehouse.cursor() as cursor:
        cursor.execute(
            "select promote, interval_start, interval_end, verdict, same_count > 0, changed_count from ops.reextraction"
            " inner join ops.reextraction_source using (run_id) where source_id = %s order by promote",
            (COURIER,),
        )
        found = [tuple(row) for row in cursor.fetchall()]
    assert found == [("auto", DAY.start, DAY.end, "promoted", True, 0), ("never", DAY.start, DAY.end, "shown", True, 0)]
    assert warehouse_dump(stack_warehouse) == before


def _trigger(stack: demo.Stack, dag_id: str, run_id: str, conf: dict[str, object]) -> None:
    """Runs the DAG to its end, which must be a good one."""
    stack.airflow.call("POST", f"dags/{dag_id}/dagRuns", {"dag_run_id": run_id, "logical_date": None, "conf": conf})
    path = f"dags/{dag_id}/dagRuns/{run_id}"
    _wait(stack, lambda: stack.airflow.call("GET", path)["state"] in {"success", "failed"})
    assert stack.airflow.call("GET", path)["state"] == "success", stack.airflow.call("GET", f"{path}/taskInstances?limit=200")


def _wait(stack: demo.Stack, is_done: Callable[[], object]) -> None:
    deadline = time.monotonic() + TIMEOUT_S
    while not is_done():
        assert time.monotonic() < deadline, stack.airflow.call("GET", f"dags/{DAG_ID}/dagRuns")
        time.sleep(5)


def _airflow(stack: demo.Stack, home: Home, *words: str) -> subprocess.CompletedProcess[str]:
    """Airflow's own command line, on the stack's Airflow."""
    port = int(stack.airflow.address.rpartition(":")[2])
    env = environment(home, metadata_url=stack.postgres.url("airflow", "airflow"), warehouse_url=stack.warehouse_url, port=port)
    return subprocess.run(
        [str(Path(sys.executable).with_name("airflow")), *words], env=env, capture_output=True, text=True, timeout=300, check=False
    )
