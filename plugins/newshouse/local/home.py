"""Where the embedded default keeps its things: `.newshouse` in the project, or the folder that NEWSHOUSE_HOME names."""

import fcntl
import json
import os
import secrets
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from newshouse.errors import SettingsError
from newshouse.settings import home_folder

SECRET_BYTES = 48  # Airflow signs with HS512, which wants 64 characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The folders of one embedded Newshouse."""

    folder: Path

    @classmethod
    def from_environment(cls) -> "Home":
        return cls(folder=home_folder())

    @property
    def postgres(self) -> Path:
        return self.folder / "postgres"

    @property
    def archive(self) -> Path:
        return self.folder / "archive"

    @property
    def airflow(self) -> Path:
        return self.folder / "airflow"

    def log(self, name: str) -> Path:
        logs = self.folder / "logs"
        logs.mkdir(parents=True, exist_ok=True)
        return logs / f"{name}.log"

    def secrets(self, *names: str) -> dict[str, str]:
        """Random secrets by name, made at the first call and kept in a file that only its owner can read."""
        path = self.folder / "secrets.json"
        known = json.loads(path.read_text()) if path.exists() else {}
        missing = [name for name in names if name not in known]
        if missing:
            known |= {name: secrets.token_urlsafe(SECRET_BYTES) for name in missing}
            self.folder.mkdir(parents=True, exist_ok=True)
            write_private(path, json.dumps(known, indent=2))
        return {name: known[name] for name in names}

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Held by one `make run` or `make up` at a time. Raises SettingsError when another holds it; a killed holder frees it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("a+") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise SettingsError(
                    f"another `make run` or `make up` is using {self.folder}: stop it first, or set NEWSHOUSE_HOME"
                ) from None
            yield


def write_private(path: Path, text: str) -> None:
    """Writes a file that only its owner can read, never half-written."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
    temporary.replace(path)


def free_port(preferred: int = 0) -> int:
    """`preferred` where nobody listens there, else a free port of 127.0.0.1."""
    for port in (preferred, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise SettingsError("no free port on 127.0.0.1")
