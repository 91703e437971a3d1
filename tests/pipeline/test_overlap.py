"""Runs that overlap in time and in what they are about: one and the same warehouse, and no page fetched twice."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from newshouse import in_process, stages
from newshouse.model import Interval, Run, RunMode, utc_day
from tests.pipeline.conftest import SILENT, House
from tests.pipeline.contents import contents, fetched_twice, unbalanced
from tests.pipeline.programs import start
from tests.site import DEMO_DAY
from tests.site.expected import articles_of
from tests.warehouse_dump import warehouse_dump

COURIER = "harbour-courier"
DAY = utc_day(DEMO_DAY)
BEFORE = Interval(start=DAY.start - timedelta(days=2), end=DAY.end)
AROUND = Interval(start=DAY.start - timedelta(days=1), end=DAY.end + timedelta(days=1))


@pytest.mark.parametrize("others", [(DAY, DAY), (BEFORE, AROUND)], ids=["one day three times", "a night and two backfills that overlap"])
def test_runs_at_the_same_time_give_one_warehouse_and_fetch_no_page_twice(
    new_house: Callable[[], House], others: tuple[Interval, Interval]
) -> None:
    in_turn, house = new_house(), new_house()
    for one in (DAY, *others):
        assert in_turn.run(one)
    asked_before = len(house.site.requests)

    processes = [start(house, "run", "--interval", one.start.isoformat(), one.end.isoformat()) for one in (DAY, *others)]

    assert [process.wait(timeout=100) for process in processes] == [0, 0, 0]
    assert contents(house) == contents(in_turn)
    assert fetched_twice(house) == []
    assert unbalanced(house) == []
    assert house.rows("select * from ops.url_outcome where outcome = 'pending'") == []
    documents = {url for (url,) in house.rows("select url from raw.discovery_document")}
    asked = Counter(f"http://{request.host}{request.path}" for request in house.site.requests[asked_before:])
    assert [url for url, times in asked.items() if times > 1 and url not in documents and not url.endswith("/robots.txt")] == []
    before = warehouse_dump(house.connection)
    assert in_process.rebuild(house.settings, console=SILENT)
    assert warehouse_dump(house.connection) == before


@pytest.mark.parametrize("mode", [RunMode.FETCH_MISSING, RunMode.REFETCH])
def test_two_attempts_of_each_task_at_once_do_its_work_once(new_house: Callable[[], House], mode: RunMode) -> None:
    """As when a supervisor is killed: its task runs on to the end while the retry already runs."""
    in_turn, house = new_house(), new_house()
    assert in_turn.run(DAY, only=(COURIER,))
    run = Run(run_id="scheduled__1", interval=DAY, mode=mode)
    chosen = stages.chosen_sources(house.settings, (COURIER,))
    stages.plan(run, chosen, house.settings, kind="nightly")

    with ThreadPoolExecutor(2) as pool:
        for stage in stages.STAGES:
            list(pool.map(lambda _: stages.do(stage, run.run_id, chosen.sources[0], house.settings), range(2)))  # noqa: B023

    assert stages.publish(run.run_id, house.settings)
    assert contents(house) == contents(in_turn)
    assert fetched_twice(house) == []
    assert unbalanced(house) == []
    loaded = {url for (url,) in house.rows("select url from ops.url_outcome where outcome = 'loaded'")}
    assert loaded == {one.url for one in articles_of(COURIER, DAY)}
