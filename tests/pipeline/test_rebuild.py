"""`newshouse rebuild`: the archive alone gives the warehouse again, histories, copies and all."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newshouse import in_process, marts, rebuilding
from newshouse.database import connect
from newshouse.errors import NewshouseError, SettingsError, WarehouseError
from newshouse.model import RunMode, utc_day
from newshouse.settings import BUNDLED_SOURCES
from tests.network.faulty_server import FaultyServer, response
from tests.pipeline import odd_site
from tests.pipeline.conftest import SILENT, House
from tests.pipeline.programs import await_bar, barred, kill_at_bar, start
from tests.site import DEMO_DAY
from tests.warehouse_dump import warehouse_dump

DAY, NEXT_DAY = utc_day(DEMO_DAY), utc_day(DEMO_DAY + timedelta(days=1))
SHIFTED = "/a-date-is-corrected"
WAITING = "select count(*) from pg_stat_activity where application_name = %s and wait_event_type = 'Lock'"
FORGETFUL = """
    create function public.forget() returns trigger language plpgsql as 'begin return null; end';
    create trigger forget before insert on staging.article for each row when (new.source_id = 'harbour-courier')
        execute function public.forget();
    select 1
"""  # as if Postgres had crashed: staging is unlogged


def test_a_warehouse_with_a_history_is_rebuilt_byte_for_byte(house: House) -> None:
    house.site.now = datetime(2025, 9, 18, 6, tzinfo=UTC)
    assert house.run(DAY)
    house.site.now = datetime(2025, 10, 6, 6, tzinfo=UTC)
    assert house.run(DAY, mode=RunMode.REFETCH)
    before, asked = warehouse_dump(house.connection), len(house.site.requests)
    assert len(before["revision_span"]) > len(before["article"])

    assert in_process.rebuild(house.settings, console=SILENT)

    assert warehouse_dump(house.connection) == before
    assert len(house.site.requests) == asked, "a rebuild asks no publisher anything"


def test_a_lost_warehouse_layer_comes_back(house: House) -> None:
    assert house.run(DAY)
    before = warehouse_dump(house.connection)
    house.rows("truncate warehouse.article, warehouse.author, warehouse.story_cluster cascade; select 1")
    assert in_process.rebuild(house.settings, console=SILENT)
    assert warehouse_dump(house.connection) == before


def test_a_rebuild_without_the_source_files_of_the_runs_is_refused_and_changes_nothing(house: House) -> None:
    assert house.run(DAY)
    before = warehouse_dump(house.connection)
    with pytest.raises(SettingsError, match="no file for harbour-courier"):
        in_process.rebuild(replace(house.settings, sources_folder=BUNDLED_SOURCES), console=SILENT)
    assert warehouse_dump(house.connection) == before


@pytest.mark.parametrize("table", ["staging.article", "warehouse.article_capture", "warehouse.cluster_member", "mart.fact_article"])
def test_a_rebuild_killed_at_any_moment_leaves_the_warehouse_as_it_was(house: House, table: str) -> None:
    assert house.run(DAY)
    before, facts = warehouse_dump(house.connection), house.rows("select * from mart.fact_article order by article_key")
    with barred(house, table, "insert"):
        kill_at_bar(house, start(house, "rebuild"))
    assert warehouse_dump(house.connection) == before
    assert house.rows("select * from mart.fact_article order by article_key") == facts
    assert in_process.rebuild(house.settings, console=SILENT)
    assert warehouse_dump(house.connection) == before
    assert house.rows("select * from mart.fact_article order by article_key") == facts


def test_a_refresh_during_a_rebuild_waits_for_it_and_fails_neither(house: House) -> None:
    assert house.run(DAY)
    before = warehouse_dump(house.connection)
    with ThreadPoolExecutor(1) as pool, closing(connect(house.settings.warehouse_url, application_name="newshouse refresh")) as other:
        with barred(house, "warehouse.article_capture", "insert"):
            rebuild = start(house, "rebuild")
            await_bar(house, rebuild)
            refreshed = pool.submit(marts.refresh, other)
            while house.rows(WAITING, "newshouse refresh") == [(0,)]:
                assert not refreshed.done()
        assert rebuild.wait(timeout=60) == 0
        refreshed.result(timeout=60)
    assert warehouse_dump(house.connection) == before


def test_a_rebuild_that_cannot_read_the_archive_changes_nothing(house: House) -> None:
    assert house.run(DAY)
    before = warehouse_dump(house.connection)
    folder = Path(house.settings.archive_root)
    folder.rename(folder.with_name("elsewhere"))
    with pytest.raises(NewshouseError, match="is NEWSHOUSE_ARCHIVE right"):
        in_process.rebuild(house.settings, console=SILENT)
    assert warehouse_dump(house.connection) == before
    folder.with_name("elsewhere").rename(folder)
    assert in_process.rebuild(house.settings, console=SILENT)
    assert warehouse_dump(house.connection) == before


def test_a_rebuild_without_one_of_the_archives_files_changes_nothing(house: House) -> None:
    assert house.run(DAY)
    before = warehouse_dump(house.connection)
    for file in Path(house.settings.archive_root).rglob("harbour-courier-*.warc.gz"):
        file.unlink()
    with pytest.raises(WarehouseError, match="harbour-courier: 4 pages that the warehouse stands on cannot be read any more"):
        in_process.rebuild(house.settings, console=SILENT)
    assert warehouse_dump(house.connection) == before
    in_process.rebuild(house.settings, allows_lost=True, console=SILENT)
    assert house.rows("select distinct source_id from warehouse.article order by 1") == [("norden-blatt",), ("the-inland-post",)]


def test_a_rebuild_that_another_run_has_overtaken_changes_nothing(house: House) -> None:
    assert house.run(DAY)
    plan = rebuilding.planned(house.settings)
    assert house.run(NEXT_DAY)
    before = warehouse_dump(house.connection)
    with pytest.raises(WarehouseError, match="another run has loaded meanwhile"):
        rebuilding.replace_layer(house.settings, {}, plan.held, allows_lost=False)
    assert warehouse_dump(house.connection) == before


def test_what_staging_has_lost_is_not_taken_for_nothing(house: House) -> None:
    assert house.run(DAY)
    before = warehouse_dump(house.connection)
    house.rows(FORGETFUL)
    with pytest.raises(WarehouseError, match="harbour-courier: staging has lost 4 pages"):
        in_process.rebuild(house.settings, console=SILENT)
    assert warehouse_dump(house.connection) == before


@pytest.mark.parametrize("days", [(DAY,), (DAY, NEXT_DAY), (NEXT_DAY, DAY)], ids=["first day", "forwards", "backwards"])
def test_an_article_whose_date_the_publisher_corrects_keeps_its_place(house: House, tmp_path: Path, days: tuple[object, ...]) -> None:
    with FaultyServer({}) as server:
        odd = odd_site.house_for(house, server, tmp_path / "odd")
        odd_site.publish(server, {SHIFTED: odd_site.page("Pier repaired", "2025-09-17T23:30:00+00:00")})
        assert odd.run(DAY)
        server.answers[SHIFTED] = response(odd_site.page("Pier repaired", "2025-09-18T00:30:00+00:00"))
        for day in days:
            odd.run(day, mode=RunMode.REFETCH)  # type: ignore[arg-type]
    before = warehouse_dump(house.connection)
    assert len(before["article"]) == 1

    assert in_process.rebuild(odd.settings, console=SILENT)

    assert warehouse_dump(house.connection) == before


def test_a_house_that_never_loaded_anything_has_nothing_to_rebuild(new_house: Callable[[], House]) -> None:
    house = new_house()
    before = warehouse_dump(house.connection)
    assert in_process.rebuild(house.settings, console=SILENT)
    assert warehouse_dump(house.connection) == before
