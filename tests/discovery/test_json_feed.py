"""JSON Feed, as the strategy feed reads it."""

import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newshouse.discovery.feed import read_feed
from newshouse.discovery.records import Announcement
from newshouse.errors import Rejected
from tests.discovery.answers import HOST, NOW

VERSION = "https://jsonfeed.org/version/1.1"


def read(*items: object, version: str = VERSION) -> tuple[Announcement, ...]:
    content = json.dumps({"version": version, "title": "The Paper", "items": items}).encode()
    return read_feed(content, "application/feed+json", ZoneInfo("Europe/Berlin"), NOW).announcements


def test_an_item_gives_address_headline_and_dates() -> None:
    item = {
        "id": "17",
        "url": f"{HOST}/17",
        "title": "Flood &amp; <b>fire</b>",
        "date_published": "2025-09-15T10:00:00+02:00",
        "date_modified": "2025-09-16T10:00:00",
    }
    (announced,) = read(item)
    assert announced.url == f"{HOST}/17"
    assert announced.date_hint == datetime(2025, 9, 15, 8, tzinfo=UTC)
    assert announced.modified_hint == datetime(2025, 9, 16, 8, tzinfo=UTC)
    assert announced.headline_hint == "Flood & fire"


def test_an_id_that_is_an_address_stands_in_for_a_missing_url() -> None:
    assert [one.url for one in read({"id": f"{HOST}/1"}, {"id": 2}, {"external_url": "https://elsewhere.example/"}, "junk", None)] == [
        f"{HOST}/1"
    ]


def test_a_byte_order_mark_and_the_first_version_are_read() -> None:
    content = b"\xef\xbb\xbf \n" + json.dumps({"version": "https://jsonfeed.org/version/1", "items": [{"url": f"{HOST}/1"}]}).encode()
    assert len(read_feed(content.replace(b" \n", b""), None, ZoneInfo("UTC"), NOW).announcements) == 1


@pytest.mark.parametrize(
    "content", [b"{", b'{"items": []}', b'{"version": "2", "items": []}', b'{"version": "https://jsonfeed.org/version/1"}', b"{" * 100_000]
)
def test_json_that_is_no_feed_is_rejected_in_words(content: bytes) -> None:
    with pytest.raises(Rejected, match="not a feed"):
        read_feed(content, "application/json", ZoneInfo("UTC"), NOW)
