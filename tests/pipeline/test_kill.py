"""Killed at any moment and run again, the warehouse is that of an undisturbed run, and nothing in the archive was fetched twice."""

import random
import sys
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newshouse import in_process, stages
from newshouse.archive import Archive
from newshouse.model import Run, RunMode, utc_day
from newshouse.warc import Kind
from tests.pipeline.conftest import SILENT, House
from tests.pipeline.contents import contents, fetched_twice, unbalanced
from tests.pipeline.programs import barred, kill_at_bar, start, start_program
from tests.site import DEMO_DAY
from tests.site.expected import articles_of
from tests.warehouse_dump import warehouse_dump

DAY = utc_day(DEMO_DAY)
TWO = ("harbour-courier", "the-inland-post")  # they share a wire story
RUN = ("run", "--interval", DAY.start.isoformat(), DAY.end.isoformat(), "--source", TWO[0], "--source", TWO[1])
PAGE = articles_of(TWO[0], DAY)[1].url
MOMENTS = (  # table and event that the process is about to write when it is killed, in the order of the stages
    ("raw.discovered_url", "insert", "true"),  # documents read, and not noted
    ("raw.capture", "insert", f"new.url = '{PAGE}'"),  # a page archived, and not indexed
    ("raw.warc_file", "update", "true"),  # files written, and not closed
    ("staging.article", "insert", "true"),
    ("ops.url_outcome", "update", "new.reason = 'not_loaded'"),  # staged, and not noted
    ("warehouse.article_capture", "insert", "true"),
    ("warehouse.cluster_member", "insert", "true"),
    ("ops.url_outcome", "update", "new.outcome in ('loaded', 'duplicate')"),  # loaded, and not noted
    ("ops.check_result", "insert", "true"),
)
MOMENTS_OF = {
    "discover": [("raw.discovered_url", "insert or update", "true"), ("ops.url_outcome", "insert", "true")],
    "fetch": [("raw.capture", "insert", f"new.url = '{PAGE}'"), ("raw.warc_file", "update", "true")],
    "extract": [("staging.article", "insert", "true"), ("ops.url_outcome", "update", "new.reason = 'not_loaded'")],
    "load": [("warehouse.article_capture", "insert", "true"), ("ops.url_outcome", "update", "new.reason is null")],
}
STAGE = """
import sys
from newshouse import stages
from newshouse.settings import Settings
stage, run_id, source_id = sys.argv[1:]
settings = Settings.from_environment()
stages.do(stage, run_id, stages.source_of(source_id, settings), settings)
"""


def test_a_run_killed_at_every_stage_is_completed_by_the_next_run(new_house: Callable[[], House]) -> None:
    undisturbed, house = new_house(), new_house()
    assert undisturbed.run(DAY, only=TWO)
    asked_before = len(house.site.requests)

    for table, event, when in MOMENTS:
        with barred(house, table, event, when):
            kill_at_bar(house, start(house, *RUN))
    assert house.run(DAY, only=TWO)

    assert contents(house) == contents(undisturbed)
    assert fetched_twice(house) == []
    asked = Counter(request.host + request.path for request in house.site.requests[asked_before:])
    assert asked[PAGE.removeprefix("http://")] == 1  # it was in the archive, and a killed process had not told the index
    _expect_a_sound_house(house)


def test_a_run_killed_at_random_again_and_again_is_completed_by_the_next_run(new_house: Callable[[], House]) -> None:
    undisturbed, house = new_house(), new_house()
    assert undisturbed.run(DAY, only=TWO)

    dice = random.Random(20250917)
    requests_of_a_run = len(undisturbed.site.requests)
    killed = 0
    for _ in range(5):
        process = start(house, *RUN)
        asked = len(house.site.requests) + dice.randrange(requests_of_a_run)
        while process.poll() is None and len(house.site.requests) < asked:
            house.rows("select pg_sleep(0.001)")
        if process.poll() is None:
            house.rows(f"select pg_sleep({dice.choice((0, 0.05, 0.2))})")
            process.kill()
        killed += process.wait() < 0
    assert house.run(DAY, only=TWO)

    assert killed, "every run was faster than the killer"
    assert contents(house) == contents(undisturbed)
    assert fetched_twice(house) == []
    _expect_a_sound_house(house)


def test_a_process_killed_while_a_page_drips_loses_that_page_only(new_house: Callable[[], House]) -> None:
    house = new_house()
    house.site.fault(PAGE.removeprefix("http://"), "slow")
    process = start(house, *RUN)
    while not any(PAGE.endswith(request.path) for request in house.site.requests):
        assert process.poll() is None, "the process ended before it asked for the page"
        house.rows("select pg_sleep(0.01)")
    process.kill()
    process.wait()
    house.site.fault(PAGE.removeprefix("http://"), None)
    archived = {url for (url,) in house.rows("select url from raw.capture")}
    assert PAGE not in archived

    asked_before = len(house.site.requests)
    assert house.run(DAY, only=TWO)

    again = {f"http://{request.host}{request.path}" for request in house.site.requests[asked_before:]}
    documents = {url for (url,) in house.rows("select url from raw.discovery_document")}
    assert again & archived <= documents
    assert fetched_twice(house) == []
    assert {one.url for one in articles_of(TWO[0], DAY)} <= {url for (url,) in house.rows("select url from mart.article_current")}


@pytest.mark.parametrize("mode", [RunMode.FETCH_MISSING, RunMode.REFETCH])
def test_a_task_killed_and_tried_again_goes_on_where_it_was(new_house: Callable[[], House], mode: RunMode) -> None:
    undisturbed, house = new_house(), new_house()
    if mode is RunMode.REFETCH:
        house.site.now = datetime(2025, 9, 18, 6, tzinfo=UTC)  # before the first edits
        assert all(one.run(DAY, only=TWO[:1]) for one in (undisturbed, house))
        house.site.now = datetime(2025, 10, 6, 6, tzinfo=UTC)
    assert undisturbed.run(DAY, only=TWO[:1], mode=mode)
    run = Run(run_id="scheduled__1", interval=DAY, mode=mode)
    chosen = stages.chosen_sources(house.settings, TWO[:1])
    stages.plan(run, chosen, house.settings, kind="nightly")

    for stage in stages.STAGES:
        for table, event, when in MOMENTS_OF.get(stage, ()):
            with barred(house, table, event, when):
                kill_at_bar(house, start_program(house, sys.executable, "-c", STAGE, stage, run.run_id, TWO[0]))
        stages.do(stage, run.run_id, chosen.sources[0], house.settings)

    assert stages.publish(run.run_id, house.settings)
    assert contents(house) == contents(undisturbed)
    answers = house.rows(
        "select url, count(*) from raw.capture, ops.run where run_id = %s and captured_at >= run.started_at"
        " and url not in (select url from raw.discovery_document) group by url having count(*) > 1",
        run.run_id,
    )
    assert answers == []
    _expect_a_sound_house(house)


def test_a_torn_record_at_the_end_of_a_file_costs_its_page_one_more_request(new_house: Callable[[], House]) -> None:
    undisturbed, house = new_house(), new_house()
    assert undisturbed.run(DAY, only=TWO)
    with barred(house, "raw.capture", "insert", f"new.url = '{PAGE}'"):
        kill_at_bar(house, start(house, *RUN))
    file, offset = _last_response(house, PAGE)
    with file.open("r+b") as torn:
        torn.truncate(offset + 100)

    assert house.run(DAY, only=TWO)

    assert contents(house) == contents(undisturbed)
    assert fetched_twice(house) == []
    _expect_a_sound_house(house)


def _last_response(house: House, url: str) -> tuple[Path, int]:
    archive = Archive(house.settings.archive_root)
    for (warc_file,) in house.rows("select warc_file from raw.warc_file where closed_at is null"):
        records = list(archive.records(str(warc_file), lambda _: TWO[0])) if archive.exists(str(warc_file)) else []
        responses = [record for record in records if record.kind is Kind.RESPONSE]
        if responses and responses[-1].url == url:
            return Path(str(archive.path(str(warc_file)))), responses[-1].offset
    raise AssertionError(f"no open file of the archive ends with {url}")


def _expect_a_sound_house(house: House) -> None:
    """Balances hold, files are closed, and the archive alone gives the same warehouse, byte for byte."""
    assert unbalanced(house) == []
    assert house.rows("select warc_file from raw.warc_file where closed_at is null") == []
    before = warehouse_dump(house.connection)
    assert before["article"]
    assert in_process.rebuild(house.settings, console=SILENT)
    assert warehouse_dump(house.connection) == before
