"""What the DAGs have in common: a run's way through the stages, one mapped task group per source, and its end. For DAG files only."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from airflow.sdk import Param, TriggerRule, chain, get_current_context, task, task_group

from newshouse import airflow_context

Entries = list[dict[str, str]]  # run_id and source_id of each source


def task_defaults(
    *, retries: int = 2, retry_delay: timedelta = timedelta(minutes=1), execution_timeout: timedelta = timedelta(hours=6)
) -> dict[str, Any]:
    """`default_args` of a DAG: how often and when a task is tried again, and how long it may take."""
    return {
        "retries": retries,
        "retry_delay": retry_delay,
        "retry_policy": airflow_context.retry_policy(),
        "execution_timeout": execution_timeout,
    }


def sources_param() -> Param:
    """The run parameter that chooses among the source files."""
    return Param(
        [],
        type="array",
        items={"type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$"},
        description="Source ids; none means every enabled source.",
    )


def through_stages(plan: Callable[[], Any]) -> None:
    """`plan`, a task that gives the entries; the stages of every source, each source for itself; index and publish; and the gate."""
    _through(plan, source)


def through_reextraction(plan: Callable[[], Any]) -> None:
    """The same with the stages of a re-extraction."""
    _through(plan, archived_source)


def _through(plan: Callable[[], Any], group: Any) -> None:
    entries = plan()
    indexed = index(entries)
    group.expand(entry=entries) >> indexed
    gate(publish(indexed))


def _stage(name: str, entry: dict[str, str]) -> dict[str, int]:
    from newshouse import stages

    get_current_context()["source_id"] = entry["source_id"]
    settings = airflow_context.settings()
    return stages.do(name, entry["run_id"], stages.source_of(entry["source_id"], settings), settings)


def _archive_stage(name: str, entry: dict[str, str]) -> dict[str, int]:
    from newshouse import reextracting, stages

    get_current_context()["source_id"] = entry["source_id"]
    settings = airflow_context.settings()
    source = reextracting.source_of(entry["source_id"], settings)
    return stages.do(name, entry["run_id"], source, settings, reextracting.STAGES)


NAMED = {"map_index_template": "{{ source_id }}"}


@task(**NAMED)
def discover(entry: dict[str, str]) -> dict[str, int]:
    return _stage("discover", entry)


@task(**NAMED)
def fetch(entry: dict[str, str]) -> dict[str, int]:
    return _stage("fetch", entry)


@task(**NAMED)
def extract(entry: dict[str, str]) -> dict[str, int]:
    return _stage("extract", entry)


@task(**NAMED)
def deduplicate(entry: dict[str, str]) -> dict[str, int]:
    return _stage("deduplicate", entry)


@task(**NAMED)
def load(entry: dict[str, str]) -> dict[str, int]:
    return _stage("load", entry)


@task_group
def source(entry: dict[str, str]) -> None:
    discover(entry) >> fetch(entry) >> extract(entry) >> deduplicate(entry) >> load(entry)


@task_group(group_id="source")
def archived_source(entry: dict[str, str]) -> None:
    names = ("discover", "extract", "compare", "deduplicate", "load")
    steps = [task(task_id=name, map_index_template="{{ source_id }}")(_archive_stage)(name, entry) for name in names]
    chain(*steps)


@task(trigger_rule=TriggerRule.ALL_DONE)
def index(entries: Entries) -> str:
    from newshouse import stages

    run_id = entries[0]["run_id"]
    stages.index(run_id, airflow_context.settings())
    return run_id


@task
def publish(indexed_run: str) -> str:
    from newshouse import stages

    stages.publish(indexed_run, airflow_context.settings())
    return indexed_run


@task(retries=0)
def gate(published_run: str) -> None:
    from newshouse import stages

    stages.gate(published_run, airflow_context.settings())
