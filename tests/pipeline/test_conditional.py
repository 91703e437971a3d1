"""A page that the archive has is asked for only as far as it is another one by now."""

import shutil
from pathlib import Path

from newshouse.model import RunMode, utc_day
from tests.pipeline.conftest import House
from tests.site import DEMO_DAY
from tests.warehouse_dump import warehouse_dump

DAY = utc_day(DEMO_DAY)
COURIER = "harbour-courier"
REVISITED = "select count(*) from raw.capture where status = 304"
LATEST = "(select run_id from ops.run order by started_at desc limit 1)"


def test_pages_that_still_hold_are_confirmed_and_change_nothing(house: House) -> None:
    assert house.run(DAY, only=(COURIER,))
    before = warehouse_dump(house.connection)

    assert house.run(DAY, only=(COURIER,), mode=RunMode.REFETCH)

    assert warehouse_dump(house.connection) == before
    ((confirmed,),) = house.rows(REVISITED)
    outcomes = dict(house.rows(f"select outcome, count(*) from ops.url_outcome where run_id = {LATEST} group by outcome"))
    assert isinstance(confirmed, int)
    assert confirmed >= outcomes["unchanged"] > 0
    assert "pending" not in outcomes
    assert (
        house.rows(
            "select revisit.url from raw.capture as revisit where revisit.status = 304 and not exists (select 1 from raw.capture as page"
            " where page.url_key = revisit.url_key and page.payload_digest = revisit.payload_digest and page.status = 200)"
        )
        == []
    )


def test_a_page_whose_archive_file_is_gone_is_fetched_whole(house: House) -> None:
    assert house.run(DAY, only=(COURIER,))
    shutil.rmtree(Path(house.settings.archive_root) / COURIER)

    assert house.run(DAY, only=(COURIER,), mode=RunMode.REFETCH)

    assert house.rows(REVISITED) == [(0,)]


def test_what_the_host_says_to_programs_is_in_the_archive_and_its_index(house: House) -> None:
    assert house.run(DAY, only=(COURIER,))
    home = f"http://{COURIER}.example"
    asked = {f"{home}/robots.txt", f"{home}/.well-known/tdmrep.json", f"{home}/ai.txt"}
    assert {url for (url,) in house.rows("select url from raw.capture where role = 'robots'")} == asked
    documents = "select count(*) from raw.discovery_document join raw.capture using (capture_key) where capture.role <> 'document'"
    assert house.rows(documents) == [(0,)]
    assert house.rows("select distinct tdm_reservation from raw.capture where role = 'page' and status = 200") == [("none",)]
