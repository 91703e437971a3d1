"""docker-compose.yml as Docker Compose itself understands it."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from newshouse.settings import PROJECT_FOLDER
from tests.programs import require_program

PLUGIN_FOLDERS = ("/usr/libexec/docker/cli-plugins", "/usr/lib/docker/cli-plugins", "/usr/local/lib/docker/cli-plugins")


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What a container of the service runs, and with which environment; `health` is the command that proves its health."""

    name: str
    command: tuple[str, ...]
    environment: dict[str, str]
    health: tuple[str, ...]  # empty where the service has no health check
    after: tuple[str, ...]  # the services that it waits for


def compose_folder(folder: Path, **settings: str) -> Path:
    """`folder` with docker-compose.yml and the .env that `make secrets` writes, `settings` added to it."""
    for name in ("docker-compose.yml", ".env.example"):
        shutil.copy(PROJECT_FOLDER / name, folder)
    subprocess.run([sys.executable, PROJECT_FOLDER / "docker" / "write_env.py", folder], check=True, capture_output=True)
    with (folder / ".env").open("a") as file:
        file.writelines(f"{name}={value}\n" for name, value in settings.items())
    return folder


def env_of(folder: Path) -> dict[str, str]:
    """The settings of a folder's .env."""
    lines = (folder / ".env").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


def config(folder: Path) -> subprocess.CompletedProcess[str]:
    """What `docker-compose config` says in `folder`, free of this process's environment."""
    compose = require_program("docker-compose", *(f"{place}/docker-compose" for place in PLUGIN_FOLDERS))
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder)}
    return subprocess.run([compose, "config"], cwd=folder, env=environment, capture_output=True, text=True, check=False)


def services(folder: Path) -> dict[str, Service]:
    """The services by name, every variable filled in."""
    done = config(folder)
    assert done.returncode == 0, done.stderr
    return {name: _service(name, told) for name, told in yaml.safe_load(done.stdout)["services"].items()}


def _service(name: str, told: dict[str, Any]) -> Service:
    kind, *test = told.get("healthcheck", {}).get("test", ["NONE"])
    return Service(
        name=name,
        command=tuple(_plain(word) for word in told["command"]),
        environment={key: _plain(str(value)) for key, value in told["environment"].items() if value is not None},
        health={"NONE": (), "CMD": tuple(map(_plain, test)), "CMD-SHELL": ("sh", "-c", *map(_plain, test))}[kind],
        after=tuple(told.get("depends_on", ())),
    )


def _plain(text: str) -> str:
    return text.replace("$$", "$")
