"""What every DAG of this house keeps to, read from the DagBag, without a scheduler."""

import ast
import itertools
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from newshouse import airflow_context
from newshouse.errors import SettingsError
from newshouse.model import Interval, RunMode
from newshouse.settings import PROJECT_FOLDER

DAGS = sorted((PROJECT_FOLDER / "dags").glob("*.py"))
STAGES = ["discover", "fetch", "extract", "deduplicate", "load"]
NOW = datetime(2025, 9, 20, 8, 30, tzinfo=UTC)
DEFAULTS: Mapping[str, Any] = {
    "sources": [],
    "max_articles": None,
    "mode": "fetch_missing",
    "dry_run": False,
    "interval_start": None,
    "interval_end": None,
}

READ_DAGS = """
import json, sys
from airflow.dag_processing.dagbag import DagBag
bag = DagBag(sys.argv[1])
print(json.dumps({
    "errors": bag.import_errors,
    "dags": {
        dag_id: {
            "doc": dag.doc_md or "",
            "catchup": dag.catchup,
            "tags": sorted(dag.tags),
            "leaves": sorted(task.task_id for task in dag.leaves),
            "params": sorted(dag.params),
            "tasks": {
                task.task_id: {"upstream": sorted(task.upstream_task_ids), "pool": task.pool, "rule": task.trigger_rule.value}
                for task in dag.tasks
            },
        }
        for dag_id, dag in bag.dags.items()
    },
}))
"""

ASK_FOR_DAYS = """
import pendulum
from airflow.timetables.base import TimeRestriction
from newshouse_days import DaysOnDemand
timetable, day = DaysOnDemand.deserialize(DaysOnDemand().serialize()), pendulum.datetime(2025, 9, 17)
own = timetable.next_dagrun_info(last_automated_data_interval=None, restriction=TimeRestriction(day, None, catchup=False))
asked = timetable.next_dagrun_info(last_automated_data_interval=None, restriction=TimeRestriction(day, day, catchup=True)).data_interval
print(own, asked.start.date(), asked.end.date())
"""


@pytest.fixture(scope="module")
def bag(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """The DAGs as Airflow reads them, in a process of their own: Airflow is set up by its environment, once per process."""
    import json

    home = tmp_path_factory.mktemp("airflow")
    env = {
        **os.environ,
        "AIRFLOW_HOME": str(home),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(PROJECT_FOLDER / "plugins"),
    }
    done = subprocess.run(
        [sys.executable, "-c", READ_DAGS, str(PROJECT_FOLDER / "dags")], capture_output=True, text=True, env=env, check=True
    )
    read: Mapping[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return read


def test_every_dag_file_is_read_without_an_error(bag: Mapping[str, Any]) -> None:
    assert bag["errors"] == {}
    assert set(bag["dags"]) == {path.stem for path in DAGS}


def test_every_dag_says_what_to_do_when_it_is_red(bag: Mapping[str, Any]) -> None:
    for dag_id, dag in bag["dags"].items():
        assert "When it is red" in dag["doc"], dag_id


def test_every_dag_is_tagged_and_never_catches_up(bag: Mapping[str, Any]) -> None:
    assert all("newshouse" in dag["tags"] and not dag["catchup"] for dag in bag["dags"].values())


def test_no_task_waits_for_a_pool_that_may_not_exist(bag: Mapping[str, Any]) -> None:
    assert {task["pool"] for dag in bag["dags"].values() for task in dag["tasks"].values()} == {"default_pool"}


def test_the_six_stages_follow_one_another_for_each_source(bag: Mapping[str, Any]) -> None:
    tasks = bag["dags"]["news_nightly"]["tasks"]
    for before, after in itertools.pairwise(STAGES):
        assert f"source.{before}" in tasks[f"source.{after}"]["upstream"]


def test_only_the_gate_ends_a_night_and_it_judges_what_publish_closed(bag: Mapping[str, Any]) -> None:
    night = bag["dags"]["news_nightly"]
    assert night["leaves"] == ["gate"]
    assert night["tasks"]["gate"]["upstream"] == ["publish"]
    assert night["tasks"]["publish"]["upstream"] == ["index"]
    assert night["tasks"]["index"]["rule"] == "all_done"
    assert night["tasks"]["gate"]["rule"] == "all_success"


def test_the_ledger_is_filled_hourly_by_a_task_for_each_source(bag: Mapping[str, Any]) -> None:
    hourly = bag["dags"]["news_discover"]
    assert hourly["tasks"]["poll"]["upstream"] == ["sources"]
    assert hourly["leaves"] == ["poll"]  # a source that fails turns the hour red, and no other
    assert hourly["params"] == ["sources"]


def test_the_form_offers_the_parameters_of_a_run(bag: Mapping[str, Any]) -> None:
    assert bag["dags"]["news_nightly"]["params"] == sorted(DEFAULTS)


def test_a_re_extraction_compares_before_it_loads_and_only_its_gate_ends_it(bag: Mapping[str, Any]) -> None:
    reread = bag["dags"]["news_reextract"]
    for before, after in itertools.pairwise(["discover", "extract", "compare", "deduplicate", "load"]):
        assert f"source.{before}" in reread["tasks"][f"source.{after}"]["upstream"]
    assert reread["leaves"] == ["gate"]
    assert reread["tasks"]["index"]["rule"] == "all_done"
    assert "promote" in reread["params"]


def test_a_dag_for_days_on_demand_has_a_backfills_days_and_none_of_its_own(tmp_path: Path) -> None:
    env = {**os.environ, "AIRFLOW_HOME": str(tmp_path), "PYTHONPATH": str(PROJECT_FOLDER / "plugins")}
    done = subprocess.run([sys.executable, "-c", ASK_FOR_DAYS], capture_output=True, text=True, env=env, check=True)
    assert done.stdout.splitlines()[-1] == "None 2025-09-17 2025-09-18"


def test_maintenance_goes_step_by_step(bag: Mapping[str, Any]) -> None:
    weekly = bag["dags"]["news_maintenance"]
    for before, after in itertools.pairwise(["partitions", "takedowns", "retention", "vacuum"]):
        assert weekly["tasks"][after]["upstream"] == [before]
    assert weekly["params"] == ["keep_captures_months", "keep_outcomes_months"]


def test_a_re_extraction_covers_no_day_and_has_the_window_that_was_asked_for() -> None:
    asked = {"promote": "never", "max_newly_rejected_percent": 1, "max_emptied_percent": 2, "max_redated_percent": 3, "sample_size": 4}
    context = _context(run_type="backfill", data_interval=_day(17), **asked)
    run, interval, gate = airflow_context.reextraction_of(context, now=NOW)
    assert (run.interval, run.mode) == (None, RunMode.FROM_ARCHIVE)
    assert interval == Interval(start=_day(17)[0], end=_day(17)[1])
    assert (gate.promote, gate.max_redated_percent, gate.sample_size) == ("never", 3, 4)


@pytest.mark.parametrize("path", DAGS, ids=lambda path: path.stem)
def test_a_dag_file_holds_no_logic(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.For | ast.While | ast.Try | ast.With)]
    assert len(path.read_text(encoding="utf-8").splitlines()) < 250


# --- the interval of a run ------------------------------------------------------------------------------------------------------


def _context(*, run_type: str = "manual", data_interval: tuple[datetime, datetime] | None = None, **params: object) -> dict[str, Any]:
    start, end = data_interval or (None, None)
    dag_run = SimpleNamespace(
        dag_id="news_nightly", run_id="r", run_type=run_type, logical_date=start, data_interval_start=start, data_interval_end=end
    )
    return {"dag_run": dag_run, "params": {**DEFAULTS, **params}}


def _day(day: int) -> tuple[datetime, datetime]:
    return datetime(2025, 9, day, tzinfo=UTC), datetime(2025, 9, day + 1, tzinfo=UTC)


def test_a_scheduled_run_has_its_data_interval() -> None:
    run = airflow_context.run_of(_context(run_type="scheduled", data_interval=_day(17)), now=NOW)
    assert run.interval == Interval(start=_day(17)[0], end=_day(17)[1])


def test_a_backfills_run_knows_that_nobody_waits_for_it() -> None:
    assert airflow_context.run_of(_context(run_type="backfill", data_interval=_day(17)), now=NOW).is_backfill
    assert not airflow_context.run_of(_context(run_type="scheduled", data_interval=_day(17)), now=NOW).is_backfill


def test_a_run_that_was_triggered_without_a_date_takes_the_last_complete_day() -> None:
    assert airflow_context.run_of(_context(), now=NOW).interval == Interval(start=_day(19)[0], end=_day(19)[1])


def test_a_manual_run_can_name_its_interval() -> None:
    context = _context(interval_start="2025-09-10T00:00:00+00:00", interval_end="2025-09-12T00:00:00+00:00", mode="refetch", max_articles=5)
    run = airflow_context.run_of(context, now=NOW)
    assert run.interval == Interval(start=_day(10)[0], end=_day(11)[1])
    assert (run.mode, run.max_articles, run.run_id) == (RunMode.REFETCH, 5, "news_nightly/r")


@pytest.mark.parametrize(
    ("context", "complaint"),
    [
        (_context(interval_start="2025-09-10T00:00:00Z"), "go together"),
        (
            _context(
                run_type="backfill", data_interval=_day(17), interval_start="2025-09-10T00:00:00Z", interval_end="2025-09-11T00:00:00Z"
            ),
            "manual runs",
        ),
        (_context(run_type="backfill", data_interval=_day(25)), "future"),
        (_context(interval_start="1985-01-01T00:00:00Z", interval_end="1985-01-02T00:00:00Z"), "before 1990"),
    ],
)
def test_an_interval_that_cannot_be_meant_is_refused(context: dict[str, Any], complaint: str) -> None:
    with pytest.raises(SettingsError, match=complaint):
        airflow_context.run_of(context, now=NOW)
