"""A Postgres of our own below a folder: made on first use, started and stopped with the program that needs it.

The default warehouse of `make run` and `make up`, and the database of the tests. Speaks TCP on 127.0.0.1 with SCRAM passwords that
stand in one file readable by its owner only. Not the place for schemas: see `migrations`.
"""

import fcntl
import hashlib
import json
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from newshouse.database import connect
from newshouse.errors import WarehouseError
from newshouse.postgres_binaries import Account, account, find_binaries, is_reachable, reachable_binaries
from newshouse.postgres_process import environment, identity, is_postmaster, launch, stop, stop_leftover
from newshouse.settings import PROJECT_FOLDER

OUTSIDE = Path("/var/lib/newshouse")  # for a root user whose checkout lies below a private home, which no other account may enter
DATABASES_MADE = "databases.3.made"  # the number grows when what is made changes: every step finds what is there
FUNCTIONS = PROJECT_FOLDER / "docker" / "postgres" / "warehouse_functions.sql"
ROLES = ("postgres", "newshouse_etl", "analyst", "airflow")


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A running server: how to reach it, and as whom."""

    port: int
    passwords: Mapping[str, str]  # by role: postgres (superuser), newshouse_etl, analyst, airflow
    psql_path: Path
    log_path: Path

    def url(self, database: str = "warehouse", user: str = "newshouse_etl") -> str:
        return f"postgresql://{user}:{self.passwords[user]}@127.0.0.1:{self.port}/{database}"


@contextmanager
def start(folder: Path, *, is_disposable: bool = False) -> Iterator[Server]:
    """The server whose data lie below `folder`, made on first use, stopped on leaving.

    Holds the databases `warehouse` (owner newshouse_etl) and `airflow` (owner airflow) and the role analyst. Call it from the main
    thread: on Linux the server stops by itself when that thread dies, even by SIGKILL. `is_disposable` trades durability for speed.
    Raises WarehouseError where another process holds `folder`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _sole_user(folder):
        user = account()
        home = _home(folder, user)
        binaries = reachable_binaries(find_binaries(), user, home)
        passwords = _initialise(home, binaries, user, is_disposable)
        stop_leftover(home / "data")
        process, port = launch(home, binaries, user, is_disposable)
        server = Server(port=port, passwords=passwords, psql_path=binaries / "psql", log_path=home / "postgres.log")
        try:
            _create_databases(server, home)
            _write_private(
                folder / "server.json",
                json.dumps({"pid": process.pid, "port": port, "psql_path": str(server.psql_path), "home": str(home)}),
            )
            yield server
        finally:
            (folder / "server.json").unlink(missing_ok=True)
            stop(process)


def running(folder: Path) -> Server | None:
    """The server that another process of this account has started below `folder`, or None where none runs."""
    try:
        said = json.loads((folder / "server.json").read_text())
    except FileNotFoundError:
        return None
    home = Path(said["home"])
    if not is_postmaster(said["pid"], home / "data"):
        return None
    passwords = json.loads((home / "passwords.json").read_text())
    return Server(port=said["port"], passwords=passwords, psql_path=Path(said["psql_path"]), log_path=home / "postgres.log")


@contextmanager
def _sole_user(folder: Path) -> Iterator[None]:
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise WarehouseError(
                f"the embedded Postgres in {folder} is in use by another process: stop `make up` or `make run` first"
            ) from None
        yield


def _home(folder: Path, user: Account | None) -> Path:
    """Where the data go: `folder`, or a folder outside of the private home that `folder` lies in."""
    if user is None or is_reachable(folder, user):
        return folder.resolve()
    if (folder / "data").exists():
        raise WarehouseError(
            f"{folder} holds a Postgres, and the account {user.name} may not enter that folder any more: let it (chmod o+x), or move it"
        )
    home = OUTSIDE / hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:12]
    if not (folder / "outside").exists():  # the folder was deleted, or never was: so are the data that belong to it
        shutil.rmtree(home, ignore_errors=True)
        (folder / "outside").write_text(str(home))
    home.mkdir(parents=True, exist_ok=True, mode=0o755)
    return home


def _initialise(home: Path, binaries: Path, user: Account | None, is_disposable: bool) -> Mapping[str, str]:
    """The passwords; makes the cluster first where there is none. A cluster without its passwords is an interrupted one: made anew."""
    kept = home / "passwords.json"
    if kept.exists() and (home / "data" / "PG_VERSION").exists():
        passwords: dict[str, str] = json.loads(kept.read_text())
        return passwords
    passwords = {role: secrets.token_urlsafe(24) for role in ROLES}
    fresh = home / "data.new"
    (home / DATABASES_MADE).unlink(missing_ok=True)
    for leftover in (fresh, home / "data"):
        shutil.rmtree(leftover, ignore_errors=True)
    fresh.mkdir(mode=0o700)
    password_file = home / "superuser"
    _write_private(password_file, passwords["postgres"])
    if user:
        for path in (fresh, password_file):
            os.chown(path, user.uid, user.gid)
    command = [
        str(binaries / "initdb"),
        "-D",
        str(fresh),
        "-U",
        "postgres",
        "--auth=scram-sha-256",
        f"--pwfile={password_file}",
        "--encoding=UTF8",
    ]
    command += _locale(binaries) + (["--no-sync"] if is_disposable else [])
    done = subprocess.run(command, capture_output=True, text=True, cwd="/", check=False, env=environment(), **identity(user))
    password_file.unlink()
    if done.returncode != 0:
        raise WarehouseError(f"initdb failed in {fresh}: {done.stderr.strip() or done.stdout.strip()}")
    _write_private(kept, json.dumps(passwords))
    fresh.rename(home / "data")
    return passwords


def _locale(binaries: Path) -> list[str]:
    """Byte order with Unicode's letters: the same on every machine. Postgres brings it along since version 17."""
    version = subprocess.run([str(binaries / "postgres"), "--version"], capture_output=True, text=True, check=True, cwd="/").stdout.split()[
        -1
    ]
    if version.split(".")[0].isdigit() and int(version.split(".")[0]) >= 17:
        return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    return ["--locale=C.UTF-8"] if sys.platform == "linux" else ["--locale=C"]


def _create_databases(server: Server, home: Path) -> None:
    """Roles and databases, once per cluster; an interrupted first start is completed by the next."""
    if (home / DATABASES_MADE).exists():
        return
    connection = connect(server.url("postgres", "postgres"), application_name="newshouse embedded")
    connection.autocommit = True  # `create database` cannot be part of a transaction
    with closing(connection), connection.cursor() as cursor:
        for role in ("newshouse_etl", "analyst", "airflow"):
            cursor.execute("select 1 from pg_roles where rolname = %s", (role,))
            if not cursor.fetchone():
                cursor.execute(f"create role {role} login password %s", (server.passwords[role],))
        cursor.execute("alter role analyst set statement_timeout = '5min'")
        cursor.execute("alter role analyst set search_path = mart, warehouse, public")
        for database, owner in (("warehouse", "newshouse_etl"), ("airflow", "airflow")):
            cursor.execute("select 1 from pg_database where datname = %s", (database,))
            if not cursor.fetchone():
                cursor.execute(f"create database {database} owner {owner}")
    connection = connect(server.url("warehouse", "postgres"), application_name="newshouse embedded")
    with closing(connection), connection, connection.cursor() as cursor:
        cursor.execute(FUNCTIONS.read_text(encoding="utf-8").replace("\\connect warehouse\n", ""))  # a command of psql
    (home / DATABASES_MADE).touch()


def _write_private(path: Path, text: str) -> None:
    """Whole or not at all, and readable by its owner only."""
    draft = path.with_name(f"{path.name}.draft")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    draft.replace(path)
