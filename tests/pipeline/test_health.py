"""A redesign that silently empties a field, or hides the articles, is told the same night."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from newshouse.model import Interval, utc_day
from tests.network.faulty_server import FaultyServer
from tests.pipeline.conftest import House
from tests.pipeline.odd_site import house_for, page, publish
from tests.site import DEMO_DAY

PER_DAY = 12
DAYS = [DEMO_DAY + timedelta(days=number) for number in range(8)]
WEEK, NIGHT = Interval(start=utc_day(DAYS[0]).start, end=utc_day(DAYS[-2]).end), utc_day(DAYS[-1])
LATEST = "select source_run.outcome, source_run.reason from ops.source_run join ops.run using (run_id) order by run.started_at desc limit 1"


def edition(number: int, *, count: int = PER_DAY, **linked_data: object) -> dict[str, bytes]:
    """The pages of one day."""
    day = DAYS[number]
    return {
        f"/{day:%Y/%m/%d}/{story}": page(
            f"Story number {story} of the edition of day {number}", f"{day}T{story % 24:02}:00:00Z", **linked_data
        )
        for story in range(count)
    }


@pytest.fixture
def week(house: House, tmp_path: Path) -> Iterator[tuple[House, FaultyServer, dict[str, bytes]]]:
    """A house that has loaded a week, its publisher, and the pages of that week."""
    with FaultyServer({}) as server:
        house = house_for(house, server, tmp_path / "sources")
        pages = {path: body for number in range(7) for path, body in edition(number, author={"name": "Ada Pole"}).items()}
        publish(server, pages, lastmod="2025-09-30")
        assert house.run(WEEK)
        assert house.rows(LATEST) == [("ok", None)]
        yield house, server, pages


def test_a_field_that_is_suddenly_empty_turns_the_source_partial(week: tuple[House, FaultyServer, dict[str, bytes]]) -> None:
    house, server, pages = week
    publish(server, pages | edition(7), lastmod="2025-09-30")
    house.run(NIGHT)
    told = "unlike the 28 days before: authors is filled in 0 of 12 articles, where 100% are usual"
    assert house.rows(LATEST) == [("partial", told)]
    assert house.rows("select count(*) from mart.article_current where published_on = %s", DAYS[-1]) == [(PER_DAY,)]


def test_a_night_with_hardly_an_article_turns_the_source_partial(week: tuple[House, FaultyServer, dict[str, bytes]]) -> None:
    house, server, pages = week
    publish(server, pages | edition(7, count=1, author={"name": "Ada Pole"}), lastmod="2025-09-30")
    house.run(NIGHT)
    assert house.rows(LATEST) == [("partial", "unlike the 28 days before: articles: 1, where about 12 are usual")]


def test_an_ordinary_night_is_left_alone_and_so_is_a_second_look(week: tuple[House, FaultyServer, dict[str, bytes]]) -> None:
    house, server, pages = week
    publish(server, pages | edition(7, author={"name": "Ada Pole"}), lastmod="2025-09-30")
    for _ in range(2):
        assert house.run(NIGHT)
        assert house.rows(LATEST) == [("ok", None)]
