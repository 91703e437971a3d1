"""Publishers' own lists by date."""

from dataclasses import replace
from datetime import UTC, date, datetime

from newshouse.discovery import archive_page, can_reach_past
from newshouse.discovery.records import Cause, Found
from newshouse.model import DiscoveryRule, Interval, utc_day
from tests.discovery.answers import HOST, Shelf, paper, search

DAY = utc_day(date(2025, 9, 17))
RULE = DiscoveryRule(strategy="archive_page", url=f"{HOST}/archive/{{YYYY}}/{{MM}}/{{DD}}", select="main h2 a", next="a[rel=next]")


def page(*links: str, following: str = "") -> bytes:
    listed = "".join(f'<h2><a href="{link}">The   story of {link}</a></h2>' for link in links)
    onward = f'<a rel="next" href="{following}">Older</a>' if following else ""
    return f'<html><body><nav><a href="/politics">Politics</a></nav><main>{listed}{onward}</main></body></html>'.encode()


def find(shelf: Shelf, interval: Interval | None = DAY, rule: DiscoveryRule = RULE) -> Found:
    return archive_page.find(rule, search(shelf, interval))


def test_the_lists_of_the_day_and_its_neighbours_are_read_and_date_what_they_list() -> None:
    days = {f"{HOST}/archive/2025/09/{day}": page(f"/story-{day}") for day in (16, 17, 18)}
    shelf = Shelf(days)
    found = find(shelf)
    assert shelf.asked == [f"{HOST}/archive/2025/09/{day}" for day in (18, 17, 16)]
    assert {ref.url: ref.date_hint for ref in found.refs} == {
        f"{HOST}/story-{day}": datetime(2025, 9, day, tzinfo=UTC) for day in (16, 17, 18)
    }
    assert {ref.headline_hint for ref in found.refs} >= {"The story of /story-17"}
    assert found.reaches_past
    assert [document.ref_count for document in found.documents] == [1, 1, 1]


def test_a_list_is_followed_to_its_last_page_and_never_in_a_circle() -> None:
    first, second = f"{HOST}/archive/2025/09/17", f"{HOST}/archive/2025/09/17?page=2"
    shelf = Shelf({first: page("/a", following="?page=2"), second: page("/b", following="/archive/2025/09/17")})
    found = find(shelf)
    assert {ref.url for ref in found.refs} == {f"{HOST}/a", f"{HOST}/b"}
    assert shelf.asked.count(first) == shelf.asked.count(second) == 1


def test_a_list_without_end_is_broken_off_and_told() -> None:
    address = f"{HOST}/archive/2025/09/17"
    endless = {f"{address}?page={number}": page(f"/{number}", following=f"?page={number + 1}") for number in range(1, 200)}
    found = find(Shelf({address: page("/0", following="?page=1"), **endless}))
    assert len(found.refs) == archive_page.MAX_PAGES
    assert any("goes on after" in failure.detail for failure in found.failures)


def test_a_list_of_a_month_dates_nothing() -> None:
    rule = replace(RULE, url=f"{HOST}/archive/{{YYYY}}-{{MM}}")
    found = find(Shelf({f"{HOST}/archive/2025-09": page("/story", "/2025/09/01/older")}), rule=rule)
    assert {ref.url: ref.date_hint for ref in found.refs} == {f"{HOST}/story": None}  # the other's address rules it out


def test_without_a_selector_every_link_of_the_publisher_is_announced() -> None:
    rule = replace(RULE, select=None)
    found = find(Shelf({f"{HOST}/archive/2025/09/17": page("/story", "https://elsewhere.example/story")}), rule=rule)
    assert {ref.url for ref in found.refs} == {f"{HOST}/story", f"{HOST}/politics"}


def test_a_selector_that_finds_nothing_is_told() -> None:
    found = find(Shelf({f"{HOST}/archive/2025/09/17": b"<html><body><p>new layout</p></body></html>"}))
    assert found.refs == ()
    assert found.documents[1].problem == "nothing on it is selected by 'main h2 a': the page's layout may have changed"


def test_lists_that_cannot_be_read_are_told_one_by_one() -> None:
    found = find(
        Shelf({f"{HOST}/archive/2025/09/17": page("/a"), f"{HOST}/archive/2025/09/18": 503, f"{HOST}/archive/2025/09/16": b"plain"})
    )
    assert [failure.cause for failure in found.failures] == [Cause.BUSY, Cause.BROKEN]
    assert len(found.refs) == 1


def test_a_list_never_leads_to_a_foreign_host() -> None:
    shelf = Shelf({f"{HOST}/archive/2025/09/17": page("/a", following="https://elsewhere.example/2")})
    find(shelf)
    assert not [url for url in shelf.asked if "elsewhere" in url]


def test_an_address_that_broke_is_no_reading_of_the_past() -> None:
    assert not find(Shelf({})).reaches_past


def test_the_source_counts_as_one_that_can_be_asked_for_the_past() -> None:
    assert can_reach_past(paper(RULE))
    assert not can_reach_past(paper(DiscoveryRule(strategy="feed", url=f"{HOST}/feed")))
