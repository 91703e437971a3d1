from datetime import datetime

import pytest

from tests.extraction.writing import html, paragraphs, read

URL = "https://velm-courier.example/town/bridge-4711.html"
LINKED = '<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{}"}}</script>'
UTC_EVENING = "2023-04-12T01:58:11Z"


def written(stated: str, body: str = "", head: str = "", url: str = URL) -> str:
    """The publication that is read on a page which states it to programs and has `body` below its headline."""
    found = read(html(f"{body}{paragraphs()}{paragraphs()}", LINKED.format(stated) + head), url).date_published
    assert found is not None
    assert found == datetime.fromisoformat(stated)  # the instant is never touched
    return found.isoformat()


@pytest.mark.parametrize(
    ("stated", "beside", "expected"),
    [
        (UTC_EVENING, '<time datetime="2023-04-11T21:58:11-04:00">April 11, 2023</time>', "2023-04-11T21:58:11-04:00"),
        ("2023-04-11T23:43:12+00:00", '<meta itemprop="datePublished" content="2023-04-12T11:43:12+1200">', "2023-04-12T11:43:12+12:00"),
        (UTC_EVENING, '<time datetime="2023-04-12T01:58:11+00:00">April 12, 2023</time>', "2023-04-12T01:58:11+00:00"),
    ],
)
def test_the_same_instant_with_an_offset_tells_the_publisher_s_clock(stated: str, beside: str, expected: str) -> None:
    assert written(stated, beside) == expected
    assert written(stated, head=beside) == expected


@pytest.mark.parametrize(
    ("stated", "line", "expected"),
    [
        ("2023-04-12T03:58:11Z", "Posted 9:58 PM, Apr 11, 2023", "2023-04-11T21:58:11-06:00"),
        (UTC_EVENING, "April 11, 2023 at 9:58 p.m. EDT", "2023-04-11T21:58:11-04:00"),
        ("2023-03-21T20:40:17Z", "Wed 22 Mar 2023 at 7:40am", "2023-03-22T07:40:17+11:00"),
        ("2023-03-21T20:40:17Z", "22 March 2023, 2:10", "2023-03-22T02:10:17+05:30"),
        (
            "2023-03-21T20:40:17Z",
            "Posted <time>Tue 21 Mar 2023 at 8:40pm</time><span>Wed 22 Mar 2023 at 7:40am</span>, updated <time>1:11pm</time>",
            "2023-03-22T07:40:17+11:00",
        ),
    ],
)
def test_the_hour_that_a_line_at_the_headline_shows_tells_the_publisher_s_clock(stated: str, line: str, expected: str) -> None:
    assert written(stated, f"<div>{line}</div>") == expected


@pytest.mark.parametrize(
    "line",
    [
        "Posted 9:57 PM, Apr 11, 2023",  # other minutes
        "Posted 9:13 PM, Apr 11, 2023",  # a quarter by which no clock goes
        "Updated 10:58 PM, Apr 11, 2023",
        "Posted 9:58 PM EDT, Apr 10, 2023",
        "Posted 9:58 AM, Apr 11, 2023",  # too far away for any clock
        "Apr 12, 2023",
        "9:58 PM",
    ],
)
def test_a_line_of_another_instant_tells_no_clock(line: str) -> None:
    assert written(UTC_EVENING, f"<div>{line}</div>") == "2023-04-12T01:58:11+00:00"


def test_a_clock_is_one_of_its_country_s_where_that_is_known() -> None:
    sydney = "<div>Posted 12 April 2023 at 11:58am</div>"
    assert written(UTC_EVENING, sydney, url="https://velm-courier.com.au/bridge") == "2023-04-12T11:58:11+10:00"
    assert written(UTC_EVENING, sydney, url="https://velm-courier.ca/bridge") == "2023-04-12T01:58:11+00:00"


@pytest.mark.parametrize(
    ("line", "url", "expected"),
    [
        ("Apr 11, 2023", URL, "2023-04-11T23:58:11-02:00"),  # the clock nearest to UTC that was still on that day
        ("11 April 2023", "https://velm-courier.ca/bridge", "2023-04-11T23:28:11-02:30"),
        ("11 April 2023", "https://velm-courier.com.au/bridge", "2023-04-12T01:58:11+00:00"),  # no clock there was on that day
    ],
)
def test_the_day_that_a_line_at_the_headline_shows_tells_the_publisher_s_clock(line: str, url: str, expected: str) -> None:
    assert written(UTC_EVENING, f"<div>{line}</div>", url=url) == expected
    stamp = '<time datetime="2023-04-11T21:59:40-04:00">April 11, 2023</time>'
    assert written(UTC_EVENING, stamp) == "2023-04-11T21:58:11-04:00"  # of another instant, but by the same clock
    assert written("2023-06-29T20:03:55Z", "<div>30 June 2023</div>") == "2023-06-30T00:03:55+04:00"


def test_the_day_of_an_update_tells_no_clock() -> None:
    updated = '<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2023-04-11T08:00:00Z"}</script>'
    assert written(UTC_EVENING, "<div>Updated Apr 11, 2023</div>") == UTC_EVENING.replace("Z", "+00:00")
    body = paragraphs() * 2
    both = LINKED.format(UTC_EVENING).replace('"datePublished"', '"dateModified": "2023-04-11T08:00:00Z", "datePublished"')
    for head, expected in ((both, "2023-04-12T01:58:11+00:00"), (LINKED.format(UTC_EVENING) + updated, "2023-04-11T23:58:11-02:00")):
        found = read(html(f"<div>Apr 11, 2023</div>{body}", head)).date_published
        assert found is not None
        assert found.isoformat() == expected


def test_the_country_s_only_clock_is_not_put_in_doubt() -> None:
    line = "<div>April 11, 2023 at 9:58 p.m. EDT</div>"
    assert written(UTC_EVENING, line, url="https://velm-courier.co.uk/bridge") == "2023-04-12T02:58:11+01:00"


def test_what_is_read_off_a_line_for_readers_is_not_moved_by_another() -> None:
    lines = "<div>12 April 2023, 10:58</div><div>12 April 2023, 12:58</div>"
    found = read(html(lines + paragraphs())).date_published
    assert found is not None
    assert found.isoformat() == "2023-04-12T10:58:00+00:00"


def test_the_day_in_a_masthead_tells_no_clock() -> None:
    masthead = "<header><div>Wednesday, April 12, 2023</div></header><article>"
    page = html(f"<div>April 11, 2023</div>{paragraphs()}", LINKED.format("2023-04-11T20:00:00Z")).replace("<article>", masthead)
    found = read(page).date_published
    assert found is not None
    assert found.isoformat() == "2023-04-11T20:00:00+00:00"
