"""What Airflow knows, in Newshouse's words: settings, the run and its interval. With airflow_graph.py the only module that imports
Airflow: DAG files call these two; nothing else of the library needs Airflow to be installed.
"""

import os
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from newshouse.errors import SettingsError
from newshouse.maintaining import Retention
from newshouse.model import Interval, Promotion, Run, RunMode
from newshouse.reextraction_gate import Gate
from newshouse.settings import Settings

CONNECTION_ID = "warehouse"
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


def settings() -> Settings:
    """The environment's settings, with the warehouse that the Airflow connection `warehouse` names."""
    from airflow.sdk import Connection

    uri = Connection.get(CONNECTION_ID).get_uri().replace("postgres://", "postgresql://", 1)
    return replace(Settings.from_environment({**os.environ, "NEWSHOUSE_WAREHOUSE": uri}), warehouse_url=uri)


def retry_policy() -> Any:
    """What is tried again: a busy source, in a while, and outages. What is gone or must be mended by a person is not."""
    from airflow.sdk import ExceptionRetryPolicy, RetryAction, RetryRule

    def never(error: str, reason: str) -> RetryRule:
        return RetryRule(exception=f"newshouse.errors.{error}", action=RetryAction.FAIL, reason=reason)

    busy = RetryRule(
        exception="newshouse.errors.SourceBusy",
        action=RetryAction.RETRY,
        retry_delay=timedelta(minutes=5),
        reason="the source is busy",
    )
    return ExceptionRetryPolicy(
        rules=[
            never("GateHeld", "a person has to look at the differences"),
            never("SourceGone", "the source will not answer today"),
            never("SettingsError", "a person has to mend a setting"),
            never("SourceFileError", "a person has to mend a source file"),
            busy,
        ]
    )


def run_of(context: Mapping[str, Any], *, now: datetime) -> Run:
    """The run that a task context belongs to.

    The window is the data interval where the run has one (scheduled and backfill runs), else the parameters `interval_start` and
    `interval_end`, else the last complete UTC day before `now`. Raises SettingsError for a window that cannot hold past news.
    """
    dag_run, params = context["dag_run"], context["params"]
    return Run(
        run_id=f"{dag_run.dag_id}/{dag_run.run_id}",
        interval=_past(_interval(dag_run, params, now), now),
        mode=RunMode(params["mode"]),
        max_articles=params["max_articles"],
        is_dry_run=params["dry_run"],
        is_backfill=kind_of(context) == "backfill",
        takes_late=kind_of(context) == "nightly",
    )


def recrawl_of(context: Mapping[str, Any]) -> Run:
    """The run that a task context of a recrawl belongs to: no interval, and every page anew."""
    dag_run, params = context["dag_run"], context["params"]
    return Run(run_id=f"{dag_run.dag_id}/{dag_run.run_id}", interval=None, mode=RunMode.REFETCH, max_articles=params["max_articles"])


def reextraction_of(context: Mapping[str, Any], *, now: datetime) -> tuple[Run, Interval, Gate]:
    """The re-extraction that a task context belongs to: its window is found as that of `run_of`, and covers no day."""
    dag_run, params = context["dag_run"], context["params"]
    run = Run(run_id=f"{dag_run.dag_id}/{dag_run.run_id}", interval=None, mode=RunMode.FROM_ARCHIVE)
    limits = {name: params[name] for name in ("max_newly_rejected_percent", "max_emptied_percent", "max_redated_percent", "sample_size")}
    return run, _past(_interval(dag_run, params, now), now), Gate(promote=Promotion(params["promote"]), **limits)


def retention_of(context: Mapping[str, Any], settings: Settings) -> Retention:
    """What a run of the maintenance keeps: as its parameters say, else as the settings do."""
    params = context["params"]
    return Retention(
        captures_months=params["keep_captures_months"] or settings.keep_captures_months,
        outcomes_months=params["keep_outcomes_months"] or settings.keep_outcomes_months,
    )


def kind_of(context: Mapping[str, Any]) -> str:
    """The kind of run as `ops.run.kind` stores it."""
    run_type = str(getattr(context["dag_run"].run_type, "value", context["dag_run"].run_type))
    return {"scheduled": "nightly", "backfill": "backfill"}.get(run_type, "manual")


def _interval(dag_run: Any, params: Mapping[str, Any], now: datetime) -> Interval:
    if params["interval_start"] or params["interval_end"]:
        if str(getattr(dag_run.run_type, "value", dag_run.run_type)) != "manual":
            raise SettingsError("interval_start and interval_end are for manual runs: a scheduled or backfill run has its own day")
        if not (params["interval_start"] and params["interval_end"]):
            raise SettingsError("interval_start and interval_end go together: give both or neither")
        return Interval(start=_instant(params["interval_start"]), end=_instant(params["interval_end"]))
    if dag_run.logical_date and dag_run.data_interval_start and dag_run.data_interval_end > dag_run.data_interval_start:
        return Interval(start=dag_run.data_interval_start, end=dag_run.data_interval_end)
    today = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return Interval(start=today - timedelta(days=1), end=today)


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def _past(interval: Interval, now: datetime) -> Interval:
    if interval.start >= now:
        raise SettingsError(f"the interval begins in the future ({interval.start.isoformat()}): there is no news of it yet")
    if interval.end <= EARLIEST:
        raise SettingsError(f"the interval ends before {EARLIEST.year} ({interval.end.isoformat()}): the web has no news of it")
    return interval
