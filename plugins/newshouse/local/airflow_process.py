"""Airflow as one process group on this machine: its settings, start, stop, and the few REST calls that the embedded default needs."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from newshouse.errors import NewshouseError
from newshouse.local.home import Home, free_port, write_private
from newshouse.settings import PROJECT_FOLDER

START_TIMEOUT_S = 180
STOP_TIMEOUT_S = 30
BACKFILL_POOL = "newshouse_backfill"
BACKFILL_SLOTS = 2  # of four tasks at once: the others are tonight's


@dataclass(frozen=True, slots=True, kw_only=True)
class Airflow:
    """A running Airflow: where it answers, and the token that lets us ask."""

    address: str
    token: str

    def call(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """The JSON answer of the REST API (`/api/v2`). Raises NewshouseError with Airflow's own words on an error status."""
        return _request(method, f"{self.address}/api/v2/{path}", body, token=self.token)

    def has_dag(self, dag_id: str) -> bool:
        return any(dag["dag_id"] == dag_id for dag in self.call("GET", "dags?limit=100")["dags"])


def log_in(address: str, user: str, password: str) -> Airflow:
    """The Airflow at `address`, for this user. Raises NewshouseError where Airflow does not know them."""
    answer = _request("POST", f"{address}/auth/token", {"username": user, "password": password})
    return Airflow(address=address, token=answer["access_token"])


def environment(home: Home, *, metadata_url: str, warehouse_url: str, port: int) -> dict[str, str]:
    """The settings of an Airflow that lives in `home`, on top of this process's own environment."""
    secret = home.secrets("api_secret_key", "jwt_secret", "admin_password", "viewer_password")
    home.airflow.mkdir(parents=True, exist_ok=True)
    passwords = home.airflow / "passwords.json"
    write_private(passwords, json.dumps({"admin": secret["admin_password"], "viewer": secret["viewer_password"]}))
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("AIRFLOW_")},
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
        "AIRFLOW_HOME": str(home.airflow),
        "AIRFLOW_CONN_WAREHOUSE": warehouse_url,
        "AIRFLOW__API__BASE_URL": f"http://127.0.0.1:{port}",
        "AIRFLOW__API__HOST": "127.0.0.1",
        "AIRFLOW__API__INSTANCE_NAME": "Newshouse",
        "AIRFLOW__API__PORT": str(port),
        "AIRFLOW__API__SECRET_KEY": secret["api_secret_key"],
        "AIRFLOW__API__WORKERS": "1",
        "AIRFLOW__API_AUTH__JWT_SECRET": secret["jwt_secret"],
        "AIRFLOW__CORE__DAGS_FOLDER": str(PROJECT_FOLDER / "dags"),
        "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__PARALLELISM": "4",
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(PROJECT_FOLDER / "plugins"),
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(passwords),
        "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS": "admin:admin,viewer:viewer",
        "AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL": "10",
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": metadata_url.replace("postgresql://", "postgresql+psycopg2://", 1),
        "AIRFLOW__LOGGING__TRIGGER_LOG_SERVER_PORT": str(free_port()),
        "AIRFLOW__LOGGING__WORKER_LOG_SERVER_PORT": str(free_port()),
        "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED": "False",
        "NEWSHOUSE_BACKFILL_POOL": BACKFILL_POOL,
    }


@contextmanager
def standalone(home: Home, env: Mapping[str, str]) -> Iterator[Airflow]:
    """Airflow's scheduler, API server, dag processor and triggerer, healthy on entry and gone on exit.

    Raises NewshouseError with the last lines of the log when it does not come up.
    """
    log_path = home.log("airflow")
    address = env["AIRFLOW__API__BASE_URL"]
    _stop_leftover(home)
    with log_path.open("w") as log:
        process = subprocess.Popen(
            ["airflow", "standalone"], env=dict(env), stdout=log, stderr=subprocess.STDOUT, start_new_session=True, stdin=subprocess.DEVNULL
        )
        _leftover_file(home).write_text(json.dumps({"pid": process.pid, "created_at": psutil.Process(process.pid).create_time()}))
        try:
            _wait_until_healthy(address, process, log_path)
            airflow = log_in(address, "admin", home.secrets("admin_password")["admin_password"])
            _make_pool(airflow)
            yield airflow
        finally:
            _stop_group(process)
            _leftover_file(home).unlink(missing_ok=True)


def _make_pool(airflow: Airflow) -> None:
    """The pool of backfills, unless it is there: a person may have given it another size."""
    if BACKFILL_POOL not in {pool["name"] for pool in airflow.call("GET", "pools?limit=100")["pools"]}:
        told = "Tasks of backfills, so that they leave slots for tonight's run"
        airflow.call("POST", "pools", {"name": BACKFILL_POOL, "slots": BACKFILL_SLOTS, "description": told})


def _leftover_file(home: Home) -> Path:
    return home.airflow / "standalone.json"


def _stop_leftover(home: Home) -> None:
    """Ends the Airflow that a killed `make run` or `make up` left behind; a process that merely has its number is left alone."""
    try:
        left = json.loads(_leftover_file(home).read_text())
        leader = psutil.Process(left["pid"])
        is_ours = abs(leader.create_time() - left["created_at"]) < 1
    except (FileNotFoundError, ValueError, psutil.NoSuchProcess):
        return
    if is_ours:
        os.killpg(leader.pid, signal.SIGKILL)


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes], log_path: Path) -> None:
    deadline = time.monotonic() + START_TIMEOUT_S
    while not _is_healthy(address):
        if process.poll() is not None or time.monotonic() > deadline:
            tail = "\n".join(log_path.read_text(errors="replace").splitlines()[-20:])
            raise NewshouseError(f"Airflow did not come up; the end of {log_path}:\n{tail}")
        time.sleep(0.5)


def _is_healthy(address: str) -> bool:
    try:
        health = _request("GET", f"{address}/api/v2/monitor/health")
    except (OSError, NewshouseError, ValueError):
        return False
    parts = ("metadatabase", "scheduler", "dag_processor")
    return all((health.get(part) or {}).get("status") == "healthy" for part in parts)


def _stop_group(process: subprocess.Popen[bytes]) -> None:
    """Ends the whole group: a signal to the parent alone would orphan its children and keep the ports."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, number)
        except ProcessLookupError:
            break
        deadline = time.monotonic() + STOP_TIMEOUT_S
        while _group_lives(process) and time.monotonic() < deadline:
            time.sleep(0.1)
        if not _group_lives(process):
            break
    process.wait()


def _group_lives(process: subprocess.Popen[bytes]) -> bool:
    process.poll()  # reaps the leader, which would count as alive for ever
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return False
    return True


def _request(method: str, url: str, body: Mapping[str, Any] | None = None, *, token: str | None = None) -> Any:
    headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data=data, method=method, headers=headers)  # noqa: S310 - always http on loopback
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=30) as answer:
            return json.loads(answer.read() or b"null")
    except urllib.error.HTTPError as error:
        raise NewshouseError(f"Airflow answered {error.code} to {method} {url}: {error.read().decode(errors='replace')[:500]}") from None
