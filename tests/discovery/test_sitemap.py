"""Walking sitemap indexes: what is asked for, what is passed over, and where the walk ends."""

from datetime import UTC, date, datetime, timedelta

import pytest

from newshouse.discovery import news_sitemap, sitemap
from newshouse.discovery.records import Cause, Found
from newshouse.model import DiscoveryRule, Interval, utc_day
from tests.discovery.answers import HOST, NOW, Shelf, index, paper, search, urlset

ROOT = f"{HOST}/sitemap.xml"
RULE = DiscoveryRule(strategy="sitemap", url=ROOT)
DAY = utc_day(date(2025, 9, 17))


def find(shelf: Shelf, interval: Interval | None = DAY, rule: DiscoveryRule = RULE) -> Found:
    return sitemap.find(rule, search(shelf, interval))


def urls(found: Found) -> list[str]:
    return [ref.url.removeprefix(HOST) for ref in found.refs]


def test_only_the_children_that_may_hold_the_interval_are_asked() -> None:
    months = [f"{HOST}/2025-{month:02}.xml" for month in range(1, 11)]
    shelf = Shelf({ROOT: index(*months), **{month: urlset(f"{month}/story") for month in months}})
    found = find(shelf)
    assert shelf.asked == [ROOT, f"{HOST}/2025-09.xml"]
    assert urls(found) == ["/2025-09.xml/story"]
    assert found.reaches_past


def test_a_child_that_has_not_changed_since_before_the_interval_is_passed_over() -> None:
    old, new, undated = f"{HOST}/old.xml", f"{HOST}/new.xml", f"{HOST}/undated.xml"
    shelf = Shelf({ROOT: index((old, "2025-09-15"), undated, (new, "2025-10-05")), new: urlset(), undated: urlset()})
    assert find(shelf).failures == ()
    assert shelf.asked == [ROOT, new, undated]


@pytest.mark.parametrize(
    ("path", "modified", "is_taken"),
    [
        ("/story", "", True),
        ("/story", "2025-09-15T23:00:00Z", False),  # cannot have come out after its last change
        ("/story", "2025-09-16T01:00:00Z", True),
        ("/story", "2025-10-05T01:00:00Z", True),
        ("/2025/09/16/story", "", True),
        ("/2025/09/18/story", "", True),
        ("/2025/09/19/story", "", False),
        ("/2025/09/15/story", "2025-10-05T01:00:00Z", False),
    ],
)
def test_hints_rule_out_what_cannot_be_of_the_interval(path: str, modified: str, is_taken: bool) -> None:
    shelf = Shelf({ROOT: urlset((f"{HOST}{path}", modified))})
    assert urls(find(shelf)) == ([path] if is_taken else [])
    assert urls(find(shelf, interval=None)) == [path]


def test_a_news_sitemap_is_taken_whole_and_tells_nothing_of_the_past() -> None:
    shelf = Shelf({ROOT: urlset((f"{HOST}/2025/10/05/story", "2025-10-05"))})
    found = news_sitemap.find(DiscoveryRule(strategy="news_sitemap", url=ROOT), search(shelf, DAY))
    assert urls(found) == ["/2025/10/05/story"]
    assert not found.reaches_past


def test_sitemaps_that_begin_after_the_interval_do_not_reach_it() -> None:
    months = index(f"{HOST}/2025-09.xml", f"{HOST}/2025-10.xml")
    assert not find(Shelf({ROOT: months}), utc_day(date(2007, 11, 13))).reaches_past
    assert not find(Shelf({ROOT: urlset()})).reaches_past
    assert find(Shelf({ROOT: urlset((f"{HOST}/story", "2025-09-01"))})).reaches_past  # it was looked at, and there was nothing


def test_an_index_of_nothing_but_other_days_is_read_and_empty() -> None:
    found = find(Shelf({ROOT: index(f"{HOST}/2025-01.xml")}))
    assert (found.read_count, found.refs, found.failures) == (1, (), ())
    assert found.reaches_past


def test_an_index_whose_children_all_fail_counts_as_not_read() -> None:
    found = find(Shelf({ROOT: index(f"{HOST}/a.xml", f"{HOST}/b.xml"), f"{HOST}/a.xml": 503}))
    assert found.read_count == 0
    assert [failure.cause for failure in found.failures] == [Cause.BUSY, Cause.GONE]
    assert [document.problem for document in found.documents] == [None, "answered 503", "answered 404"]


def test_one_broken_child_does_not_hide_the_others() -> None:
    shelf = Shelf({ROOT: index(f"{HOST}/a.xml", f"{HOST}/b.xml"), f"{HOST}/a.xml": b"<html>", f"{HOST}/b.xml": urlset(f"{HOST}/1")})
    found = find(shelf)
    assert urls(found) == ["/1"]
    assert [failure.url for failure in found.failures] == [f"{HOST}/a.xml"]


def test_an_index_that_names_itself_is_asked_once() -> None:
    shelf = Shelf({ROOT: index(ROOT, f"{HOST}/b.xml", f"{HOST}/b.xml"), f"{HOST}/b.xml": index(ROOT, f"{HOST}/b.xml")})
    find(shelf)
    assert shelf.asked == [ROOT, f"{HOST}/b.xml"]


def test_the_depth_of_a_walk_is_bounded() -> None:
    chain = {ROOT if depth == 0 else f"{HOST}/{depth}.xml": index(f"{HOST}/{depth + 1}.xml") for depth in range(20)}
    shelf = Shelf(chain)
    found = find(shelf)
    assert len(shelf.asked) == sitemap.MAX_DEPTH + 1
    assert "not walked" in found.failures[0].detail


def test_the_number_of_documents_is_bounded_and_the_latest_come_first() -> None:
    days = [NOW - timedelta(hours=hour) for hour in range(300)]
    children = {f"{HOST}/part{place:03}.xml": moment for place, moment in enumerate(reversed(days))}
    shelf = Shelf({ROOT: index(*((url, moment.isoformat()) for url, moment in children.items())), **dict.fromkeys(children, urlset())})
    found = find(shelf)
    assert len(shelf.asked) == sitemap.MAX_DOCUMENTS
    assert shelf.asked[1] == f"{HOST}/part299.xml"
    assert found.failures[0].detail == "only 199 of 300 sitemaps that may hold the interval were read"


def test_children_on_foreign_hosts_are_not_asked() -> None:
    elsewhere = "https://elsewhere.example/a.xml"
    shelf = Shelf({ROOT: index(elsewhere), elsewhere: urlset(f"{HOST}/1")})
    found = find(shelf)
    assert shelf.asked == [ROOT]
    assert found.failures[0].detail == "all its 1 sitemaps lie on foreign hosts: not walked"
    source = paper(RULE, hosts=("elsewhere.example",))
    assert urls(sitemap.find(RULE, search(shelf, DAY, source))) == ["/1"]


def test_a_rule_says_which_addresses_are_articles() -> None:
    pages = [f"{HOST}/news/1", f"{HOST}/video/2", "https://live.elsewhere.example/news/3", f"{HOST}/news/video/4"]
    shelf = Shelf({ROOT: urlset(*pages)})
    assert urls(find(shelf)) == ["/news/1", "/video/2", "/news/video/4"]
    rule = DiscoveryRule(strategy="sitemap", url=ROOT, include="/news/", exclude="/video/")
    assert urls(find(shelf, rule=rule)) == ["/news/1", "https://live.elsewhere.example/news/3"]


def test_a_host_below_the_source_is_its_own_and_www_makes_no_difference() -> None:
    pages = [
        "https://paper.example/1",
        "https://sport.paper.example/2",
        "https://notpaper.example/3",
        "https://paper.example.evil.example/4",
    ]
    assert urls(find(Shelf({ROOT: urlset(*pages)}))) == pages[:2]


@pytest.mark.parametrize("written", ["javascript:alert(1)", "ftp://www.paper.example/1", "http://[::1", "", "/" + "a" * 5_000])
def test_what_is_no_web_address_is_dropped(written: str) -> None:
    assert urls(find(Shelf({ROOT: urlset(written, f"{HOST}/1")}))) == ["/1"]


def test_dates_without_a_zone_are_the_publishers() -> None:
    shelf = Shelf({ROOT: urlset((f"{HOST}/1", "2025-09-17T23:30:00"))})
    found = sitemap.find(RULE, search(shelf, DAY, paper(RULE, time_zone="America/New_York")))
    assert found.refs[0].modified_hint == datetime(2025, 9, 18, 3, 30, tzinfo=UTC)


def test_a_dated_address_is_asked_for_the_months_of_the_interval_only() -> None:
    rule = DiscoveryRule(strategy="sitemap", url=f"{HOST}/sitemap-{{YYYY}}-{{MM}}.xml")
    shelf = Shelf({f"{HOST}/sitemap-2025-09.xml": urlset(f"{HOST}/story")})
    assert urls(find(shelf, rule=rule)) == ["/story"]
    assert shelf.asked == [f"{HOST}/sitemap-2025-09.xml"]
    assert find(shelf, rule=rule).reaches_past
