"""A month of days backfilled: forwards, backwards with a kill in the middle, at once and twice. One and the same warehouse."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from newshouse.model import Interval, utc_day
from tests.pipeline.conftest import House
from tests.pipeline.contents import contents, fetched_twice, unbalanced
from tests.pipeline.programs import start
from tests.site.expected import articles

DAYS = [utc_day(date(2025, 9, 1) + timedelta(days=number)) for number in range(30)]
MONTH = Interval(start=DAYS[0].start, end=DAYS[-1].end)
FEED_ONLY = """
id: feed-only
name: Only a feed
homepage: http://harbour-courier.example/
language: en-GB
time_zone: Europe/London
allow_loopback: true
politeness: {delay_s: 0.01}
discovery:
  - {strategy: feed, url: "http://harbour-courier.example/feed.xml"}
"""


@pytest.mark.timeout(600)
def test_a_month_of_days_is_one_and_the_same_in_any_order_with_a_kill_in_the_middle(new_house: Callable[[], House]) -> None:
    forwards, backwards, at_once = new_house(), new_house(), new_house()
    for day in DAYS:
        assert forwards.run(day)
    for number, day in enumerate(reversed(DAYS)):
        if number == len(DAYS) // 2:
            _run_and_kill(backwards, day)
        assert backwards.run(day)
    for _ in range(2):
        assert at_once.run(MONTH)

    expected = {(one.url, one.date_published) for one in articles() if MONTH.holds(one.date_published)}
    assert len(expected) > len(DAYS)
    assert set(forwards.rows("select url, date_published from mart.article_current")) == expected
    assert contents(forwards) == contents(backwards) == contents(at_once)
    for house in (forwards, backwards, at_once):
        assert fetched_twice(house) == []
        assert unbalanced(house) == []
    by_day = Counter(published_on for (published_on,) in forwards.rows("select published_on from mart.article_current"))
    assert by_day == Counter(published_at.date() for _, published_at in expected)


def test_a_month_of_a_feed_is_a_month_of_gaps(house: House, tmp_path: Path) -> None:
    (tmp_path / "feed-only.yaml").write_text(FEED_ONLY, encoding="utf-8")
    house = replace(house, settings=replace(house.settings, sources_folder=tmp_path))
    past = [utc_day(date(2025, 6, 1) + timedelta(days=number)) for number in range(30)]
    for day in past:
        assert not house.run(day)
    assert house.rows("select distinct outcome from ops.source_run") == [("not_backfillable",)]
    assert house.rows("select interval_start from mart.coverage_gap order by 1") == [(day.start,) for day in past]
    assert house.rows("select count(*) from mart.article_current") == [(0,)]


def _run_and_kill(house: House, day: Interval) -> None:
    """A run in a process of its own, killed after its first requests for pages."""
    asked = len(house.site.requests)
    process = start(house, "run", "--interval", day.start.isoformat(), day.end.isoformat())
    while process.poll() is None and len(house.site.requests) < asked + 8:
        house.rows("select pg_sleep(0.001)")
    process.kill()
    assert process.wait() < 0, "the run was faster than the killer"
