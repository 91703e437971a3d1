"""The pages over a real Postgres, without Airflow: who may do what is said by the test."""

import socket
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from fastapi import FastAPI, HTTPException

from newshouse import marts
from newshouse.database import Connection, connect
from newshouse.settings import Settings
from newshouse.staging import StagedArticle
from newshouse.ui.application import Host, application
from tests.warehouse.captures import NOON, load_all, staged

BRIDGE = "https://courier.example/bridge"
MADE = "It is made of oak from the hills behind the town, and of iron from the yard where the ferries used to be mended in the winter."
OLD = f"The bridge opens at six on Monday.\n{MADE}\nNobody knows what it cost, and nobody will say who is going to pay for it in the end."
NEW = (
    f"The bridge opens at seven on Monday.\n{MADE}\nIt cost nine pounds, which the board paid out of what was left over from the old ferry."
)


@dataclass(slots=True, kw_only=True)
class Visitor:
    """Who looks at the pages, and which replays were asked for."""

    is_logged_in: bool = True
    may_trigger: bool = True
    replays: list[uuid.UUID] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The pages as a browser gets them, who looks at them, and a connection to what they show (autocommit)."""

    client: httpx.Client
    visitor: Visitor
    connection: Connection
    settings: Settings

    def get(self, path: str, **more: Any) -> str:
        answer = self.client.get(path, **more)
        assert answer.status_code == 200, answer.text
        return answer.text

    def load(self, run_id: str, *arrivals: StagedArticle) -> None:
        """What the arrivals say, loaded by a run and followed by search and marts."""
        with closing(connect(self.settings.warehouse_url, application_name="newshouse tests")) as connection:
            with connection:
                load_all(connection, run_id, arrivals)
            marts.refresh(connection)

    def rows(self, query: str, *params: object) -> list[Any]:
        with self.connection.cursor() as cursor:
            cursor.execute(query, params or None)
            return cursor.fetchall()


def host_for(visitor: Visitor, reader: Callable[[], Settings]) -> Host:
    def may_read() -> None:
        if not visitor.is_logged_in:
            raise HTTPException(401, "Not authenticated")

    def may_replay() -> None:
        may_read()
        if not visitor.may_trigger:
            raise HTTPException(403, "Forbidden")

    def start_replay(_user: object, quarantine_key: uuid.UUID) -> str:
        visitor.replays.append(quarantine_key)
        return "news_replay/replay__1"

    return Host(
        read_settings=reader,
        user=lambda: visitor,
        may_read=may_read,
        may_replay=may_replay,
        can_replay=lambda user: user.may_trigger,
        start_replay=start_replay,
    )


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The application over HTTP, below /news as in Airflow; gives its address."""
    root = FastAPI()
    root.mount("/news", app)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(root, log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/news"
        server.should_exit = True
        thread.join()


@pytest.fixture
def new_site(tmp_path: Path) -> Iterator[Callable[..., Site]]:
    """Makes the pages of a warehouse."""
    with ExitStack() as opened:

        def build(warehouse_url: str, *, statement_timeout_s: float = 10) -> Site:
            visitor = Visitor()
            settings = Settings(warehouse_url=warehouse_url, archive_root=str(tmp_path / "archive"), sources_folder=tmp_path)
            app = application(host_for(visitor, lambda: settings), statement_timeout_s=statement_timeout_s)
            address = opened.enter_context(served(app))
            client = opened.enter_context(httpx.Client(base_url=address, trust_env=False, timeout=30))
            connection = opened.enter_context(closing(connect(warehouse_url, application_name="newshouse tests")))
            connection.autocommit = True
            return Site(client=client, visitor=visitor, connection=connection, settings=settings)

        yield build


@pytest.fixture
def site(new_site: Callable[..., Site], shared_warehouse_url: str) -> Site:
    """The pages of an empty, migrated warehouse, to which nothing is written."""
    return new_site(shared_warehouse_url)


@pytest.fixture
def own_site(new_site: Callable[..., Site], warehouse_url: str) -> Site:
    """The pages of a warehouse of the test's own."""
    return new_site(warehouse_url)


@pytest.fixture
def filled(own_site: Site) -> Site:
    """An article that was edited, a copy of it, and one more."""
    own_site.load(
        "one",
        staged(BRIDGE, headline="A bridge opens", body=OLD, in_language="en"),
        staged(BRIDGE, hour=30, digest="b", headline="The bridge opens", body=NEW, in_language="en"),
        staged("https://gazette.example/copy", source_id="gazette", body=NEW, in_language="en", date_published=NOON + timedelta(hours=2)),
        staged("https://courier.example/rain", headline="Rain", body="It rained & rained. " * 9, date_published=NOON + timedelta(days=1)),
    )
    return own_site


def article_key(site: Site, headline: str) -> str:
    return str(site.rows("select article_key from mart.article_current where headline = %s", headline)[0].article_key)
