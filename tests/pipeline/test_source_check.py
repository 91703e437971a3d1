"""Looking after sources against the local site: what answers, what does not, and what becomes of one page."""

import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from newshouse import source_check
from newshouse.errors import SourceFileError
from newshouse.model import utc_day
from tests.network.faulty_server import FaultyServer, response
from tests.pipeline.conftest import House
from tests.site import DEMO_DAY, SOURCES_FOLDER
from tests.site.expected import articles_of, non_articles

COURIER = "harbour-courier"
STORY = articles_of(COURIER, utc_day(DEMO_DAY))[0]


@pytest.fixture
def live(house: House, monkeypatch: pytest.MonkeyPatch) -> House:
    """The house, with the environment that leads the publishers' names to the site."""
    monkeypatch.setenv("NEWSHOUSE_CONNECT_TO", house.site.connect_to)
    return house


def test_a_live_check_asks_every_enabled_source_and_names_what_is_broken(live: House) -> None:
    good, said = _told(lambda console: source_check.check(SOURCES_FOLDER, is_live=True, console=console))
    assert good
    assert f"{COURIER}: " in said
    assert "can be asked for the past" in said

    live.site.fault(f"{COURIER}.example/feed.xml", "feed_is_html")
    _, said = _told(lambda console: source_check.check(SOURCES_FOLDER, is_live=True, console=console))
    assert "feed.xml" in said

    live.site.fault(f"{COURIER}.example", "503")
    live.site.fault(f"{COURIER}.example/feed.xml", "503")
    good, said = _told(lambda console: source_check.check(SOURCES_FOLDER, is_live=True, console=console))
    assert not good
    assert f"{COURIER}: no feed, sitemap or WARC file could be read" in said.replace("\n", " ")


def test_a_check_without_network_asks_nobody(live: House) -> None:
    assert _told(lambda console: source_check.check(SOURCES_FOLDER, is_live=False, console=console))[0]
    assert live.site.requests == []


def test_a_page_is_tried_without_loading_anything(live: House) -> None:
    good, said = _told(lambda console: source_check.try_page(STORY.url, SOURCES_FOLDER, console=console, notices=console))
    assert good
    assert STORY.headline in said
    assert live.rows("select count(*) from raw.capture") == [(0,)]


@pytest.mark.parametrize("page", [one for one in non_articles() if one.source_id == COURIER], ids=lambda one: str(one.kind))
def test_a_page_that_is_no_article_is_told_with_its_reason(live: House, page: object) -> None:
    good, said = _told(lambda console: source_check.try_page(page.url, SOURCES_FOLDER, console=console, notices=console))  # type: ignore[attr-defined]
    assert not good
    assert str(page.reason) in said  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", ["truncated_gzip", "huge", "hang_up", "503"])
def test_a_page_that_cannot_be_had_is_told_with_its_reason(live: House, kind: str) -> None:
    live.site.fault(STORY.url.removeprefix("http://"), kind)
    good, said = _told(lambda console: source_check.try_page(STORY.url, SOURCES_FOLDER, console=console, notices=console))
    assert not good
    assert {"truncated_gzip": "truncated", "huge": "too_large", "hang_up": "host_busy", "503": "host_busy"}[kind] in said


def test_a_broken_file_of_another_publisher_is_told_and_does_not_hinder_a_try(live: House, tmp_path: Path) -> None:
    (tmp_path / f"{COURIER}.yaml").write_bytes((SOURCES_FOLDER / f"{COURIER}.yaml").read_bytes())
    (tmp_path / "broken.yaml").write_text("id: [\n", encoding="utf-8")
    good, said = _told(lambda console: source_check.try_page(STORY.url, tmp_path, console=console, notices=console))
    assert good
    assert "broken.yaml:" in said
    assert STORY.headline in said
    (tmp_path / f"{COURIER}.yaml").unlink()
    with pytest.raises(SourceFileError, match=r"broken\.yaml:"):
        _told(lambda console: source_check.try_page(STORY.url, tmp_path, console=console, notices=console))


def _told(ask) -> tuple[bool, str]:  # type: ignore[no-untyped-def]
    out = StringIO()
    return ask(Console(file=out, width=200)), out.getvalue()


def test_sources_that_are_switched_off_are_asked_only_on_request_and_counted_else(live: House, tmp_path: Path) -> None:
    _, said = _told(lambda console: source_check.check(SOURCES_FOLDER, is_live=True, console=console))
    assert "1 source is switched off and was not asked" in said
    good, said = _told(lambda console: source_check.check(SOURCES_FOLDER, is_live=True, console=console, takes_disabled=True))
    assert not good
    assert "dead-letter: no feed" in said
    report = tmp_path / "report.jsonl"
    good, said = _told(
        lambda console: source_check.check(SOURCES_FOLDER, is_live=True, console=console, only=(COURIER, "dead-letter"), report=report)
    )
    courier, dead = (json.loads(line) for line in sorted(report.read_text(encoding="utf-8").splitlines(), key=len, reverse=True))
    assert not good
    assert (courier["source_id"], courier["reaches_past"], courier["problems"]) == (COURIER, True, [])
    assert {document["via"]: document["status"] for document in courier["documents"]} == {"feed": 200, "sitemap": 200}
    assert (dead["source_id"], dead["url_count"], dead["documents"]) == ("dead-letter", 0, [])
    assert "norden-blatt" not in said


def test_a_proposal_without_a_way_to_discover_is_shown_and_not_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with FaultyServer({"/": response(b"<html lang=en><title>Odd</title></html>")}) as server:
        monkeypatch.setenv("NEWSHOUSE_CONNECT_TO", f"odd.example=127.0.0.1:{server.port}")
        good, said = _told(
            lambda console: source_check.propose_source(
                "http://odd.example/", tmp_path, is_written=True, is_loopback_allowed=True, console=console, notices=console
            )
        )
    assert not good
    assert "discovery: []" in said
    assert "nothing was written" in said
    assert list(tmp_path.iterdir()) == []
