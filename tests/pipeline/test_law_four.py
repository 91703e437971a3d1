"""One publisher's trouble is its own: one that hangs or floods delays nobody else's articles."""

import os
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

from newshouse.fetching import MAX_FAILURES
from newshouse.model import utc_day
from newshouse.page_fetching import PAGES_PER_FILE
from newshouse.settings import ConnectTo
from tests.network.faulty_server import FaultyServer, response
from tests.pipeline.conftest import House
from tests.pipeline.odd_site import HOME, SOURCE, page, publish, sitemap

NIGHT = utc_day(date(2025, 9, 17))
STORY = page("The story of a publisher that is well", "2025-09-17T08:00:00Z")
LOADED = "select source_id, count(*) from mart.article_current group by source_id"


def house_of(house: House, folder: Path, sick: FaultyServer, well: FaultyServer, **more: object) -> House:
    """The house with the two publishers `odd` and `well`."""
    folder.mkdir()
    (folder / "odd.yaml").write_text(SOURCE + "  max_pages_per_run: 5\n", encoding="utf-8")
    (folder / "well.yaml").write_text(SOURCE.replace("odd", "well"), encoding="utf-8")
    places = tuple(
        ConnectTo(pattern=f"{name}.example", address="127.0.0.1", port=server.port) for name, server in (("odd", sick), ("well", well))
    )
    return replace(house, settings=replace(house.settings, sources_folder=folder, connect_to=places, **more))  # type: ignore[arg-type]


def publish_well(server: FaultyServer) -> None:
    publish(server, {"/story": STORY})
    listed = sitemap([HOME.replace("odd", "well") + "/story"], "2025-09-17")
    server.answers["/sitemap.xml"] = response(listed, content_type="application/xml")


def test_a_source_that_hangs_delays_nobody_elses_loading(house: House, tmp_path: Path) -> None:
    asked, released = threading.Event(), threading.Event()

    def hang(connection: socket.socket, closing: threading.Event) -> None:
        asked.set()
        released.wait(60)

    with FaultyServer({}) as sick, FaultyServer({}) as well, ThreadPoolExecutor(1) as pool:
        publish(sick, {"/story": STORY})
        sick.answers["/story"] = hang
        publish_well(well)
        running = pool.submit(house_of(house, tmp_path / "sources", sick, well, page_timeout_s=120.0).run, NIGHT)
        try:
            assert asked.wait(60)
            while not house.rows(LOADED):
                assert not running.done()
                house.rows("select pg_sleep(0.05)")
            assert house.rows(LOADED) == [("well", 1)]
            assert not running.done(), "the other one still hangs"
        finally:
            released.set()
        assert running.result()
    assert house.rows("select outcome, reason from ops.url_outcome where source_id = 'odd'") == [("pending", "host_busy")]


def test_a_source_that_floods_is_cut_off_at_its_budget_and_the_other_is_loaded(house: House, tmp_path: Path) -> None:
    with FaultyServer({}) as sick, FaultyServer({}) as well:
        publish(sick, {f"/story/{number}": STORY for number in range(5_000)})
        publish_well(well)
        house = house_of(house, tmp_path / "sources", sick, well)
        assert house.run(NIGHT)
        assert len([path for path in sick.paths() if path.startswith("/story/")]) == 5
    assert dict(house.rows(LOADED))["well"] == 1
    counts = "select outcome, reason, count(*) from ops.url_outcome where source_id = 'odd' and outcome = 'pending' group by 1, 2"
    assert house.rows(counts) == [("pending", "budget_spent", 4_995)]


def test_on_an_object_store_the_budget_and_a_busy_host_are_those_of_the_whole_run(house: House, tmp_path: Path) -> None:
    """There a file is closed after so many pages, and the next one begun."""
    with FaultyServer({}) as sick, FaultyServer({}) as well:
        publish(sick, {f"/story/{number}": STORY for number in range(3 * PAGES_PER_FILE)})
        publish(well, {f"/story/{number}": STORY for number in range(3 * PAGES_PER_FILE)})
        sick.answers |= {path: response(b"", status="503 Busy") for path in sick.answers if path.startswith("/story/")}
        listed = sitemap([f"http://well.example/story/{number}" for number in range(3 * PAGES_PER_FILE)], "2025-09-17")
        well.answers["/sitemap.xml"] = response(listed, content_type="application/xml")
        house = house_of(house, tmp_path / "sources", sick, well, archive_root=f"memory://{tmp_path.name}-{os.getpid()}")
        text = (house.settings.sources_folder / "well.yaml").read_text(encoding="utf-8")
        (house.settings.sources_folder / "well.yaml").write_text(f"{text}  max_pages_per_run: {PAGES_PER_FILE + 5}\n", encoding="utf-8")
        (house.settings.sources_folder / "odd.yaml").write_text(SOURCE, encoding="utf-8")
        house.run(NIGHT)
        assert len([path for path in well.paths() if path.startswith("/story/")]) == PAGES_PER_FILE + 5
        assert len([path for path in sick.paths() if path.startswith("/story/")]) == MAX_FAILURES
