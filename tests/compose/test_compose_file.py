"""docker-compose.yml is valid, safe by default, and says what the embedded default says."""

import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from newshouse.local.airflow_process import environment
from newshouse.local.home import Home
from newshouse.settings import PROJECT_FOLDER
from tests.compose.compose_file import Service, compose_folder, config, env_of, services

AIRFLOW_SERVICES = ("api-server", "dag-processor", "init", "scheduler", "triggerer", "worker")
LOGINS = ("ADMIN_PASSWORD", "VIEWER_PASSWORD")

# What is bound to differ: addresses, folders, secrets, the executor, and what only one of the two forms needs.
DIFFERENT_BY_NATURE = {
    "AIRFLOW_CONN_WAREHOUSE",
    "AIRFLOW_HOME",
    "AIRFLOW__API__BASE_URL",
    "AIRFLOW__API__HOST",
    "AIRFLOW__API__PORT",
    "AIRFLOW__API__SECRET_KEY",
    "AIRFLOW__API__WORKERS",
    "AIRFLOW__API_AUTH__JWT_SECRET",
    "AIRFLOW__CORE__DAGS_FOLDER",
    "AIRFLOW__CORE__EXECUTOR",
    "AIRFLOW__CORE__PARALLELISM",
    "AIRFLOW__CORE__PLUGINS_FOLDER",
    "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE",
    "AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL",
    "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN",
    "AIRFLOW__LOGGING__TRIGGER_LOG_SERVER_PORT",
    "AIRFLOW__LOGGING__WORKER_LOG_SERVER_PORT",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return compose_folder(tmp_path_factory.mktemp("compose"))


@pytest.fixture(scope="module")
def composed(folder: Path) -> dict[str, Service]:
    return services(folder)


def test_the_file_is_valid_with_the_env_that_make_secrets_writes(composed: dict[str, Service]) -> None:
    assert set(composed) == {"postgres", "redis", *AIRFLOW_SERVICES}


def test_without_env_nothing_starts_and_the_message_says_what_to_do(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "docker-compose.yml").write_bytes((folder / "docker-compose.yml").read_bytes())
    done = config(tmp_path)
    assert done.returncode != 0
    assert "run `make secrets` first" in done.stderr


def test_every_single_secret_is_required(folder: Path) -> None:
    """A secret with a default would be a password that everybody knows."""
    text = (folder / "docker-compose.yml").read_text()
    named = set(re.findall(r"\$\{([A-Z_]+):\?", text))
    assert named == _secret_names()
    for name in named:
        assert not re.search(rf"\$\{{{name}(?!:\?)", text), f"{name} is used without being required"


def test_secrets_are_random_and_for_their_owner_only(folder: Path, tmp_path: Path) -> None:
    mine, others = env_of(folder), env_of(compose_folder(tmp_path))
    for name in _secret_names():
        assert len(mine[name]) >= 44
        assert mine[name] != others[name]
    assert stat.S_IMODE((folder / ".env").stat().st_mode) == 0o600


def test_writing_secrets_again_keeps_them_and_adds_new_ones(tmp_path: Path) -> None:
    before = env_of(compose_folder(tmp_path, NEWSHOUSE_PORT="9999"))
    with (tmp_path / ".env.example").open("a") as file:
        file.write("NEW_PASSWORD=\n")
    subprocess.run([sys.executable, PROJECT_FOLDER / "docker" / "write_env.py", tmp_path], check=True, capture_output=True)
    after = env_of(tmp_path)
    assert after.pop("NEW_PASSWORD")
    assert after == before


def test_no_service_has_a_setting_that_the_embedded_default_sees_otherwise(composed: dict[str, Service], tmp_path: Path) -> None:
    embedded = environment(Home(folder=tmp_path), metadata_url="postgresql://", warehouse_url="postgresql://", port=1)
    embedded = {name: value for name, value in embedded.items() if name.startswith("AIRFLOW") or name == "NEWSHOUSE_BACKFILL_POOL"}
    for service in AIRFLOW_SERVICES:
        there = composed[service].environment
        for name in embedded.keys() - DIFFERENT_BY_NATURE:
            assert there.get(name) == embedded[name], f"{service}: {name}"


def test_every_setting_of_the_library_can_be_made_in_env() -> None:
    known = set(re.findall(r'"(NEWSHOUSE_[A-Z_]+)"', (PROJECT_FOLDER / "plugins" / "newshouse" / "settings.py").read_text()))
    common = yaml.safe_load((PROJECT_FOLDER / "docker-compose.yml").read_text())["x-newshouse"]["environment"]
    assert known - {"NEWSHOUSE_HOME"} <= common.keys()  # the home is the embedded default's


def test_all_airflow_services_share_image_keys_and_settings(composed: dict[str, Service], folder: Path) -> None:
    told = yaml.safe_load(config(folder).stdout)["services"]
    assert {told[name]["image"] for name in AIRFLOW_SERVICES} == {"newshouse:local"}
    common = [{key: value for key, value in composed[name].environment.items() if key not in LOGINS} for name in AIRFLOW_SERVICES]
    assert all(settings == common[0] for settings in common)


def test_only_this_machine_reaches_the_published_ports(folder: Path) -> None:
    told = yaml.safe_load(config(folder).stdout)["services"]
    published = {name: service["ports"] for name, service in told.items() if service.get("ports")}
    assert published.keys() == {"api-server", "postgres"}
    assert all("127.0.0.1" in str(port) for ports in published.values() for port in ports)


def test_workers_can_be_scaled(folder: Path) -> None:
    worker = yaml.safe_load(config(folder).stdout)["services"]["worker"]
    assert not {"container_name", "hostname", "ports"} & worker.keys()


def test_the_image_gets_all_that_it_copies_and_nothing_else() -> None:
    copied = re.findall(r"^COPY (?!--)(.+) \S+$", (PROJECT_FOLDER / "Dockerfile").read_text(), re.MULTILINE)
    paths = {path for line in copied for path in line.split()}
    allowed = re.findall(r"^!(.+)$", (PROJECT_FOLDER / ".dockerignore").read_text(), re.MULTILINE)
    assert paths == set(allowed)
    assert all((PROJECT_FOLDER / path).exists() for path in paths)


def _secret_names() -> set[str]:
    return set(re.findall(r"^([A-Z_]+)=$", (PROJECT_FOLDER / ".env.example").read_text(), re.MULTILINE))
