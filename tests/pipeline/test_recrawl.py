"""Articles that are asked for again: edits, withdrawals, and what is not due."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newshouse import in_process, recrawling
from newshouse.model import utc_day
from tests.network.faulty_server import FaultyServer, response
from tests.pipeline.conftest import SILENT, House
from tests.pipeline.odd_site import house_for, page, publish
from tests.warehouse_dump import warehouse_dump

NOW = datetime.now(UTC)
YESTERDAY = (NOW - timedelta(days=1)).date()
AT = f"{YESTERDAY}T00:30:00Z"
PATHS = ("/a", "/b", "/c")
TEXT = ("The board has since said that the third crane will not lift before the summer, and that it never promised otherwise to anybody.",)


@pytest.fixture
def server() -> Iterator[FaultyServer]:
    with FaultyServer({}) as running:
        yield running


@pytest.fixture
def loaded(house: House, server: FaultyServer, tmp_path: Path) -> House:
    """A house with three articles of yesterday."""
    house = house_for(house, server, tmp_path / "sources")
    pages = {path: page(f"The harbour board meets about crane {path[1:]} of the pier", AT) for path in PATHS}
    publish(server, pages, lastmod=str(YESTERDAY))
    assert house.run(utc_day(YESTERDAY))
    assert house.rows("select count(*) from mart.article_current") == [(3,)]
    return house


@pytest.fixture
def recrawl(loaded: House, monkeypatch: pytest.MonkeyPatch) -> Callable[[], bool]:
    """Asks again; the ladder has a step at this very moment."""

    def asked_again() -> bool:
        monkeypatch.setattr(recrawling, "LADDER", (datetime.now(UTC) - datetime.fromisoformat(AT),))
        return in_process.recrawl(loaded.settings, sources_folder=None, only=(), console=SILENT)

    return asked_again


def due(house: House, now: datetime) -> int:
    return len(recrawling.due(house.connection, "odd", now))


def test_an_article_is_due_once_for_each_step_of_the_ladder(loaded: House, recrawl: Callable[[], bool]) -> None:
    published = datetime.fromisoformat(AT)
    due_after = {days: due(loaded, published + timedelta(days=days, minutes=1)) for days in (2, 3, 7, 8, 30, 91, 200)}
    assert due_after == {2: 3, 3: 3, 7: 3, 8: 3, 30: 3, 91: 3, 200: 0}
    assert recrawl()
    assert due(loaded, datetime.now(UTC)) == 0
    asked = "select count(*) from ops.url_outcome join ops.run using (run_id) where kind = 'recrawl'"
    assert loaded.rows(asked) == [(3,)]


def test_an_edit_becomes_a_revision_and_a_withdrawal_is_noted(loaded: House, server: FaultyServer, recrawl: Callable[[], bool]) -> None:
    server.answers["/b"] = response(page("The harbour board meets about crane b of the pier", AT, body=TEXT * 3))
    server.answers["/c"] = response(b"gone", status="410 Gone")

    assert recrawl()

    told = loaded.rows("select right(url, 2), revision_count, pub_status from mart.article_current order by url")
    assert told == [("/a", 1, "published"), ("/b", 2, "published"), ("/c", 1, "gone")]
    latest = "select right(url, 2), url_outcome.outcome, reason from ops.url_outcome join ops.run using (run_id) where kind = 'recrawl'"
    assert loaded.rows(f"{latest} order by url") == [("/a", "unchanged", None), ("/b", "loaded", None), ("/c", "rejected", "gone")]


def test_a_page_that_comes_back_is_published_again(loaded: House, server: FaultyServer, recrawl: Callable[[], bool]) -> None:
    before = server.answers["/c"]
    server.answers["/c"] = response(b"gone", status="404 Not Found")
    assert recrawl()
    server.answers["/c"] = before
    assert recrawl()
    assert loaded.rows("select distinct pub_status from mart.article_current") == [("published",)]


def test_a_busy_server_withdraws_nothing(loaded: House, server: FaultyServer, recrawl: Callable[[], bool]) -> None:
    server.answers["/c"] = response(b"", status="503 Service Unavailable")
    recrawl()
    assert loaded.rows("select distinct pub_status from mart.article_current") == [("published",)]


def test_a_rebuild_knows_of_withdrawals_and_edits(loaded: House, server: FaultyServer, recrawl: Callable[[], bool]) -> None:
    server.answers["/b"] = response(page("The harbour board meets about crane b of the pier", AT, body=TEXT * 3))
    server.answers["/c"] = response(b"gone", status="410 Gone")
    assert recrawl()
    told = "select right(url, 2), revision_count, pub_status from mart.article_current order by url"
    before = loaded.rows(told)
    assert in_process.rebuild(loaded.settings, console=SILENT)
    assert loaded.rows(told) == before


def test_a_page_that_has_lost_its_date_is_rejected_as_by_a_rebuild(
    loaded: House, server: FaultyServer, recrawl: Callable[[], bool]
) -> None:
    server.answers["/b"] = response(page("The harbour board meets about crane b of the pier", None, body=TEXT * 3))
    assert recrawl()
    latest = "select right(url, 2), url_outcome.outcome, reason from ops.url_outcome join ops.run using (run_id) where kind = 'recrawl'"
    assert loaded.rows(f"{latest} order by url") == [("/a", "unchanged", None), ("/b", "rejected", "no_date"), ("/c", "unchanged", None)]
    assert loaded.rows("select count(*) from mart.article_current where published_on is null") == [(0,)]
    before = warehouse_dump(loaded.connection)
    assert in_process.rebuild(loaded.settings, console=SILENT)
    assert warehouse_dump(loaded.connection) == before
