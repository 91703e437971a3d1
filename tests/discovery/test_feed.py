"""Feeds as they come: RSS, RDF, Atom, and what only claims to be one."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newshouse.discovery import feed
from newshouse.discovery.feed import read_feed
from newshouse.discovery.records import Announcement, Listing
from newshouse.errors import Rejected
from newshouse.model import DiscoveryRule, Reason
from tests.discovery.answers import HOST, NOW, Shelf, paper, search

BERLIN = ZoneInfo("Europe/Berlin")
FEED = f"{HOST}/feed.xml"


def rss(items: str, head: str = "") -> bytes:
    return f'<?xml version="1.0"?>{head}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>{items}</channel></rss>'.encode()


def read(content: bytes) -> Listing:
    return read_feed(content, "application/rss+xml", BERLIN, NOW)


def only(content: bytes) -> Announcement:
    listing = read(content)
    assert len(listing.announcements) == 1
    return listing.announcements[0]


@pytest.mark.parametrize(
    ("date", "instant"),
    [
        ("<pubDate>Mon, 15 Sep 2025 10:00:00 GMT</pubDate>", datetime(2025, 9, 15, 10, tzinfo=UTC)),
        ("<pubDate>Mon, 15 Sep 2025 10:00:00 +0530</pubDate>", datetime(2025, 9, 15, 4, 30, tzinfo=UTC)),
        ("<pubDate>Mon, 15 Sep 2025 10:00:00</pubDate>", datetime(2025, 9, 15, 8, tzinfo=UTC)),  # Berlin's summer time
        ("<dc:date>2025-01-15T10:00:00</dc:date>", datetime(2025, 1, 15, 9, tzinfo=UTC)),
        ("<pubDate>yesterday</pubDate>", None),
        ("<pubDate>0001-01-01T00:00:00Z</pubDate>", None),
        ("<pubDate>9999-12-31T23:59:59Z</pubDate>", None),
        ("", None),
    ],
)
def test_the_date_of_an_item_is_read_in_the_zone_of_the_publisher(date: str, instant: datetime | None) -> None:
    announced = only(rss(f"<item><link>{HOST}/1</link><title>A &amp;amp; B</title>{date}</item>"))
    assert announced == Announcement(url=f"{HOST}/1", date_hint=instant, headline_hint="A & B")


def test_atom_tells_published_from_updated() -> None:
    announced = only(
        f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>P</title><entry><title>One</title><id>tag:1</id>
        <link rel="alternate" href="{HOST}/1"/><published>2025-09-15T10:00:00Z</published><updated>2025-09-16T10:00:00Z</updated>
        </entry></feed>""".encode()
    )
    assert announced.date_hint == datetime(2025, 9, 15, 10, tzinfo=UTC)
    assert announced.modified_hint == datetime(2025, 9, 16, 10, tzinfo=UTC)


def test_atom_without_published_gives_no_date() -> None:
    announced = only(
        f"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>One</title><link href="{HOST}/1"/>
        <updated>2025-09-16T10:00:00Z</updated></entry></feed>""".encode()
    )
    assert announced.date_hint is None
    assert announced.modified_hint == datetime(2025, 9, 16, 10, tzinfo=UTC)


def test_a_guid_that_is_an_address_stands_in_for_a_missing_link() -> None:
    assert only(rss(f"<item><guid>{HOST}/1</guid></item>")).url == f"{HOST}/1"
    assert not read(rss("<item><guid isPermaLink='false'>17</guid><title>t</title></item>")).announcements


def test_a_headline_holds_no_markup_and_nothing_a_database_cannot_take() -> None:
    announced = only(rss(f"<item><link>{HOST}/1</link><title>&lt;b&gt;Flood&lt;/b&gt;\n in&amp;#0; town</title></item>"))
    assert announced.headline_hint == "Flood in\ufffd town"


def test_an_empty_feed_is_a_feed() -> None:
    assert read(rss("<title>Quiet</title>")) == Listing()


def test_a_feed_that_breaks_off_gives_what_stands_before_the_break() -> None:
    whole = rss("".join(f"<item><link>{HOST}/{number}</link></item>" for number in range(5)))
    listing = read(whole[: whole.index(b"/3</link>")])
    assert {announced.url for announced in listing.announcements} >= {f"{HOST}/{number}" for number in range(3)}
    assert listing.problem
    assert listing.problem.startswith("broken after ")


@pytest.mark.parametrize(
    ("content", "detail"),
    [
        (b"<!DOCTYPE html><html><body>One</body></html>", "not a feed: begins with '<!DOCTYPE html>"),
        (b"", "not a feed: begins with ''"),
        (b"\x00\xff\xfe\x00", "not a feed"),
        (b'{"items": []}', "not a feed"),
        (rss("<item/>", head='<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'), "declares XML entities"),
        (b"<rss>" + b" " * feed.MAX_BYTES, "a feed of 5000005 bytes"),
    ],
)
def test_what_is_no_feed_is_rejected_in_words(content: bytes, detail: str) -> None:
    with pytest.raises(Rejected) as caught:
        read(content)
    assert caught.value.reason in {Reason.UNREADABLE, Reason.TOO_LARGE}
    assert caught.value.detail.startswith(detail)


def test_a_bomb_in_another_encoding_is_disarmed() -> None:
    entities = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    head = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">{entities}]>'
    bomb = f"{head}<rss><channel><item><title>&j;</title></item></channel></rss>"
    with pytest.raises(Rejected):
        read(bomb.encode("utf-16"))


def test_an_entry_is_kept_whatever_its_date_and_its_address_is_absolute_and_without_fragment() -> None:
    shelf = Shelf({FEED: rss("<item><link>/2019/01/02/old#comments</link></item><item><link>mailto:a@b.example</link></item>")})
    found = feed.find(DiscoveryRule(strategy="feed", url=FEED), search(shelf))
    assert [ref.url for ref in found.refs] == [f"{HOST}/2019/01/02/old"]
    assert found.refs[0].date_hint == datetime(2019, 1, 2, tzinfo=UTC)
    assert (found.refs[0].via, found.refs[0].document_url, found.refs[0].seen_at) == ("feed", FEED, NOW)


def test_a_feed_of_foreign_addresses_only_says_so() -> None:
    shelf = Shelf({FEED: rss("<item><link>https://elsewhere.example/1</link></item>")})
    rule = DiscoveryRule(strategy="feed", url=FEED)
    found = feed.find(rule, search(shelf))
    assert not found.refs
    assert found.documents[0].problem == "none of its 1 entries is on the hosts of the source, or wanted by the rule"
    assert feed.find(rule, search(shelf, source=paper(hosts=("elsewhere.example",)))).refs
