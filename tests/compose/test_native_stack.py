"""The services of docker-compose.yml, run as plain processes, finish a night on CeleryExecutor.

One stack for all tests of this file, with the news site as its publishers; the first test lets `news_nightly` run on it.
"""

import subprocess
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from newshouse.database import connect
from newshouse.errors import NewshouseError, WarehouseError
from newshouse.local.airflow_process import Airflow, log_in
from newshouse.model import utc_day
from tests.compose.compose_file import compose_folder, env_of
from tests.compose.native_stack import Stack, native_stack, until
from tests.site import DEMO_DAY, DEMO_END, SOURCES_FOLDER, NewsSite
from tests.site.expected import articles

pytestmark = [pytest.mark.airflow, pytest.mark.timeout(600)]

DAG_ID = "news_nightly"
RUN_ID = "on_celery"
DAG_TIMEOUT_S = 120
RUN_TIMEOUT_S = 300
RESULT_TIMEOUT_S = 20  # the worker notes its result when the run may be over already
ENDED = ("success", "failed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """The stack after its night."""

    stack: Stack
    airflow: Airflow
    state: str
    task_instances: list[dict[str, Any]]


@pytest.fixture(scope="module")
def night() -> Iterator[Night]:
    with TemporaryDirectory(prefix="newshouse-compose-") as name, NewsSite() as site:
        folder = Path(name)
        folder.chmod(0o755)  # as root, Postgres runs as another account
        compose_folder(
            folder,
            NEWSHOUSE_CONNECT_TO=site.connect_to,
            NEWSHOUSE_LAST_NIGHT=f"{DEMO_END}",
            NEWSHOUSE_SOURCES_FOLDER=str(SOURCES_FOLDER),
            NEWSHOUSE_WORKER_CONCURRENCY="2",
        )
        with native_stack(folder) as stack:
            airflow = log_in(stack.address, "admin", env_of(folder)["ADMIN_PASSWORD"])
            state = _run(stack, airflow)
            task_instances = airflow.call("GET", f"dags/{DAG_ID}/dagRuns/{RUN_ID}/taskInstances?limit=500")["task_instances"]
            yield Night(stack=stack, airflow=airflow, state=state, task_instances=task_instances)


def test_a_night_is_good_and_its_articles_are_in_the_warehouse(night: Night) -> None:
    assert night.state == "success", _complaints(night)
    day = utc_day(DEMO_DAY)
    query = "select url from mart.article_current where date_published >= %s and date_published < %s"
    analyst = night.stack.url("warehouse", "analyst", "ANALYST_PASSWORD")
    loaded = {row[0] for row in _selected(analyst, query, day.start, day.end)}
    expected = {article.canonical_url for article in articles() if day.holds(article.date_published)}
    assert expected
    assert loaded == expected


def test_every_task_ran_on_a_celery_worker(night: Night) -> None:
    metadata = night.stack.url("airflow", "airflow", "AIRFLOW_DB_PASSWORD")
    query = """
        select task_id, map_index from task_instance
        where run_id = %s and coalesce(external_executor_id, '') not in (select task_id from celery_taskmeta where status = 'SUCCESS')
    """
    assert night.task_instances
    until(lambda: not _selected(metadata, query, RUN_ID), RESULT_TIMEOUT_S, lambda: str(_selected(metadata, query, RUN_ID)))


def test_a_finished_tasks_log_is_served_from_the_worker_to_the_ui(night: Night) -> None:
    """The stack's services share no log folder: the words can only have come over HTTP, with a token that the worker believed."""
    log = night.airflow.call("GET", f"dags/{DAG_ID}/dagRuns/{RUN_ID}/taskInstances/plan/logs/1")["content"]
    assert any("/log/dag_id=news_nightly/" in str(line["event"]) for line in log), log
    assert any(line.get("logger") == "task" for line in log), log


@pytest.mark.parametrize("name", ["postgres", "redis", "api-server", "scheduler", "dag-processor", "triggerer", "worker"])
def test_the_service_is_healthy_by_its_own_check(night: Night, name: str) -> None:
    assert night.stack.is_healthy(name)


def test_nobody_gets_in_with_another_password(night: Night) -> None:
    for password in ("", "admin", "newshouse", env_of(night.stack.folder)["VIEWER_PASSWORD"]):
        with pytest.raises(NewshouseError, match=r"answered 40[01]"):
            log_in(night.stack.address, "admin", password)


def test_redis_wants_its_password(night: Night) -> None:
    redis = night.stack.composed["redis"]
    environment = night.stack.environment_of(redis) | {"REDISCLI_AUTH": ""}
    said = subprocess.run(
        ["redis-cli", "-p", str(night.stack.ports.redis), "ping"], env=environment, capture_output=True, text=True, check=False
    )
    assert "NOAUTH" in said.stdout + said.stderr


def test_the_two_databases_keep_to_themselves(night: Night) -> None:
    crossed = (("airflow", "newshouse_etl", "NEWSHOUSE_ETL_PASSWORD"), ("warehouse", "airflow", "AIRFLOW_DB_PASSWORD"))
    for database, role, password_name in crossed:
        with pytest.raises(WarehouseError, match="permission denied"):
            _selected(night.stack.url(database, role, password_name), "select 1")


def _run(stack: Stack, airflow: Airflow) -> str:
    """The state in which a manual run of the demo's day ends."""
    until(lambda: airflow.has_dag(DAG_ID), DAG_TIMEOUT_S, lambda: str(airflow.call("GET", "importErrors")))
    day = utc_day(DEMO_DAY)
    conf = {"interval_start": day.start.isoformat(), "interval_end": day.end.isoformat()}
    airflow.call("PATCH", f"dags/{DAG_ID}", {"is_paused": False})
    airflow.call("POST", f"dags/{DAG_ID}/dagRuns", {"dag_run_id": RUN_ID, "logical_date": None, "conf": conf})

    def state() -> str:
        return str(airflow.call("GET", f"dags/{DAG_ID}/dagRuns/{RUN_ID}")["state"])

    until(lambda: state() in ENDED, RUN_TIMEOUT_S, lambda: f"the run is still {state()}; the worker's log:\n{stack.log('worker')[-3000:]}")
    return state()


def _complaints(night: Night) -> str:
    """What the failed tasks' logs call errors."""
    said = []
    for task in night.task_instances:
        if task["state"] == "failed":
            log = night.airflow.call(
                "GET",
                f"dags/{DAG_ID}/dagRuns/{RUN_ID}/taskInstances/{task['task_id']}/logs/{task['try_number']}?map_index={task['map_index']}",
            )
            errors = [line for line in log["content"] if line.get("level") in {"error", "critical"}]
            told = [f"{line['event']} {[error['exc_value'] for error in line.get('error_detail', ())]}" for line in errors]
            said.append(f"{task['task_id']} {task['rendered_map_index'] or ''}: {'; '.join(told)}")
    return "\n".join(said)


def _selected(url: str, query: str, *params: object) -> list[tuple[Any, ...]]:
    with closing(connect(url, application_name="newshouse tests")) as connection, connection.cursor() as cursor:
        cursor.execute(query, params)
        return cursor.fetchall()
