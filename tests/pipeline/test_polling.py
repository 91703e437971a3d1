"""A feed that turns over five times a day loses nothing, since it is read every hour."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from newshouse import in_process, polling
from newshouse.errors import SourceBusy, SourceFailed
from newshouse.model import utc_day
from newshouse.source_file import load_sources
from tests.network.faulty_server import FaultyServer, response
from tests.pipeline.conftest import SILENT, House
from tests.pipeline.odd_site import HOME, SOURCE, house_for, page
from tests.site import DEMO_DAY

HOURS = 24
FEED_LENGTH = 20
NEW_PER_HOUR = 5  # 120 a day
DAY = utc_day(DEMO_DAY)


def feed(newest: int, day: date = DEMO_DAY) -> bytes:
    shown = range(max(0, newest - FEED_LENGTH), newest)
    items = "".join(
        f"<item><link>{HOME}/story-{number}</link><title>Story {number}</title>"
        f"<pubDate>{day:%a, %d %b %Y} {number // NEW_PER_HOUR:02}:30:00 GMT</pubDate></item>"
        for number in reversed(shown)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Odd</title>{items}</channel></rss>'.encode()


@pytest.fixture
def polled(house: House, tmp_path: Path) -> Iterator[tuple[House, FaultyServer]]:
    """A house whose only source has a feed, and the server that answers for it."""
    with FaultyServer({}) as server:
        server.answers["/robots.txt"] = response(b"", content_type="text/plain")
        house = house_for(house, server, tmp_path / "sources")
        text = SOURCE.replace("strategy: sitemap", "strategy: feed").replace("sitemap.xml", "feed.xml")
        (house.settings.sources_folder / "odd.yaml").write_text(text, encoding="utf-8")
        yield house, server


def announce(server: FaultyServer, newest: int, day: date = DEMO_DAY) -> None:
    server.answers["/feed.xml"] = response(feed(newest, day), content_type="application/rss+xml")


def test_a_feed_that_turns_over_all_day_loses_nothing(polled: tuple[House, FaultyServer]) -> None:
    house, server = polled
    (source,) = load_sources(house.settings.sources_folder)
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    counts = []
    for hour in range(1, HOURS + 1):
        announce(server, hour * NEW_PER_HOUR, yesterday)
        counts.append(polling.poll(source, house.settings)["new"])
    assert counts == [NEW_PER_HOUR] * HOURS
    assert house.rows("select count(*) from raw.discovered_url") == [(HOURS * NEW_PER_HOUR,)]
    assert house.rows("select count(*) from raw.discovery_document") == [(HOURS,)]

    for number in range(HOURS * NEW_PER_HOUR):
        published = f"{yesterday}T{number // NEW_PER_HOUR:02}:30:00Z"
        server.answers[f"/story-{number}"] = response(page(f"Story {number} of the long day at the harbour", published))
    assert house.run(utc_day(yesterday))
    assert house.rows("select count(*) from mart.article_current") == [(HOURS * NEW_PER_HOUR,)]


def test_a_poll_fetches_no_page_and_opens_no_books(polled: tuple[House, FaultyServer]) -> None:
    house, server = polled
    announce(server, 3)
    assert in_process.poll(house.settings, (), console=SILENT)
    assert house.rows("select count(*) from ops.run") == [(0,)]
    assert house.rows("select distinct url from raw.capture") == [(f"{HOME}/feed.xml",)]


def test_a_feed_that_does_not_answer_is_busy_and_one_that_is_no_feed_has_failed(polled: tuple[House, FaultyServer]) -> None:
    house, server = polled
    (source,) = load_sources(house.settings.sources_folder)
    server.answers["/feed.xml"] = response(b"", status="503 Service Unavailable")
    with pytest.raises(SourceBusy, match="answered 503"):
        polling.poll(source, house.settings)
    server.answers["/feed.xml"] = response(b"<html><body>moved</body></html>")
    with pytest.raises(SourceFailed, match="not a feed"):
        polling.poll(source, house.settings)
    assert not in_process.poll(house.settings, (), console=SILENT)


def test_a_feed_that_answers_is_read_although_another_one_does_not(polled: tuple[House, FaultyServer]) -> None:
    house, server = polled
    (source,) = load_sources(house.settings.sources_folder)
    announce(server, 3)
    dead = replace(source.discovery[0], url=f"{HOME}/gone.xml")
    with pytest.raises(SourceFailed, match="answered 404"):
        polling.poll(replace(source, discovery=(*source.discovery, dead)), house.settings)
    assert house.rows("select count(*) from raw.discovered_url") == [(3,)]


def test_a_sitemap_that_reaches_the_past_is_not_polled(house: House, tmp_path: Path) -> None:
    with FaultyServer({}) as server:
        house = house_for(house, server, tmp_path / "sources")
        (source,) = load_sources(house.settings.sources_folder)
        assert polling.pollable(source) is None
        assert polling.source_ids(house.settings) == []
        assert polling.poll(source, house.settings) == {"announced": 0, "new": 0, "documents": 0}


def test_a_past_day_of_a_feed_is_honest_by_what_was_read_at_the_time(polled: tuple[House, FaultyServer]) -> None:
    house, server = polled
    server.answers["/feed.xml"] = response(feed(3), content_type="application/rss+xml")
    for number in range(3):
        server.answers[f"/story-{number}"] = response(page(f"Story {number} of the long day at the harbour", f"{DEMO_DAY}T00:30:00Z"))
    outcome = "select source_run.outcome from ops.source_run join ops.run using (run_id) order by run.started_at desc limit 1"

    assert not house.run(DAY)  # the feed still names three articles of that day, and there may have been a hundred
    assert house.rows(outcome) == [("not_backfillable",)]
    assert house.rows("select count(*) from mart.article_current") == [(3,)]
    assert house.rows("select source_id, interval_start from mart.coverage_gap") == [("odd", DAY.start)]

    with house.connection.cursor() as cursor:  # as if it had been read on the day itself
        cursor.execute("update raw.discovery_document set captured_at = %s", (DAY.start,))
    assert house.run(DAY)
    assert house.rows(outcome) == [("ok",)]
    assert house.rows("select * from mart.coverage_gap") == []
