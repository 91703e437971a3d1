"""Dates in addresses: of articles, and of the sitemaps of an index."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from newshouse.discovery.hints import day_of_path, may_touch, span_of_name, spans_of_siblings
from newshouse.model import Interval
from tests.discovery.answers import HOST, NOW

UTC_ZONE = ZoneInfo("UTC")


def span(start: str, end: str) -> Interval:
    return Interval(start=datetime.fromisoformat(start).replace(tzinfo=UTC), end=datetime.fromisoformat(end).replace(tzinfo=UTC))


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2025/09/14/flood", "2025-09-14"),
        ("/news/2025/9/4/", "2025-09-04"),
        ("/world/2025/sep/14/flood-in-town", "2025-09-14"),
        ("/2025-09-14/flood", "2025-09-14"),
        ("/2025-09-14-flood.html", "2025-09-14"),
        ("/20250914/flood", "2025-09-14"),
        ("/2025/09/flood", None),
        ("/2025/09/31/flood", None),
        ("/2025/abc/14/flood", None),
        ("/remembering-2001-09-11", None),
        ("/20250914123", None),
        ("/story?date=/2025/09/14/", None),
        ("/1905/09/14/facsimile", None),
        ("/2031/09/14/calendar", None),
    ],
)
def test_a_day_in_the_path_of_an_article_is_a_hint(path: str, day: str | None) -> None:
    expected = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None
    assert day_of_path(f"{HOST}{path}", UTC_ZONE, NOW) == expected


def test_the_day_begins_where_the_publisher_is() -> None:
    assert day_of_path(f"{HOST}/2025/09/14/a", ZoneInfo("Asia/Tokyo"), NOW) == datetime(2025, 9, 13, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [
        ("/sitemaps/2025-09.xml", "2025-09-01", "2025-10-01"),
        ("/sitemap-posttype-post.2025-12.xml", "2025-12-01", "2026-01-01"),
        ("/ap-sitemap-202509.xml", "2025-09-01", "2025-10-01"),
        ("/sitemaps/entries/2025/9", "2025-09-01", "2025-10-01"),
        ("/archive/2025/09.xml", "2025-09-01", "2025-10-01"),
        ("/sitemap-2025-09-14.xml.gz", "2025-09-14", "2025-09-15"),
        ("/sitemap_20250914.xml", "2025-09-14", "2025-09-15"),
        ("/article-new/14-09-2025.xml", "2025-09-14", "2025-09-15"),
        ("/sitemap.xml?yyyy=2025&mm=09&dd=14", "2025-09-14", "2025-09-15"),
        ("/sitemap.xml?yyyy=2025&mm=9", "2025-09-01", "2025-10-01"),
        ("/sitemap-2025.xml", "2025-01-01", "2026-01-01"),
        ("/sitemap-2025-3.xml", "2025-01-01", "2026-01-01"),  # a third part as likely as March
    ],
)
def test_a_sitemap_is_named_for_its_day_month_or_year(name: str, start: str, end: str) -> None:
    assert span_of_name(f"{HOST}{name}", UTC_ZONE) == span(start, end)


@pytest.mark.parametrize("name", ["/sitemap-17.xml", "/sitemap.xml", "/sitemap-120255.xml", "/s.xml?page=2"])
def test_a_number_is_no_date(name: str) -> None:
    assert span_of_name(f"https://news2025.example{name}", UTC_ZONE) is None


def test_a_month_thirteen_shows_that_the_months_are_numbers() -> None:
    spans = spans_of_siblings([f"{HOST}/sitemap-2025-{number:02}.xml" for number in range(1, 20)], UTC_ZONE)
    assert set(spans.values()) == {span("2025-01-01", "2026-01-01")}


def test_numbers_that_look_like_years_are_numbers() -> None:
    assert spans_of_siblings([f"{HOST}/sitemap-{number}.xml" for number in range(1, 2_100)], UTC_ZONE) == {}


def test_days_named_week_by_week_reach_to_the_next() -> None:
    spans = spans_of_siblings([f"{HOST}/sitemap-2025-09-{day:02}.xml" for day in (1, 8, 15)], UTC_ZONE)
    assert spans[f"{HOST}/sitemap-2025-09-08.xml"] == span("2025-09-08", "2025-09-15")
    assert spans[f"{HOST}/sitemap-2025-09-15.xml"] == span("2025-09-15", "2025-09-22")


def test_days_named_one_by_one_are_days_and_other_families_do_not_count() -> None:
    urls = [f"{HOST}/sitemap-2025-09-{day:02}.xml" for day in (1, 2, 9)] + [f"{HOST}/sections.xml"]
    spans = spans_of_siblings(urls, UTC_ZONE)
    assert spans[urls[2]] == span("2025-09-09", "2025-09-10")
    assert f"{HOST}/sections.xml" not in spans


def test_a_day_of_slack_lies_around_the_interval() -> None:
    day = span("2025-09-17", "2025-09-18")
    assert may_touch(span("2025-09-18", "2025-09-19"), day)
    assert not may_touch(span("2025-09-19", "2025-09-20"), day)
    assert may_touch(span("2025-09-15", "2025-09-17"), day)
    assert not may_touch(span("2025-09-15", "2025-09-16"), day)
