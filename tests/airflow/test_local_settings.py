"""Airflow's cluster policy: backfills wait for slots of their own."""

from types import SimpleNamespace

import pytest

import airflow_local_settings as policy


@pytest.mark.parametrize(
    ("dag_id", "run_type", "named", "pool"),
    [
        ("news_nightly", "backfill", "of_backfills", "of_backfills"),
        ("news_nightly", "scheduled", "of_backfills", "default_pool"),
        ("news_nightly", "manual", "of_backfills", "default_pool"),
        ("somebody_elses", "backfill", "of_backfills", "default_pool"),
        ("news_nightly", "backfill", "", "default_pool"),  # nobody has made a pool: in one that is not there it would never start
    ],
)
def test_a_task_of_a_backfill_goes_into_the_pool_that_is_named(
    monkeypatch: pytest.MonkeyPatch, dag_id: str, run_type: str, named: str, pool: str
) -> None:
    monkeypatch.setenv(policy.POOL_VARIABLE, named)
    task = SimpleNamespace(dag_id=dag_id, pool="default_pool")
    policy.task_instance_mutation_hook(task, SimpleNamespace(run_type=run_type))
    assert task.pool == pool


def test_a_task_whose_run_is_not_known_yet_stays_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(policy.POOL_VARIABLE, "of_backfills")
    task = SimpleNamespace(dag_id="news_nightly", pool="default_pool")
    policy.task_instance_mutation_hook(task, None)
    assert task.pool == "default_pool"
