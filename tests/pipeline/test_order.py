"""The order in which days are asked for does not show: law 2, end to end."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from newshouse import in_process
from newshouse.model import Interval, utc_day
from tests.pipeline.conftest import SILENT, House
from tests.pipeline.contents import contents, fetched_twice, unbalanced
from tests.site import DEMO_DAY
from tests.site.expected import articles
from tests.warehouse_dump import warehouse_dump

DAYS = [utc_day(DEMO_DAY + timedelta(days=number)) for number in (-1, 0, 1)]
WHOLE = Interval(start=DAYS[0].start, end=DAYS[-1].end)


def test_days_forwards_backwards_at_once_and_twice_give_the_same_warehouse(new_house: Callable[[], House]) -> None:
    forwards, backwards, at_once, twice = (_backfilled(new_house(), order) for order in (DAYS, DAYS[::-1], [WHOLE], [*DAYS, WHOLE, *DAYS]))

    promised = {one.url for one in articles() if WHOLE.holds(one.date_published)}
    assert {url for (url,) in forwards.rows("select url from mart.article_current")} == promised
    assert contents(forwards) == contents(backwards) == contents(at_once) == contents(twice)
    for house in (forwards, backwards, at_once, twice):
        assert fetched_twice(house) == []
        assert unbalanced(house) == []
        assert house.rows("select * from ops.url_outcome where outcome = 'pending'") == []
        before = warehouse_dump(house.connection)
        assert in_process.rebuild(house.settings, console=SILENT)
        assert warehouse_dump(house.connection) == before


def test_every_day_loads_its_own_articles_whatever_was_asked_before(new_house: Callable[[], House]) -> None:
    house = _backfilled(new_house(), DAYS[::-1])
    loaded = house.rows(
        "select run.interval_start, url_outcome.url from ops.run join ops.url_outcome using (run_id) where url_outcome.outcome = 'loaded'"
    )
    assert sorted(loaded, key=str) == sorted(
        ((day.start, one.url) for day in DAYS for one in articles() if day.holds(one.date_published)), key=str
    )


def _backfilled(house: House, intervals: Sequence[Interval]) -> House:
    for interval in intervals:
        assert house.run(interval)
    return house
