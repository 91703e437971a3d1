"""A DAG run's progress on the terminal: a bar where there is one, a line per finished step where there is none."""

import time
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from newshouse.errors import NewshouseError
from newshouse.local.airflow_process import Airflow

POLL_S = 1.0
DONE = frozenset({"success", "failed", "upstream_failed", "skipped", "removed"})
ENDED = frozenset({"success", "failed"})


def watched(airflow: Airflow, dag_id: str, run_id: str, console: Console, *, timeout_s: float) -> str:
    """The final state of the run, "success" or "failed", shown on the way. Raises NewshouseError when it takes too long."""
    deadline = time.monotonic() + timeout_s
    seen: set[tuple[str, int]] = set()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as progress:
        bar = progress.add_task("waiting for the scheduler", total=None)
        while True:
            state = str(airflow.call("GET", f"dags/{dag_id}/dagRuns/{run_id}")["state"])
            tasks = _tasks(airflow, dag_id, run_id)
            sources = _sources(tasks)
            for task in _newly_done(tasks, seen):
                console.print(
                    f"  {task['start_date'] and task['end_date'] and _clock(task['end_date'])}  {_name(task, sources)}: {task['state']}",
                    highlight=False,
                )
            busy = ", ".join(_name(task, sources) for task in tasks if task["state"] == "running") or "scheduling"
            progress.update(bar, description=busy, total=len(tasks) or None, completed=len(seen))
            if state in ENDED:
                return state
            if time.monotonic() > deadline:
                raise NewshouseError(f"the run {run_id} is still {state} after {timeout_s:.0f} s: see .newshouse/logs/airflow.log")
            time.sleep(POLL_S)


def _tasks(airflow: Airflow, dag_id: str, run_id: str) -> Sequence[Mapping[str, Any]]:
    found: Sequence[Mapping[str, Any]] = airflow.call("GET", f"dags/{dag_id}/dagRuns/{run_id}/taskInstances?limit=1000")["task_instances"]
    return found


def _sources(tasks: Sequence[Mapping[str, Any]]) -> dict[int, str]:
    """The source of each mapped group, by its index: as one of its tasks names it, while others still bear the bare index."""
    named = ((task["map_index"], task["rendered_map_index"]) for task in tasks)
    return {index: name for index, name in named if name and name != str(index)}


def _newly_done(tasks: Sequence[Mapping[str, Any]], seen: set[tuple[str, int]]) -> list[Mapping[str, Any]]:
    done = [task for task in tasks if task["state"] in DONE and (task["task_id"], task["map_index"]) not in seen]
    seen.update((task["task_id"], task["map_index"]) for task in done)
    return sorted(done, key=lambda task: task["end_date"] or "")


def _name(task: Mapping[str, Any], sources: Mapping[int, str]) -> str:
    """The stage and its source; a task that never started has no name of its own, so it borrows that of the source's first stage."""
    step = str(task["task_id"]).rsplit(".", 1)[-1]
    return f"{step} {sources.get(task['map_index'], task['map_index'])}" if task["map_index"] >= 0 else step


def _clock(instant: str) -> str:
    return instant[11:19]
