"""The weekly care: what it makes ahead, what it may forget, and what must stay."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from newshouse import in_process
from newshouse.archive import Archive
from newshouse.maintaining import STEPS, Retention, maintain, month_start
from newshouse.model import utc_day
from tests.pipeline.conftest import SILENT, House
from tests.site import DEMO_DAY
from tests.warehouse_dump import warehouse_dump

DAY = utc_day(DEMO_DAY)
FOR_EVER, SHORT = Retention(), Retention(captures_months=1, outcomes_months=1)
MONTHS = "select relname from pg_class where relnamespace = 'raw'::regnamespace and relkind = 'r' and relname ~ 'capture_\\d' order by 1"


@pytest.mark.parametrize(("months_back", "start"), [(0, (2026, 1)), (1, (2025, 12)), (13, (2024, 12)), (-1, (2026, 2)), (-12, (2027, 1))])
def test_months_are_counted_over_the_ends_of_years(months_back: int, start: tuple[int, int]) -> None:
    assert month_start(datetime(2026, 1, 31, 23, 59, tzinfo=UTC), months_back) == datetime(*start, 1, tzinfo=UTC)


def test_partitions_are_made_before_their_months_begin(house: House) -> None:
    for _ in range(2):
        maintain("partitions", house.settings, FOR_EVER, now=datetime(2031, 11, 5, tzinfo=UTC))
    found = [name for (name,) in house.rows(MONTHS)]
    assert found[-4:] == ["capture_2031_11", "capture_2031_12", "capture_2032_01", "capture_2032_02"]


def test_nothing_is_forgotten_unless_somebody_asks(house: House) -> None:
    assert house.run(DAY)
    before = [house.rows(f"select count(*) from {table}") for table in ("raw.capture", "raw.warc_file", "ops.url_outcome")]
    for step in STEPS:
        maintain(step, house.settings, FOR_EVER, now=datetime(2090, 1, 1, tzinfo=UTC))
    assert [house.rows(f"select count(*) from {table}") for table in ("raw.capture", "raw.warc_file", "ops.url_outcome")] == before


def test_retention_leaves_all_that_the_warehouse_stands_on(house: House) -> None:
    assert house.run(DAY)
    archive, before = Archive(house.settings.archive_root), warehouse_dump(house.connection)
    files = [str(name) for (name,) in house.rows("select warc_file from raw.warc_file")]
    roles = Counter(role for (role,) in house.rows("select role from raw.capture"))
    watched = house.rows("select count(*) from raw.discovery_document")
    later = datetime(2090, 1, 1, tzinfo=UTC)
    maintain("partitions", house.settings, FOR_EVER, now=datetime(2089, 8, 1, tzinfo=UTC))

    counts = maintain("retention", house.settings, SHORT, now=later)

    assert roles["document"] > 0
    assert {role for (role,) in house.rows("select role from raw.capture")} == {"page"}
    assert house.rows("select * from raw.capture where url_key not in (select url_key from warehouse.article_url)") == []
    gone = [name for name in files if not archive.exists(name)]
    assert counts["files"] == len(gone) > 0
    assert sorted(set(files) - set(gone)) == [name for (name,) in house.rows("select warc_file from raw.warc_file order by 1")]
    assert house.rows("select count(*) from ops.url_outcome") == [(0,)]
    assert house.rows("select count(*) from raw.discovery_document") == watched
    assert counts["months"] == 4  # made ahead, and empty
    assert warehouse_dump(house.connection) == before
    assert in_process.rebuild(house.settings, console=SILENT)
    assert warehouse_dump(house.connection) == before
    assert sum(maintain("retention", house.settings, Retention(captures_months=1), now=later).values()) == 0


def test_young_answers_stay(house: House) -> None:
    assert house.run(DAY)
    count = house.rows("select count(*) from raw.capture")
    assert maintain("retention", house.settings, SHORT, now=datetime.now(UTC))["captures"] == 0
    assert house.rows("select count(*) from raw.capture") == count


def test_vacuum_takes_what_needs_it(house: House) -> None:
    assert house.run(DAY)
    house.rows("select pg_stat_force_next_flush()")
    assert maintain("vacuum", house.settings, FOR_EVER, now=datetime.now(UTC))["tables"] > 0
    assert house.rows("select count(*) > 0 from pg_stat_user_tables where last_vacuum is not null") == [(True,)]
