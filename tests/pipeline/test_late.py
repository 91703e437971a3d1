"""What is announced too late for its own day is swept up by the next night, under its own date."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newshouse import in_process
from newshouse.model import utc_day
from tests.network.faulty_server import FaultyServer
from tests.pipeline.conftest import SILENT, House
from tests.pipeline.odd_site import house_for, page, publish
from tests.site import DEMO_DAY
from tests.warehouse_dump import warehouse_dump

DAY, NEXT = utc_day(DEMO_DAY), utc_day(DEMO_DAY + timedelta(days=1))
IN_TIME = {"/a": page("The board met in time for the evening edition", "2025-09-17T08:00:00Z")}
TODAY = {"/b": page("A ferry came in and nobody was on board of it", "2025-09-18T08:00:00Z")}
LATE = {"/2025/09/17/c": page("The minutes of the meeting came out at last", "2025-09-17T20:00:00Z")}
TOO_EARLY = {"/2025/09/16/d": page("What happened before anybody was watching it", "2025-09-16T20:00:00Z")}


@pytest.fixture
def server() -> Iterator[FaultyServer]:
    with FaultyServer({}) as running:
        yield running


def headlines(house: House) -> set[object]:
    return {headline for (headline,) in house.rows("select headline from mart.article_current")}


def test_the_next_night_takes_what_came_late_for_a_day_that_was_run(house: House, server: FaultyServer, tmp_path: Path) -> None:
    house = house_for(house, server, tmp_path / "sources")
    publish(server, IN_TIME)
    assert house.run(DAY)
    publish(server, IN_TIME | TODAY | LATE | TOO_EARLY, lastmod="2025-09-18")

    assert house.run(NEXT, takes_late=True)

    assert headlines(house) == {
        "The board met in time for the evening edition",
        "A ferry came in and nobody was on board of it",
        "The minutes of the meeting came out at last",
    }
    assert house.rows("select date_published::date::text from mart.article_current where headline like 'The minutes%%'") == [
        ("2025-09-17",)
    ]
    before = warehouse_dump(house.connection)
    assert in_process.rebuild(house.settings, console=SILENT)
    assert warehouse_dump(house.connection) == before


def test_a_page_without_a_hint_loads_with_the_day_that_was_run_and_never_before(
    new_house: Callable[[], House], server: FaultyServer, tmp_path: Path
) -> None:
    pages = IN_TIME | TODAY | {"/c": page("A page whose address tells nothing of its day", "2025-09-17T21:00:00Z")}
    publish(server, pages, lastmod="2025-09-30")
    alone, after = (house_for(new_house(), server, tmp_path / "sources") for _ in range(2))
    assert alone.run(NEXT)
    assert headlines(alone) == {"A ferry came in and nobody was on board of it"}
    assert house_outcomes(alone) == {("/a", "outside_interval"), ("/c", "outside_interval"), ("/b", None)}

    publish(server, IN_TIME, lastmod="2025-09-30")
    assert after.run(DAY)
    publish(server, pages, lastmod="2025-09-30")
    assert after.run(NEXT)
    assert len(headlines(after)) == 3


def test_a_run_for_a_day_of_its_own_sweeps_nothing_up(house: House, server: FaultyServer, tmp_path: Path) -> None:
    house = house_for(house, server, tmp_path / "sources")
    publish(server, IN_TIME)
    assert house.run(DAY)
    publish(server, IN_TIME | LATE, lastmod="2025-09-17")
    later = utc_day(DEMO_DAY + timedelta(days=3))
    house.run(later)
    assert len(headlines(house)) == 1
    house.run(utc_day(DEMO_DAY + timedelta(days=4)), takes_late=True)
    assert len(headlines(house)) == 1, "the sitemap's dates kept the address out of the ledger"
    assert house.run(DAY)
    assert len(headlines(house)) == 2


def test_what_was_rejected_is_not_swept_up_every_night(house: House, server: FaultyServer, tmp_path: Path) -> None:
    house = house_for(house, server, tmp_path / "sources")
    publish(server, IN_TIME)
    assert house.run(DAY)
    publish(server, IN_TIME | TODAY | {"/2025/09/17/none": b"<html><body>nothing</body></html>"}, lastmod="2025-09-18")
    house.run(NEXT, takes_late=True)
    asked = server.paths().count("/2025/09/17/none")
    house.run(utc_day(DEMO_DAY + timedelta(days=2)), takes_late=True)
    assert (asked, server.paths().count("/2025/09/17/none")) == (1, 1)


def house_outcomes(house: House) -> set[tuple[object, object]]:
    return {(str(url).partition(".example")[2], reason) for url, reason in house.rows("select url, reason from ops.url_outcome")}
