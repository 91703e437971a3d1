"""A source's discovery as a whole: over our own documents, and over the news site by real HTTP."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from newshouse.discovery import Answer, can_reach_past, discover
from newshouse.errors import Rejected, SourceBusy, SourceFailed, SourceGone
from newshouse.model import DiscoveryRule, Interval, Reason, Source, utc_day
from newshouse.source_file import load_sources
from tests.discovery.answers import HOST, NOW, Content, Shelf, capture_of, paper, urlset
from tests.site import DEMO_DAY, SOURCES_FOLDER, NewsSite
from tests.site.asking import ask_url
from tests.site.expected import articles_of

FEED = DiscoveryRule(strategy="feed", url=f"{HOST}/feed.xml")
SITEMAP = DiscoveryRule(strategy="sitemap", url=f"{HOST}/sitemap.xml")
RSS = f"<rss version='2.0'><channel><item><link>{HOST}/1</link><title>One</title></item></channel></rss>".encode()
HTML = b"<!DOCTYPE html><title>We will be back soon</title>"
DAY = utc_day(DEMO_DAY)
YEAR_2007 = Interval(start=datetime(2007, 1, 1, tzinfo=UTC), end=datetime(2008, 1, 1, tzinfo=UTC))


def test_an_address_is_returned_once_as_the_first_rule_names_it() -> None:
    shelf = Shelf({FEED.url: RSS, SITEMAP.url: urlset(f"{HOST}/2", f"{HOST}/1", f"{HOST}/2")})
    found = discover(paper(FEED, SITEMAP), None, shelf.ask, NOW)
    assert [(ref.url, ref.via) for ref in found.refs] == [(f"{HOST}/1", "feed"), (f"{HOST}/2", "sitemap")]
    assert [(document.via, document.ref_count) for document in found.documents] == [("feed", 1), ("sitemap", 3)]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("feed", "problem"),
    [
        (HTML, "not a feed: begins with '<!DOCTYPE html>"),
        (404, "answered 404"),
        (503, "answered 503"),
        (403, "answered 403"),
        (Rejected(Reason.TRUNCATED, "the compressed stream ends early"), "truncated: the compressed stream ends early"),
        (SourceBusy("no answer within 30 s"), "no answer within 30 s"),
        (SourceGone("no such host"), "no such host"),
    ],
)
def test_a_document_that_fails_is_told_of_and_the_others_count(feed: Content, problem: str) -> None:
    shelf = Shelf({FEED.url: feed, SITEMAP.url: urlset(f"{HOST}/2")})
    found = discover(paper(FEED, SITEMAP), None, shelf.ask, NOW)
    assert [ref.url for ref in found.refs] == [f"{HOST}/2"]
    assert len(found.problems) == 1
    assert found.problems[0].startswith(f"{FEED.url}: {problem}")


@pytest.mark.parametrize(
    ("feed", "sitemap", "error"),
    [
        (404, 410, SourceGone),
        (SourceGone("no such host"), 404, SourceGone),
        (404, 503, SourceBusy),
        (404, 429, SourceBusy),
        (HTML, SourceBusy("no answer"), SourceBusy),
        (HTML, 404, SourceFailed),
        (403, 403, SourceFailed),
    ],
)
def test_a_source_of_which_nothing_can_be_read_fails_as_its_documents_did(feed: Content, sitemap: Content, error: type[Exception]) -> None:
    shelf = Shelf({FEED.url: feed, SITEMAP.url: sitemap})
    with pytest.raises(
        SourceFailed, match=r"paper: no feed, sitemap or WARC file could be read: https://www\.paper\.example/feed\.xml: "
    ) as caught:
        discover(paper(FEED, SITEMAP), DAY, shelf.ask, NOW)
    assert type(caught.value) is error


def test_a_feed_alone_cannot_reach_the_past() -> None:
    assert not can_reach_past(paper(FEED))
    assert can_reach_past(paper(FEED, SITEMAP))
    assert not discover(paper(FEED), DAY, Shelf({FEED.url: RSS}).ask, NOW).reaches_past


def test_a_sitemap_that_does_not_answer_does_not_reach_the_past() -> None:
    assert not discover(paper(FEED, SITEMAP), DAY, Shelf({FEED.url: RSS}).ask, NOW).reaches_past


# --- the news site -------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ask() -> Iterator[Callable[[str], Answer]]:
    with NewsSite() as site:

        def ask_site(url: str) -> Answer:
            answer = ask_url(site, url)
            content_type = answer.head["Content-Type"]
            return Answer(
                status=answer.status, content=answer.body, content_type=content_type, final_url=url, capture=capture_of(url, answer.status)
            )

        yield ask_site


def source(source_id: str) -> Source:
    return load_sources(SOURCES_FOLDER, only=[source_id])[0]


@pytest.mark.parametrize("source_id", ["harbour-courier", "norden-blatt", "the-inland-post"])
def test_every_article_of_every_day_is_announced_for_its_day(source_id: str, ask: Callable[[str], Answer]) -> None:
    for back in range(0, 30, 5):
        interval = utc_day(DEMO_DAY + timedelta(days=12 - back))
        announced = {ref.url for ref in discover(source(source_id), interval, ask, NOW).refs}
        expected = articles_of(source_id, interval)
        assert [article.url for article in expected if not announced & {article.url, *article.aliases}] == []


def test_a_newspaper_of_2007_is_found_in_its_month_and_not_today(ask: Callable[[str], Answer]) -> None:
    gazette = source("the-old-gazette")
    assert discover(gazette, DAY, ask, NOW).refs == ()
    everything = discover(gazette, None, ask, NOW)
    days = {article.date_published.date() for article in articles_of("the-old-gazette", YEAR_2007)}
    assert days
    assert all(discover(gazette, utc_day(day), ask, NOW).refs for day in days)
    assert len(everything.refs) >= len(days)


def test_a_backfill_asks_for_the_months_it_needs_only(ask: Callable[[str], Answer]) -> None:
    found = discover(source("harbour-courier"), DAY, ask, NOW)
    assert [document.capture.url.rpartition("/")[2] for document in found.documents] == ["feed.xml", "sitemap.xml", "2025-09.xml"]
    assert found.reaches_past


def test_a_day_before_the_first_sitemap_is_not_reached(ask: Callable[[str], Answer]) -> None:
    assert not discover(source("harbour-courier"), utc_day(date(2007, 11, 13)), ask, NOW).reaches_past


def test_a_publisher_that_is_gone_is_gone(ask: Callable[[str], Answer]) -> None:
    with pytest.raises(SourceGone, match="dead-letter"):
        discover(source("dead-letter"), DAY, ask, NOW)
