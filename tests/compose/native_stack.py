"""The services of docker-compose.yml as plain processes of this machine, with the file's own commands and environment.

What containers bring is put in place by `places` (text of the file -> text on this machine) and `own_ports` (ports that every
container has for itself); beyond these, PATH and HOME, a process gets nothing that the file does not say. Postgres is the embedded
one, made as empty as the image's at its first start, and then given the file's own initialising SQL.
"""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from newshouse import embedded_postgres
from newshouse.local.home import free_port
from newshouse.settings import PROJECT_FOLDER
from tests.compose.compose_file import Service, env_of, services
from tests.programs import require_program

INIT_TIMEOUT_S = 180
START_TIMEOUT_S = 120
STOP_TIMEOUT_S = 20
POLL_S = 0.5
INITIAL_SQL = PROJECT_FOLDER / "docker" / "postgres"  # what the file mounts as /docker-entrypoint-initdb.d
TRANSLATED = ("redis", "init", "api-server", "scheduler", "dag-processor", "triggerer", "worker")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """Where on 127.0.0.1 the services are."""

    postgres: int
    redis: int
    api: int
    scheduler_health: int
    worker_logs: int
    trigger_logs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """The running services."""

    folder: Path  # with the .env, and below it what the containers' volumes hold
    ports: Ports
    composed: Mapping[str, Service]
    postgres: embedded_postgres.Server

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.ports.api}"

    def url(self, database: str, role: str, password_name: str) -> str:
        """The URL of a database, with the password that .env gives the role."""
        return f"postgresql://{role}:{env_of(self.folder)[password_name]}@127.0.0.1:{self.ports.postgres}/{database}"

    def is_healthy(self, name: str) -> bool:
        """What the service's own health check says."""
        service = self.composed[name]
        done = subprocess.run(
            service.health,
            env=self.environment_of(service),
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=60,
        )
        return done.returncode == 0

    def log(self, name: str) -> str:
        """What the service has printed."""
        return (self.folder / f"{name}.log").read_text(errors="replace")

    def environment_of(self, service: Service) -> dict[str, str]:
        """The service's own, and what every container has."""
        programs = os.pathsep.join([str(Path(sys.executable).parent), str(self.postgres.psql_path.parent), os.environ["PATH"]])
        own = {"PATH": programs, "HOME": str(self.folder), "HOSTNAME": socket.gethostname()}
        return {**service.environment, **own_ports(self.ports), **own}


def places(folder: Path, name: str, ports: Ports) -> dict[str, str]:
    """What stands in the file for service `name`, and what it is on this machine."""
    return {
        "@postgres:5432": f"@127.0.0.1:{ports.postgres}",
        "@redis:6379": f"@127.0.0.1:{ports.redis}",
        "//api-server:8080": f"//127.0.0.1:{ports.api}",
        "//localhost:8080": f"//127.0.0.1:{ports.api}",
        "//localhost:8974": f"//127.0.0.1:{ports.scheduler_health}",
        "redis-server -": f"redis-server - --bind 127.0.0.1 --port {ports.redis}",
        "redis-cli": f"redis-cli -p {ports.redis}",
        "/opt/newshouse/dags": str(PROJECT_FOLDER / "dags"),
        "/opt/newshouse/plugins": str(PROJECT_FOLDER / "plugins"),
        "/opt/newshouse/sources": env_of(folder)["NEWSHOUSE_SOURCES_FOLDER"],  # the file mounts it
        "/opt/newshouse/archive": str(folder / "archive"),  # a volume that all share
        "/opt/newshouse/logs": str(folder / "logs" / name),  # not shared here, so that logs have to be served, as between two machines
        "/opt/newshouse/airflow": str(folder / "airflow" / name),  # each container's own
    }


def own_ports(ports: Ports) -> dict[str, str]:
    """The ports that are Airflow's defaults in a container; only loopback here."""
    return {
        "AIRFLOW__API__HOST": "127.0.0.1",
        "AIRFLOW__API__PORT": str(ports.api),
        "AIRFLOW__LOGGING__TRIGGER_LOG_SERVER_PORT": str(ports.trigger_logs),
        "AIRFLOW__LOGGING__WORKER_LOG_SERVER_PORT": str(ports.worker_logs),
        "AIRFLOW__SCHEDULER__SCHEDULER_HEALTH_CHECK_SERVER_PORT": str(ports.scheduler_health),
        "PGPORT": str(ports.postgres),
    }


@contextmanager
def native_stack(folder: Path) -> Iterator[Stack]:
    """Postgres and Redis, then `init`, then all others, in the order that the file asks for; gone on exit.

    `folder` holds the .env. Yields when the UI and the scheduler are healthy by the file's own checks.
    """
    require_program("redis-server")
    with ExitStack() as running:
        postgres = running.enter_context(embedded_postgres.start(folder / "postgres", is_disposable=True))
        ports = Ports(
            postgres=postgres.port,
            redis=free_port(),
            api=free_port(),
            scheduler_health=free_port(),
            worker_logs=free_port(),
            trigger_logs=free_port(),
        )
        composed = services(folder)
        composed |= {name: _on_this_machine(composed[name], places(folder, name, ports)) for name in TRANSLATED}
        stack = Stack(folder=folder, ports=ports, composed=composed, postgres=postgres)
        _initialise_postgres(stack)
        started: dict[str, subprocess.Popen[bytes]] = {}
        running.callback(_stop, started)
        started["redis"] = _started(stack, "redis")
        _wait(stack, started, ("postgres", "redis"))
        initial = _started(stack, "init")
        assert initial.wait(INIT_TIMEOUT_S) == 0, stack.log("init")
        for name in composed.keys() - {"postgres", "redis", "init"}:
            assert "init" in composed[name].after
            started[name] = _started(stack, name)
        _wait(stack, started, ("api-server", "scheduler"))
        yield stack


def until(condition: Callable[[], bool], timeout_s: float, failure: Callable[[], str]) -> None:
    """Returns as soon as `condition` holds; fails with the words of `failure` when it does not in time."""
    deadline = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline, failure()
        time.sleep(POLL_S)


def _on_this_machine(service: Service, table: Mapping[str, str]) -> Service:
    def placed(text: str) -> str:
        for there, here in table.items():
            text = text.replace(there, here)
        return text

    return Service(
        name=service.name,
        command=tuple(map(placed, service.command)),
        environment={name: placed(value) for name, value in service.environment.items()},
        health=tuple(map(placed, service.health)),
        after=service.after,
    )


def _initialise_postgres(stack: Stack) -> None:
    """What the image does with an empty data folder: the superuser's password, then every file of the mounted folder."""
    environment = {
        **stack.composed["postgres"].environment,
        "PGHOST": "127.0.0.1",
        "PGPORT": str(stack.ports.postgres),
        "PGUSER": "postgres",
        "PGPASSWORD": stack.postgres.passwords["postgres"],
    }
    empty = "drop database warehouse; drop database airflow; drop role newshouse_etl; drop role analyst; drop role airflow;"
    psql = [str(stack.postgres.psql_path), "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--dbname=postgres"]
    for file in ("-", *sorted(INITIAL_SQL.glob("*.sql"))):
        done = subprocess.run([*psql, f"--file={file}"], env=environment, input=empty, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def _started(stack: Stack, name: str) -> subprocess.Popen[bytes]:
    service = stack.composed[name]
    for part in ("logs", "airflow"):
        (stack.folder / part / name).mkdir(parents=True, exist_ok=True)
    with (stack.folder / f"{name}.log").open("wb") as log:
        return subprocess.Popen(
            service.command,
            env=stack.environment_of(service),
            cwd=stack.folder / "airflow" / name,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def _wait(stack: Stack, started: Mapping[str, subprocess.Popen[bytes]], names: Sequence[str]) -> None:
    """Until the services are healthy by their own checks; fails at once when one of those started has ended."""

    def is_up(name: str) -> bool:
        for other, process in started.items():
            assert process.poll() is None, f"{other} has ended:\n{stack.log(other)[-3000:]}"
        return stack.is_healthy(name)

    for name in names:
        until(partial(is_up, name), START_TIMEOUT_S, partial(_unhealthy, stack, name))


def _unhealthy(stack: Stack, name: str) -> str:
    return f"{name} is not healthy after {START_TIMEOUT_S} s:\n{stack.log(name)[-3000:]}"


def _stop(started: Mapping[str, subprocess.Popen[bytes]]) -> None:
    """TERM to every group, the broker last, then KILL to what is left."""
    order = sorted(started, key="redis".__eq__)
    for number in (signal.SIGTERM, signal.SIGKILL):
        for name in order:
            with suppress(ProcessLookupError):
                os.killpg(started[name].pid, number)
        deadline = time.monotonic() + STOP_TIMEOUT_S
        while any(_group_lives(started[name]) for name in order) and time.monotonic() < deadline:
            time.sleep(POLL_S)


def _group_lives(process: subprocess.Popen[bytes]) -> bool:
    process.poll()  # reaps the leader, which would count as alive for ever
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return False
    return True
