"""The Postgres server as a process: started so that it stops with us, told apart from others, stopped cleanly."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from newshouse.errors import WarehouseError
from newshouse.postgres_binaries import Account

START_TIMEOUT_S = 60.0
STOP_TIMEOUT_S = 60.0
POLL_S = 0.02
PR_SET_PDEATHSIG = 1  # <linux/prctl.h>
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "max_connections": "200",
    "max_wal_size": "1GB",
}
DISPOSABLE = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
}


def launch(home: Path, binaries: Path, user: Account | None, is_disposable: bool) -> tuple[subprocess.Popen[bytes], int]:
    for _ in range(5):  # somebody may take the free port before Postgres does
        port = _free_port(home)
        settings = {**SETTINGS, **(DISPOSABLE if is_disposable else {}), "port": str(port)}
        command = [str(binaries / "postgres"), "-D", str(home / "data")] + [f"--{name}={value}" for name, value in settings.items()]
        with (home / "postgres.log").open("wb") as log:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd="/",
                env=environment(),
                start_new_session=True,  # Ctrl-C is ours to handle
                preexec_fn=_die_with_parent(os.getpid()) if sys.platform == "linux" else None,
                **identity(user),
            )
        if _is_ready(process, home / "data"):
            (home / "port").write_text(str(port))
            return process, port
        said = (home / "postgres.log").read_text(errors="replace")
        if "Address already in use" not in said:
            break
    raise WarehouseError(f"Postgres did not start in {home}: {said.strip()[-1500:]}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """Fast, clean shutdown: sessions are ended, everything committed is on disk."""
    process.send_signal(signal.SIGINT)
    try:
        process.wait(STOP_TIMEOUT_S)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGQUIT)
        process.wait()


def stop_leftover(data: Path) -> None:
    """Ends the server that a killed predecessor left on `data`, and forgets a postmaster.pid whose number belongs to another program."""
    pid_file = data / "postmaster.pid"
    if not pid_file.exists():
        return
    first = pid_file.read_text().split("\n", 1)[0]
    pid = abs(int(first)) if first.lstrip("-").isdigit() else 0
    if pid and is_postmaster(pid, data):
        os.kill(pid, signal.SIGINT)
        deadline = time.monotonic() + STOP_TIMEOUT_S
        while is_postmaster(pid, data):
            if time.monotonic() > deadline:
                raise WarehouseError(f"a Postgres left over from a killed run (PID {pid}) still holds {data} and does not stop: end it")
            time.sleep(POLL_S)
    pid_file.unlink(missing_ok=True)


def is_postmaster(pid: int, data: Path) -> bool:
    """Is `pid` alive and a Postgres on `data`: a number alone may be another program's by now."""
    proc = Path(f"/proc/{pid}/cmdline")
    try:
        if Path("/proc/self").exists():
            words = proc.read_bytes().split(b"\0")
        else:
            words = subprocess.run(["ps", "-ww", "-o", "command=", "-p", str(pid)], capture_output=True, check=False).stdout.split()
    except OSError:
        return False
    return bool(words) and b"postgres" in words[0] and str(data).encode() in words


def identity(user: Account | None) -> dict[str, Any]:
    return {"user": user.uid, "group": user.gid, "extra_groups": []} if user else {}


def environment() -> dict[str, str]:
    """Ours without the variables that would make Postgres programs connect elsewhere or speak another language."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_")) and name not in {"LANG", "LANGUAGE"}}
    return {**kept, "LC_ALL": "C"}


def _die_with_parent(parent: int) -> Callable[[], None]:
    """What the child does before it becomes Postgres: it asks for a fast, clean shutdown (SIGINT) on its parent's death."""
    prctl = ctypes.CDLL(None).prctl

    def ask() -> None:
        prctl(PR_SET_PDEATHSIG, signal.SIGINT)
        if os.getppid() != parent:
            os._exit(1)

    return ask


def _is_ready(process: subprocess.Popen[bytes], data: Path) -> bool:
    """Waits until postmaster.pid bears our process's number and the word ready; False where the process has ended."""
    deadline = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < deadline:
        if process.poll() is not None:
            return False
        with suppress(OSError):
            lines = (data / "postmaster.pid").read_text().splitlines()
            if len(lines) >= 8 and lines[0] == str(process.pid) and lines[7].strip() == "ready":
                return True
        time.sleep(POLL_S)
    stop(process)
    return False


def _free_port(home: Path) -> int:
    """The port of last time where it is still free, so that addresses stay valid; else any."""
    wanted = [int((home / "port").read_text())] if (home / "port").exists() else []
    for port in [*wanted, 0]:
        with socket.socket() as probe, suppress(OSError):
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
            return int(probe.getsockname()[1])
    raise WarehouseError("no free TCP port on 127.0.0.1")
