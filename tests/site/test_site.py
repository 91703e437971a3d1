"""What the site shows: stories, listings and oddities as promised, each at its time."""

import gzip
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from urllib.parse import urlsplit

import pytest
from lxml import etree

from newshouse.model import Interval, Outcome, Reason, utc_day
from tests.site import DEMO_DAY, DEMO_END, DEMO_START, NewsSite
from tests.site.asking import COURIER, INLAND, NORDEN, TAX_VOTE, Answer, ask, ask_url
from tests.site.expected import ExpectedNonArticle, articles, articles_of, edited, non_articles, wire_copies
from tests.site.listings import LISTINGS
from tests.site.publishers import publishers


def addresses(answer: Answer) -> list[str]:
    """The `loc` elements of a sitemap."""
    content = gzip.decompress(answer.body) if answer.body[:2] == b"\x1f\x8b" else answer.body
    return [str(loc.text) for loc in etree.fromstring(content).iterfind(".//{*}loc")]


def test_every_expected_article_stands_on_its_page_word_for_word(shared_site: NewsSite) -> None:
    for article in articles():
        seen = ask_url(shared_site, article.url).words
        assert article.headline in seen
        for line in article.article_body.split("\n"):
            assert " ".join(line.split()) in seen.replace(" .", ".").replace(" ,", ","), article.url


def test_every_shown_field_of_the_expected_record_can_be_read_on_the_page(shared_site: NewsSite) -> None:
    for article in articles():
        seen = ask_url(shared_site, article.url).words
        for shown in (article.description, article.image_caption, article.image_credit, *article.authors):
            assert shown is None or shown in seen, article.url


def test_the_demo_covers_at_least_thirty_days_and_about_a_hundred_articles() -> None:
    days = {article.date_published.date() for article in articles()}
    demo_days = {day for day in days if DEMO_START <= day <= DEMO_END}
    assert len(demo_days) >= 30
    assert 90 <= len(articles()) <= 110
    assert {day for day in days if day.year == 2007} >= {date(2007, 11, 20)}


def test_no_paragraph_is_used_in_two_articles_unless_they_are_wire_copies() -> None:
    copies = {article.url for group in wire_copies() for article in group}
    owners: dict[str, str] = {}
    for article in articles():
        for line in article.article_body.split("\n"):
            owner = owners.setdefault(line, article.url)
            is_wire = article.url in copies or "Meridian Wire" in article.authors
            assert owner == article.url or is_wire, line


def test_each_announced_page_is_an_article_an_alias_or_a_known_non_article(shared_site: NewsSite) -> None:
    known = {article.url for article in articles()} | {alias for article in articles() for alias in article.aliases}
    known |= {page.url for page in non_articles()}
    listed: Counter[str] = Counter()
    for publisher in publishers():
        to_read = [publisher.url(path) for path in LISTINGS[publisher.source_id] if "sitemap" in path and "news" not in path]
        to_read = [url for url in to_read if url.endswith(("sitemap.xml", "sitemap_index.xml", "sitemap-index.xml"))]
        while to_read:
            answer = ask_url(shared_site, to_read.pop())
            found = addresses(answer)
            is_index = b"<sitemapindex" in answer.body
            to_read += found if is_index else []
            listed.update([] if is_index else found)
    assert set(listed) == known
    assert set(listed.values()) == {1}


@pytest.mark.parametrize("page", non_articles(), ids=lambda page: page.reason.value)
def test_each_non_article_is_served_as_promised(shared_site: NewsSite, page: ExpectedNonArticle) -> None:
    assert ask_url(shared_site, page.url).status == (404 if page.reason is Reason.GONE else 200)


def test_the_robots_files_forbid_what_must_be_skipped_and_no_article(shared_site: NewsSite) -> None:
    forbidden = {page.url for page in non_articles() if page.outcome is Outcome.SKIPPED}
    for publisher in publishers():
        robots = ask(shared_site, publisher.host, "/robots.txt")
        assert robots.status == 200
        rules = [line.removeprefix("Disallow: ") for line in robots.text.splitlines() if line.startswith("Disallow: ")]
        urls = [article.url for article in articles()] + [page.url for page in non_articles()]
        for url in (url for url in urls if urlsplit(url).hostname == publisher.host):
            assert any(urlsplit(url).path.startswith(rule) for rule in rules) == (url in forbidden)


def test_an_edit_is_visible_only_after_it_was_made(site: NewsSite) -> None:
    for after in edited():
        assert after.date_modified
        site.now = after.date_modified - timedelta(seconds=1)
        before = next(article for article in articles(site.now) if article.url == after.url)
        old_page = ask_url(site, after.url)
        site.now = after.date_modified
        new_page = ask_url(site, after.url)
        assert before.headline != after.headline
        assert before.article_body != after.article_body
        assert before.headline in old_page.words
        assert after.headline in new_page.words
        assert old_page.head["ETag"] != new_page.head["ETag"]


def test_a_later_edit_moves_the_sitemap_s_lastmod_and_no_other_page(site: NewsSite) -> None:
    def state() -> tuple[bytes, dict[str, str]]:
        own = [article.url for article in articles(datetime(2025, 9, 18, tzinfo=UTC)) if COURIER in article.url]
        return ask(site, COURIER, "/sitemaps/2025-09.xml").body, {url: ask_url(site, url).head["ETag"] for url in own}

    site.now = datetime(2025, 9, 18, 10, 4, 59, tzinfo=UTC)
    old_sitemap, old_tags = state()
    site.now += timedelta(seconds=1)
    new_sitemap, new_tags = state()
    assert b"<lastmod>2025-09-18T11:05:00+01:00</lastmod>" in new_sitemap
    assert b"<lastmod>2025-09-18T11:05:00+01:00</lastmod>" not in old_sitemap
    assert {url for url in old_tags if old_tags[url] != new_tags[url]} == {f"http://{COURIER}{TAX_VOTE}"}


def test_what_is_published_later_does_not_exist_yet(site: NewsSite) -> None:
    article = next(article for article in articles() if article.url.endswith(TAX_VOTE))
    site.now = article.date_published - timedelta(minutes=1)
    assert ask_url(site, article.url).status == 404
    assert article.url not in addresses(ask(site, COURIER, "/sitemaps/2025-09.xml"))
    assert article.headline not in ask(site, COURIER, "/feed.xml").text
    assert ask(site, COURIER, "/sitemaps/2025-10.xml").status == 404
    site.now = article.date_published
    assert ask_url(site, article.url).status == 200
    assert article.url in addresses(ask(site, COURIER, "/sitemaps/2025-09.xml"))


def test_the_feeds_hold_the_latest_twenty_and_the_news_sitemap_two_days(site: NewsSite) -> None:
    site.now = datetime(2025, 9, 30, 22, 0, tzinfo=UTC)
    feeds = ((COURIER, "/feed.xml", "item"), (INLAND, "/rss.php", "item"), (NORDEN, "/atom.xml", "{*}entry"))
    for host, path, entry in feeds:
        assert len(etree.fromstring(ask(site, host, path).body).findall(f".//{entry}")) == 20
    fresh = set(addresses(ask(site, NORDEN, "/news-sitemap.xml")))
    span = Interval(start=site.now - timedelta(hours=48), end=site.now)
    assert fresh == {article.url for article in articles_of("norden-blatt", span)}
    assert fresh


def test_feed_links_with_trackers_and_print_versions_show_the_article_with_its_canonical_link(shared_site: NewsSite) -> None:
    links = [str(link.text) for link in etree.fromstring(ask(shared_site, INLAND, "/rss.php").body).iterfind(".//item/link")]
    prints = [alias for article in articles() for alias in article.aliases]
    assert all("utm_source=rss" in link for link in links)
    assert len(prints) >= 2
    for url in links + prints:
        canonical = ask_url(shared_site, url).select("//link[@rel='canonical']/@href")
        assert canonical == [url.partition("&")[0]]


def test_the_wire_story_has_identical_words_on_two_publishers_on_the_demo_day() -> None:
    group = next(group for group in wire_copies() if utc_day(DEMO_DAY).holds(group[0].date_published))
    assert {article.source_id for article in group} == {"harbour-courier", "the-inland-post"}
    assert len({article.text for article in group}) == 1
    assert {article.authors for article in group} == {("Meridian Wire",)}


def test_a_second_wire_story_differs_by_its_credit_line_and_a_day() -> None:
    pairs = combinations([article for article in articles() if article.authors == ("Meridian Wire",)], 2)
    longer = [(first, second) for first, second in pairs if second.text.startswith(first.text + "\n")]
    [(origin, copy)] = longer
    assert origin.source_id != copy.source_id
    assert copy.date_published.date() - origin.date_published.date() == timedelta(days=1)


def test_the_demo_day_shows_every_kind_of_outcome() -> None:
    day = utc_day(DEMO_DAY)
    own = [article for article in articles() if day.holds(article.date_published)]
    assert {article.source_id for article in own} == {"harbour-courier", "the-inland-post", "norden-blatt"}
    assert any(article.aliases for article in own)
    assert any(article in edited() for article in own)
    reasons = {page.reason for page in non_articles() if day.holds(page.listed_at)}
    assert reasons == {Reason.LISTING, Reason.MEDIA_ONLY, Reason.GONE, Reason.ROBOTS_DISALLOWED, Reason.SOFT_404}


def test_an_evening_in_chicago_belongs_to_the_next_utc_day(shared_site: NewsSite) -> None:
    [levy] = [article for article in articles() if article.headline.startswith("Parents pack gym")]
    assert levy.date_published == datetime(2025, 9, 17, 0, 45, tzinfo=UTC)
    assert levy in articles_of("the-inland-post", utc_day(DEMO_DAY))
    assert "September 16, 2025, 7:45 p.m." in ask_url(shared_site, levy.url).words


def test_one_page_says_year_0001_in_one_place_and_the_right_date_in_another(shared_site: NewsSite) -> None:
    [marker] = [article for article in articles() if article.headline.startswith("Marker finds")]
    page = ask_url(shared_site, marker.url).text
    assert 'itemprop="dateCreated" content="0001-01-01T00:00:00"' in page
    assert 'itemprop="datePublished" content="2025-09-17T11:30:00"' in page


def test_the_courier_s_appeal_stands_inside_the_text_of_every_article(shared_site: NewsSite) -> None:
    for article in (article for article in articles() if article.source_id == "harbour-courier"):
        text = ask_url(shared_site, article.url).select("//article/div[@class='text']")[0]
        assert "please consider giving £4 a month" in text.text_content()
        assert "giving £4" not in article.article_body


def test_the_blatt_s_notice_of_two_weeks_looks_like_a_paragraph_of_the_article(shared_site: NewsSite) -> None:
    of_the_blatt = [article for article in articles() if article.source_id == "norden-blatt"]
    last = [ask_url(shared_site, article.url).select("//article/p[last()]")[0].text_content() for article in of_the_blatt]
    assert ["Umbaus" in line for line in last] == [
        article.date_published < datetime(2025, 9, 14, 22, tzinfo=UTC) for article in of_the_blatt
    ]
    assert not any("Umbaus ist unsere" in article.article_body for article in of_the_blatt)


def test_the_page_of_2007_has_its_appeal_between_picture_and_text(shared_site: NewsSite) -> None:
    [article] = articles_of("the-old-gazette", utc_day(date(2007, 11, 20)))
    seen = ask_url(shared_site, article.url).words
    marks = (
        article.headline,
        article.description,
        "20 November 2007 17:52",
        "1 minute read",
        article.image_caption,
        article.image_credit,
        "Dear Reader,",
        "For $5 a month",
        "send a reporter",
        "Harriet Odell, editor",
        "Lucian Marsh, publisher",
        article.text,
        "Related content",
        "19 November 2007 11:05",
        "Cookie settings",
    )
    places = [seen.rindex(str(mark)) for mark in marks]
    assert places == sorted(places)
    assert "\n" not in article.text
