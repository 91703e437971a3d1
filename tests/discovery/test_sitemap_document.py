"""Sitemap documents as they come, and what only claims to be one."""

import gzip
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newshouse.discovery import sitemap_document
from newshouse.discovery.records import Announcement, Child, Listing
from newshouse.discovery.sitemap_document import read_sitemap
from newshouse.errors import Rejected
from newshouse.model import Reason
from tests.discovery.answers import HOST, NOW, index, urlset

CHICAGO = ZoneInfo("America/Chicago")
NEWS = """<urlset xmlns="https://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc> https://www.paper.example/1 </loc><n:news><n:publication>
 <n:name>The Paper</n:name></n:publication><n:publication_date>2025-09-17T22:00:00</n:publication_date><n:title>Flood</n:title></n:news>
 <image:image><image:loc>https://www.paper.example/1.jpg</image:loc><image:title>A boat</image:title></image:image></url></urlset>"""


def read(content: bytes) -> Listing:
    return read_sitemap(content, CHICAGO, NOW)


def test_a_page_is_announced_with_its_last_change() -> None:
    listing = read(urlset((f"{HOST}/1", "2025-09-17T10:00:00Z"), (f"{HOST}/2", "2025-09-17"), f"{HOST}/3"))
    assert listing.announcements == (
        Announcement(url=f"{HOST}/1", modified_hint=datetime(2025, 9, 17, 10, tzinfo=UTC)),
        Announcement(url=f"{HOST}/2", modified_hint=datetime(2025, 9, 17, tzinfo=UTC)),
        Announcement(url=f"{HOST}/3"),
    )
    assert not listing.is_index


def test_the_news_extension_gives_date_and_headline_and_pictures_give_none() -> None:
    assert read(NEWS.encode()).announcements == (
        Announcement(url=f"{HOST}/1", date_hint=datetime(2025, 9, 18, 3, tzinfo=UTC), headline_hint="Flood"),
    )


def test_an_index_names_its_children() -> None:
    listing = read(index((f"{HOST}/a.xml", "2025-09-17"), f"{HOST}/b.xml.gz"))
    assert listing.is_index
    assert listing.children == (
        Child(url=f"{HOST}/a.xml", modified_hint=datetime(2025, 9, 17, tzinfo=UTC)),
        Child(url=f"{HOST}/b.xml.gz"),
    )


def test_gzip_is_undone_and_space_before_the_declaration_is_no_matter() -> None:
    assert read(gzip.compress(b"\n " + urlset(f"{HOST}/1"))).announcements


def test_a_document_that_breaks_off_gives_what_stands_before_the_break() -> None:
    whole = urlset(*(f"{HOST}/{number}" for number in range(100)))
    listing = read(whole[: len(whole) // 2])
    assert 40 < len(listing.announcements) < 60
    assert listing.problem
    assert listing.problem.startswith(f"broken after {len(listing.announcements)} entries")


def test_more_entries_than_the_protocol_allows_are_not_read() -> None:
    listing = read(urlset(*["https://p.example/"] * (sitemap_document.MAX_ENTRIES + 1)))
    assert len(listing.announcements) == sitemap_document.MAX_ENTRIES
    assert listing.problem


@pytest.mark.parametrize(
    ("content", "reason", "detail"),
    [
        (b"<!DOCTYPE html><html><body>No such page</body></html>", Reason.UNREADABLE, "not a sitemap: begins with '<!DOCTYPE html>"),
        (b"<rss><channel/></rss>", Reason.UNREADABLE, "not a sitemap: begins with '<rss>"),
        (b"", Reason.UNREADABLE, "not a sitemap: begins with ''"),
        (b"<a>" * 200_000, Reason.UNREADABLE, "not a sitemap: begins with '<a>"),
        (b'<!DOCTYPE u [<!ENTITY a "aa">]><urlset><url><loc>&a;</loc></url></urlset>', Reason.UNREADABLE, "declares XML entities"),
        (gzip.compress(urlset(f"{HOST}/1"))[:-12], Reason.TRUNCATED, ""),
        (gzip.compress(b" " * (sitemap_document.MAX_BYTES + 1)), Reason.TOO_LARGE, ""),
    ],
)
def test_what_is_no_sitemap_is_rejected_in_words(content: bytes, reason: Reason, detail: str) -> None:
    with pytest.raises(Rejected) as caught:
        read(content)
    assert caught.value.reason is reason
    assert caught.value.detail.startswith(detail)


@pytest.mark.parametrize("depth", [1_000, 100_000])
def test_tags_nested_without_end_are_no_trap(depth: int) -> None:
    listing = read(b"<urlset><url><loc>https://www.paper.example/1</loc></url>" + b"<url>" * depth)
    assert listing.announcements == (Announcement(url=f"{HOST}/1"),)
    assert listing.problem


def test_a_bomb_in_another_encoding_is_disarmed() -> None:
    entities = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    bomb = f'<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY a "{HOST}/">{entities}]><urlset><url><loc>&j;</loc></url></urlset>'
    assert not read(bomb.encode("utf-16")).announcements


def test_an_entity_in_another_encoding_stands_for_nothing() -> None:
    document = f'<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY a "{HOST}/1">]><urlset><url><loc>&a;</loc></url></urlset>'
    assert not read(document.encode("utf-16")).announcements


def test_an_external_entity_is_not_read() -> None:
    document = b'<!DOCTYPE urlset SYSTEM "file:///etc/passwd"><urlset><url><loc>https://www.paper.example/1</loc></url></urlset>'
    assert read(document).announcements == (Announcement(url=f"{HOST}/1"),)
