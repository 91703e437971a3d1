"""What the environment says: the one place where Newshouse reads environment variables."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newshouse.errors import SettingsError

PROJECT_FOLDER = Path(__file__).resolve().parents[2]
BUNDLED_SOURCES = Path(__file__).resolve().parent / "sources"
DEFAULT_USER_AGENT = "Newshouse/0.1 (news archive; set NEWSHOUSE_USER_AGENT to name a contact)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectTo:
    """Where to connect for hosts that match `pattern` (shell wildcard), as curl's --connect-to does; the URL stays as it is."""

    pattern: str
    address: str
    port: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything a stage needs to know of the place where it runs."""

    warehouse_url: str  # Postgres URL
    archive_root: str  # folder, or URL of an object store
    sources_folder: Path
    user_agent: str = DEFAULT_USER_AGENT
    connect_to: tuple[ConnectTo, ...] = ()
    max_page_bytes: int = 10_000_000  # on the wire and unpacked alike
    fetch_threads: int = 64  # requests under way at once, each to another host
    page_timeout_s: float = 30.0  # from the first byte sent to the last one received
    keep_captures_months: int | None = None  # of answers that no article stands on; None: for ever
    keep_outcomes_months: int | None = None  # of what became of each URL; None: for ever

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Raises SettingsError, naming the variable, where one is missing or wrong."""
        warehouse_url = environment.get("NEWSHOUSE_WAREHOUSE", "")
        if not warehouse_url.startswith(("postgresql://", "postgres://")):
            raise SettingsError(
                "NEWSHOUSE_WAREHOUSE must be a Postgres URL such as postgresql://user:password@host:5432/warehouse; "
                "`make up` prints the one of the embedded warehouse"
            )
        return cls(
            warehouse_url=warehouse_url,
            archive_root=environment.get("NEWSHOUSE_ARCHIVE", str(home_folder(environment) / "archive")),
            sources_folder=Path(environment.get("NEWSHOUSE_SOURCES", str(BUNDLED_SOURCES))),
            user_agent=environment.get("NEWSHOUSE_USER_AGENT", DEFAULT_USER_AGENT),
            connect_to=_connect_to(environment.get("NEWSHOUSE_CONNECT_TO", "")),
            max_page_bytes=int(_number(environment, "NEWSHOUSE_MAX_PAGE_BYTES", 10_000_000)),
            fetch_threads=max(1, int(_number(environment, "NEWSHOUSE_FETCH_THREADS", 64))),
            page_timeout_s=_number(environment, "NEWSHOUSE_PAGE_TIMEOUT_S", 30.0),
            keep_captures_months=_months(environment, "NEWSHOUSE_KEEP_CAPTURES_MONTHS"),
            keep_outcomes_months=_months(environment, "NEWSHOUSE_KEEP_OUTCOMES_MONTHS"),
        )


def home_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the embedded default keeps its things: `.newshouse` in the project, or the folder that NEWSHOUSE_HOME names."""
    return Path(environment.get("NEWSHOUSE_HOME", PROJECT_FOLDER / ".newshouse")).resolve()


def _connect_to(text: str) -> tuple[ConnectTo, ...]:
    entries = []
    for entry in filter(None, (part.strip() for part in text.split(","))):
        pattern, _, target = entry.partition("=")
        address, _, port = target.rpartition(":")
        if not (pattern and address and port.isdigit()):
            raise SettingsError(f"NEWSHOUSE_CONNECT_TO: {entry!r} is not of the form HOST_PATTERN=ADDRESS:PORT")
        entries.append(ConnectTo(pattern=pattern, address=address, port=int(port)))
    return tuple(entries)


def _months(environment: Mapping[str, str], name: str) -> int | None:
    return int(max(1, _number(environment, name, 1))) if environment.get(name) else None


def _number(environment: Mapping[str, str], name: str, default: float) -> float:
    text = environment.get(name)
    if text is None:
        return default
    try:
        number = float(text)
    except ValueError:
        raise SettingsError(f"{name} must be a number, got {text!r}") from None
    if number <= 0:
        raise SettingsError(f"{name} must be greater than zero, got {text!r}")
    return number
