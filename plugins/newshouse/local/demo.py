"""`make run` and `make up`: the whole of Newshouse on this machine, on the demo's news site."""

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from rich.console import Console

from newshouse import embedded_postgres, migrations
from newshouse.database import connect
from newshouse.local.airflow_process import Airflow, environment, standalone
from newshouse.local.home import Home, free_port
from newshouse.local.progress import watched
from newshouse.local.site_process import DEMO_DAY, LAST_NIGHT, SOURCES_FOLDER, news_site
from newshouse.model import utc_day
from newshouse.report import rendered, run_report

DAG_ID = "news_nightly"
UI_PORT = 8080
SITE_PORT = 8090
RUN_TIMEOUT_S = 900
DAG_TIMEOUT_S = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """Everything that `up` has running."""

    airflow: Airflow
    postgres: embedded_postgres.Server
    site_address: str

    @property
    def warehouse_url(self) -> str:
        return self.postgres.url("warehouse", "newshouse_etl")


@contextmanager
def stack(home: Home, console: Console, *, ui_port: int = 0, site_port: int = 0) -> Iterator[Stack]:
    """Postgres, the warehouse's schema, the news site and Airflow with its DAGs, up on entry and gone on exit.

    The ports are wishes; 0 means any, which nobody else takes in the seconds until Airflow listens.
    """
    with home.alone(), embedded_postgres.start(home.postgres) as postgres:
        warehouse_url = postgres.url("warehouse", "newshouse_etl")
        applied = migrations.migrate(warehouse_url, log=_quiet)
        console.print(f"[bold]warehouse[/]  Postgres on 127.0.0.1:{postgres.port}, {_migrated(applied)}")
        site_port, ui_port = free_port(site_port), free_port(ui_port)
        with news_site(home, site_port) as connect_to:
            console.print(f"[bold]news site[/]  http://127.0.0.1:{site_port}")
            env = environment(home, metadata_url=postgres.url("airflow", "airflow"), warehouse_url=warehouse_url, port=ui_port) | {
                "NEWSHOUSE_ARCHIVE": str(home.archive),
                **_sources_settings(connect_to),
            }
            console.print("[bold]airflow[/]    starting (about 20 s) ...")
            with standalone(home, env) as airflow:
                _wait_for_dag(airflow)
                console.print(f"[bold]airflow[/]    {airflow.address}")
                yield Stack(airflow=airflow, postgres=postgres, site_address=f"http://127.0.0.1:{site_port}")


def run(day: str | None, sources: Sequence[str], console: Console) -> bool:
    """One night of the demo under Airflow's scheduler, with progress and a summary. True if the run was good."""
    home = Home.from_environment()
    window = utc_day(date.fromisoformat(day or DEMO_DAY))
    with stack(home, console) as up:
        conf = {"interval_start": window.start.isoformat(), "interval_end": window.end.isoformat(), "sources": list(sources)}
        run_id = f"make_run__{datetime.now(UTC):%Y-%m-%dT%H:%M:%S.%f}"
        _trigger(up.airflow, run_id, conf)
        console.print(f"[bold]run[/]        {DAG_ID} for {window.start:%Y-%m-%d}")
        state = watched(up.airflow, DAG_ID, run_id, console, timeout_s=RUN_TIMEOUT_S)
        with closing(connect(up.warehouse_url, application_name="newshouse report")) as connection:
            report = run_report(connection, f"{DAG_ID}/{run_id}")
    console.print()
    console.print(rendered(report))
    complaints = report.complaints()
    if state == "success" and not complaints:
        console.print("[bold green]The run was good.[/] Look next: `make up` for the UI and backfills, `make sql` for psql, or")
        console.print('  .venv/bin/newshouse sql "select source_name, headline from mart.article_current limit 5"')
        return True
    why = "the reasons stand above" if complaints else f"see {home.log('airflow')}"
    console.print(f"[bold red]The run was not good[/] (Airflow says: {state}): {why}")
    return False


def up(console: Console) -> None:
    """The stack, until Ctrl-C."""
    home = Home.from_environment()
    with stack(home, console, ui_port=UI_PORT, site_port=SITE_PORT) as running:
        secret = home.secrets("admin_password", "viewer_password")
        unpause(running.airflow)
        console.print()
        console.print(
            f"[bold]Airflow's UI[/]   {running.airflow.address}   user [bold]admin[/], password [bold]{secret['admin_password']}[/]",
            soft_wrap=True,
        )
        console.print(f"  read only     user viewer, password {secret['viewer_password']}", soft_wrap=True)
        console.print(f"[bold]News site[/]      {running.site_address} (its days: 2025-09-01 to {LAST_NIGHT}, and November 2007)")
        console.print(f"[bold]Warehouse[/]      {running.warehouse_url}", soft_wrap=True)
        console.print(f"  for analysts  {running.postgres.url('warehouse', 'analyst')}", soft_wrap=True)
        console.print("Backfill: DAG news_nightly > Trigger > Backfill. Ctrl-C stops everything.")
        try:
            while True:
                time.sleep(3600)
        except KeyboardInterrupt:
            console.print("Stopping.")


def _quiet(_line: str) -> None:
    """The summary line says how many."""


def _sources_settings(connect_to: str) -> dict[str, str]:
    """The demo's publishers, whose last night is past; or those that NEWSHOUSE_SOURCES names, who go on writing."""
    if os.environ.get("NEWSHOUSE_SOURCES"):
        return {"NEWSHOUSE_CONNECT_TO": os.environ.get("NEWSHOUSE_CONNECT_TO", connect_to)}
    return {"NEWSHOUSE_CONNECT_TO": connect_to, "NEWSHOUSE_LAST_NIGHT": LAST_NIGHT, "NEWSHOUSE_SOURCES": str(SOURCES_FOLDER)}


def _migrated(applied: Sequence[str]) -> str:
    return f"{len(applied)} migrations applied" if applied else "schema up to date"


def _wait_for_dag(airflow: Airflow) -> None:
    deadline = time.monotonic() + DAG_TIMEOUT_S
    while not airflow.has_dag(DAG_ID):
        if time.monotonic() > deadline:
            errors: Mapping[str, Any] = airflow.call("GET", "importErrors")
            raise TimeoutError(f"Airflow did not find the DAG {DAG_ID} in {DAG_TIMEOUT_S} s; import errors: {errors.get('import_errors')}")
        time.sleep(0.5)


def unpause(airflow: Airflow) -> None:
    airflow.call("PATCH", f"dags/{DAG_ID}", {"is_paused": False})


def _trigger(airflow: Airflow, run_id: str, conf: Mapping[str, Any]) -> None:
    unpause(airflow)
    airflow.call("POST", f"dags/{DAG_ID}/dagRuns", {"dag_run_id": run_id, "logical_date": None, "conf": dict(conf)})
