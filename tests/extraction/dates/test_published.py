from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newshouse.extraction import extract
from newshouse.model import DatePrecision, Page, Source
from tests.extraction.writing import URL, html, page, paragraphs, read

BERLIN = Source(source_id="spree", name="Spree-Bote", homepage="https://velm-courier.example/", language="de", time_zone="Europe/Berlin")


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


@pytest.mark.parametrize("wrong", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1970-01-01T00:00:00Z", "2099-01-01", "soon"])
def test_an_implausible_date_loses_to_the_next_candidate(wrong: str) -> None:
    head = meta("article:published_time", wrong) + '<meta name="date" content="2019-11-03T09:14:00+02:00">'
    at = datetime(2019, 11, 5, tzinfo=UTC)
    found = extract(Page(content=html(paragraphs(), head).encode(), url=URL, captured_at=at))
    assert found.date_published == datetime(2019, 11, 3, 7, 14, tzinfo=UTC)


def test_a_date_before_1990_stands_if_the_address_says_so_too() -> None:
    head = meta("article:published_time", "1969-07-21T02:56:00Z")
    assert read(html(paragraphs(), head)).date_published is None
    found = read(html(paragraphs(), head), "https://velm-courier.example/1969/07/21/moon")
    assert found.date_published == datetime(1969, 7, 21, 2, 56, tzinfo=UTC)


def test_a_date_is_raw_precise_and_aware_and_says_where_it_was_read() -> None:
    found = read(html(paragraphs(), meta("article:published_time", "2024-03-05T10:15:00+01:00")))
    assert found.date_published_raw == "2024-03-05T10:15:00+01:00"
    assert found.date_published_precision is DatePrecision.SECOND
    assert found.provenance["date_published"] == "opengraph"


def test_a_time_without_a_zone_is_read_in_the_source_s_zone() -> None:
    found = extract(page(html(f"<p>05.07.2024, 10:15 Uhr</p>{paragraphs()}")), BERLIN)
    assert found.date_published == datetime(2024, 7, 5, 8, 15, tzinfo=UTC)


def test_a_time_without_a_zone_is_read_in_the_zone_of_the_host_s_country_where_no_source_tells() -> None:
    found = read(html(f"<p>05.07.2024, 10:15 Uhr</p>{paragraphs()}"), "https://spree-bote.de/bruecke-4711.html")
    assert found.date_published == datetime(2024, 7, 5, 8, 15, tzinfo=UTC)


def test_what_a_page_tells_in_utc_is_given_on_the_publisher_s_clock() -> None:
    midnight = "2024-07-05T00:04:00"
    for stated, expected in (("2024-07-04T22:04:00Z", f"{midnight}+02:00"), (f"{midnight}+03:00", f"{midnight}+03:00")):
        found = extract(page(html(paragraphs(), meta("article:published_time", stated))), BERLIN)
        assert found.date_published is not None
        assert found.date_published.isoformat() == expected
        assert found.date_published == datetime.fromisoformat(stated)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "Asia/Tokyo", "Pacific/Honolulu"])
def test_day_and_month_are_told_apart_before_the_clock_is_changed(zone: str) -> None:
    source = replace(BERLIN, language="en", time_zone=zone)
    found = extract(page(html(f"<p>08/12/2024 20:00 GMT</p>{paragraphs()}"), "https://velm-courier.example/2024/12/08/x"), source)
    assert found.date_published == datetime(2024, 12, 8, 20, tzinfo=UTC)


def test_a_change_on_the_day_of_publication_is_told_from_it_by_the_publisher_s_clock() -> None:
    source = replace(BERLIN, time_zone="Asia/Tokyo")
    changed = meta("article:modified_time", "2024-05-02T23:10:00Z")
    found = extract(page(html(f"<p>May 3, 2024</p>{paragraphs()}", changed)), source)
    assert found.date_published == datetime(2024, 5, 3, tzinfo=UTC)
    assert found.date_modified == datetime(2024, 5, 2, 23, 10, tzinfo=UTC)
    same = meta("article:published_time", "2024-05-03T08:00:00+09:00") + meta("article:modified_time", "2024-05-03")
    assert extract(page(html(paragraphs(), same)), source).date_modified is None


def test_midnight_is_the_day_that_the_page_writes_whatever_its_zone() -> None:
    found = read(html(paragraphs(), meta("article:published_time", "2024-05-03T00:00:00+09:00")))
    assert (found.date_published, found.date_published_precision) == (datetime(2024, 5, 3, tzinfo=UTC), DatePrecision.DAY)


def test_the_first_day_of_all_is_no_date_on_any_clock() -> None:
    head = meta("article:published_time", "0001-01-01T00:00:01Z")
    assert read(html(paragraphs(), head), "https://www.courier.pe/12345-x").date_published is None


def test_a_day_is_made_precise_by_another_date_of_the_same_day() -> None:
    head = '<meta name="date" content="2024-03-05">'
    found = read(html(f"<p>5 March 2024 10:15 GMT</p>{paragraphs()}", head))
    assert found.date_published == datetime(2024, 3, 5, 10, 15, tzinfo=UTC)


def test_the_address_is_a_witness_where_the_page_is_silent() -> None:
    found = read(html(paragraphs()), "https://velm-courier.example/2024/03/05/bridge")
    assert found.date_published == datetime(2024, 3, 5, tzinfo=UTC)
    assert (found.date_published_precision, found.provenance["date_published"]) == (DatePrecision.DAY, "url")


def test_a_date_glued_to_the_parts_beside_it_is_read() -> None:
    found = read(html(f"<div><span>Mary Miller</span><span>Oct 17, 2023</span><span>5757 Shares</span></div>{paragraphs()}"))
    assert found.date_published == datetime(2023, 10, 17, tzinfo=UTC)


def test_an_update_line_is_no_publication() -> None:
    found = read(html(f"<p>Updated 7 March 2024 08:00</p><p>Published 5 March 2024 10:15</p>{paragraphs()}"))
    assert found.date_published == datetime(2024, 3, 5, 10, 15, tzinfo=UTC)


def test_a_modification_at_the_time_of_publication_is_none() -> None:
    head = meta("article:published_time", "2024-03-05T10:15:00Z") + meta("article:modified_time", "2024-03-05T10:15:00Z")
    assert read(html(paragraphs(), head)).date_modified is None


def test_a_page_without_a_date_is_still_an_article() -> None:
    assert read(html(paragraphs())).date_published is None


@pytest.mark.parametrize(
    "line",
    [
        "Posted on April 13, 2023",
        "Datum: 13.04.2023",
        "Veröffentlicht am 13. April 2023",
        "Publié le 13 avril 2023",
        "Fecha: 13 de abril de 2023",
        "Опубликовано 13 апреля 2023",
    ],
)
def test_a_date_that_is_named_as_that_of_publication_is_found_below_the_text(line: str) -> None:
    found = read(html(f"{paragraphs()}{paragraphs()}<div>{line}</div><p>Seen again on 14 May 2023</p>"))
    assert found.date_published == datetime(2023, 4, 13, tzinfo=UTC)


@pytest.mark.parametrize(
    "opening",
    [
        "(13 April 2023) ",
        "VELM, 13 April 2023 – ",
        "Press release of 13 April 2023 | Velm ",
        "VELM, April 13, 2023 /Velm Wire/ -- ",
        "VELM, R.I., April 13, 2023 -- ",
        "VELM, R.I., Apr. 13, 2023 (Velm Wire) ",
    ],
)
def test_a_date_that_opens_the_text_is_read(opening: str) -> None:
    long = "The council decided to rebuild the old bridge; work is to begin in the spring, after the ice has gone. " * 2
    assert read(html(f"<p>{opening}{long}</p>{paragraphs()}")).date_published == datetime(2023, 4, 13, tzinfo=UTC)


@pytest.mark.parametrize(
    ("url", "beside"),
    [
        ("https://velm-courier.example/2019/03/05/bridge", ""),
        ("https://velm-courier.example/bridge", '<time datetime="2019-03-05"></time>'),
        ("https://velm-courier.co.uk/bridge", ""),
        ("https://velm-courier.example/2019-03/05/content_4711.htm", ""),
    ],
)
def test_which_number_is_the_month_is_told_by_other_dates_and_by_the_country(url: str, beside: str) -> None:
    assert read(html(f"<p>05/03/2019</p>{paragraphs()}{beside}"), url).date_published == datetime(2019, 3, 5, tzinfo=UTC)
    assert read(html(f"<p>05/03/2019</p>{paragraphs()}")).date_published == datetime(2019, 5, 3, tzinfo=UTC)


def test_dates_of_several_items_are_those_of_other_articles_too() -> None:
    item = '<div itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="datePublished" content="{}"></div>'
    others = item.format("2024-05-05") + item.format("2024-05-04")
    found = read(html(others + paragraphs(), '<meta name="date" content="2019-11-03">'))
    assert found.date_published == datetime(2019, 11, 3, tzinfo=UTC)


RELATED = (
    '<ul><li><a href="/1">Ferry fares rise</a> (24 February 2004)</li><li><a href="/2">Ice on the Velm</a> (19 February 2004)</li></ul>'
)


@pytest.mark.parametrize(
    ("above", "top", "foot"),
    [
        ("2 March 2004, 16:33", "", RELATED),  # the dates of other articles below a short text
        ("4 March 2004", "2 March 2004", RELATED),  # the day of the visit in the masthead
        ("4 March 2004", "", "<p>Published March 2, 2004</p>"),
        ("", "", "<p>Velm, 2 March 2004</p>"),
        ("2 March 2004", f"<p>{'Written for those who cross the river each day and must wait. ' * 2}</p>", RELATED),
    ],
)
def test_the_date_above_the_headline_goes_before_those_that_stand_in_or_below_the_text(above: str, top: str, foot: str) -> None:
    text = html(f"<p>{top}</p>{paragraphs()}{foot}").replace("<h1>", f"<div>{above}</div><h1>", 1)
    found = read(text).date_published
    assert found is not None
    assert found.date().isoformat() == "2004-03-02"


LONG = "Written for those who cross the river each day and must wait. " * 2


@pytest.mark.parametrize(
    "top",
    [
        f"<p>{LONG}</p>",
        f"<h2>{LONG}</h2><p>{LONG}</p>",
        f"<p>{LONG}</p><figure><img src='x.jpg'><figcaption>{LONG}</figcaption></figure>",
        f"<p><a href='/1'>{LONG}</a></p><p>{LONG}</p>",
    ],
)
def test_a_date_line_below_standfirst_and_caption_goes_before_the_masthead(top: str) -> None:
    text = html(f"{top}<p>Velm, 2 March 2004</p>{paragraphs()}").replace("<h1>", "<div>4 March 2004</div><h1>", 1)
    assert read(text).date_published == datetime(2004, 3, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["The mayor spoke. On 13 April 2023 he said – ", "The vote came 13 April 2023, said 4 people/members here "]
)
def test_a_date_in_the_first_sentences_does_not_open_the_text(text: str) -> None:
    long = "the council decided to rebuild the old bridge; work is to begin in the spring, after the ice has gone. " * 2
    assert read(html(f"<p>{text}{long}</p>{paragraphs()}")).date_published is None


ASKED = "https://velm-courier.example/story.asp?id=12&t=2004-03-02-18-14-22"


def test_a_day_in_the_query_makes_whole_the_date_that_a_line_shows_without_its_year() -> None:
    found = read(html(f"<p>Mar 2, 6:14 PM EST</p>{paragraphs() * 6}<p>Published on March 5, 2004</p>"), ASKED)
    assert found.date_published == datetime(2004, 3, 2, 23, 14, tzinfo=UTC)
    assert found.provenance["date_published"] == "url"


@pytest.mark.parametrize("head", ["", meta("article:modified_time", "2004-03-05")])
def test_a_day_in_the_query_is_the_last_that_is_asked(head: str) -> None:
    found = read(html(f"<p>Mar 1, 6:14 PM EST</p>{paragraphs()}", head), ASKED)
    assert found.date_published == datetime(2004, 3, 5 if head else 2, tzinfo=UTC)
    assert read(html(f"<p>March 1, 2004</p>{paragraphs()}", head), ASKED).date_published == datetime(2004, 3, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "is_issue"),
    [
        ("Vol. 18, No. 112, Tuesday, March 2, 2004", True),
        ("Jahrgang XII, Nr. 9, 2. März 2004", True),
        ("Año V · Nº 9 · 2 de marzo de 2004", True),
        ("Tuesday, March 2, 2004", False),
        ("Notes of March 2, 2004", False),
    ],
)
def test_the_line_of_the_issue_far_above_the_headline_dates_it_and_the_day_of_the_visit_does_not(line: str, is_issue: bool) -> None:
    menu = "".join(f"<div>{name}</div>" for name in ("Town", "Fields", "River", "Market", "Weather"))
    found = read(html(paragraphs()).replace("<article>", f"<div>{line}</div>{menu}<article>", 1))
    assert found.date_published == (datetime(2004, 3, 2, tzinfo=UTC) if is_issue else None)


COMMENT = '<div class="comment"><div class="head"><cite>Ida</cite> {}</div><p>Well said, all of you, and thank you for it.</p></div>'


@pytest.mark.parametrize(
    "date",
    [
        '<span class="datetime">22 April 2015, 9:01</span>',
        '<time datetime="2015-04-22T09:01:00Z">22 April</time>',
        "<div>Posted on 22 April 2015</div>",
        "<p>Ida wrote on the morning of 22 April 2015 that</p>",
    ],
)
def test_the_date_of_a_comment_is_not_the_article_s(date: str) -> None:
    comments = f'<div class="comments"><h4>2 comments</h4>{COMMENT.format(date)}</div>'
    assert read(html(paragraphs() + comments)).date_published is None
    dated = read(html(paragraphs() + comments), "https://velm-courier.example/2015/04/21/bridge")
    assert dated.date_published == datetime(2015, 4, 21, tzinfo=UTC)


def test_a_mark_of_comments_around_the_article_or_at_a_date_with_their_number_hides_no_date() -> None:
    opinion = html(f"<p>21 April 2015</p>{paragraphs()}").replace("<article>", '<article class="comment">')
    counted = html(f'<div class="date-comments">21 April 2015 · 4 comments</div>{paragraphs()}')
    for text in (opinion, counted):
        assert read(text).date_published == datetime(2015, 4, 21, tzinfo=UTC)


def test_the_title_of_an_element_that_shows_the_hour_tells_the_date() -> None:
    stamp = '<abbr class="published" itemprop="datePublished" title="{}">7:32</abbr>'
    line = "<div>Read also what we wrote on 3 May 2016</div>"
    found = read(html(line + paragraphs() + stamp.format("2015-04-21T07:32:00-03:00"))).date_published
    assert found == datetime(2015, 4, 21, 10, 32, tzinfo=UTC)
    several = stamp.format("2015-04-21T07:32:00-03:00") + stamp.format("2015-04-20T07:32:00-03:00")
    assert read(html(line + paragraphs() + several)).date_published == datetime(2016, 5, 3, tzinfo=UTC)


def test_a_date_whose_numbers_are_words_is_read_without_a_digit_in_its_line() -> None:
    text = (
        "市は東部地区に子ども向けの公園を三カ所新設した。住民が七年以上待ち望んでいたもので、開園式には大勢の市民や関係者が集まった。" * 2
    )
    found = read(
        html(f"<div>平成三十年三月十二日</div><p>{text}</p><p>{text}</p>", headline="市が子ども公園を三カ所新設").replace('"en"', '"ja"')
    )
    assert found.date_published == datetime(2018, 3, 12, tzinfo=UTC)
    assert "平成" not in found.article_body


@pytest.mark.parametrize(
    "line", ["2 November 2022", "Published Nov 2, 2022 · 5 min read", "02.11.2022 - Redaktion: Ada Lind", "2022-11-02"]
)
def test_no_article_is_younger_than_the_day_it_shows(line: str) -> None:
    changed = meta("article:published_time", "2025-06-12T09:00:00Z")
    found = read(html(f"<p>{line}</p>{paragraphs()}", changed).replace('"en"', '"de"'))
    assert (found.date_published, found.date_published_precision) == (datetime(2022, 11, 2, tzinfo=UTC), DatePrecision.DAY)
    assert found.provenance["date_published"] == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "<p>11 June 2025</p>",  # the same day in another zone
        "<p>Updated 2 November 2022</p>",
        "<p>02/11/2022</p>",  # of which nobody knows the month
        '<p><a href="/1">2 November 2022</a></p>',
        "<table><tr><td>2 November 2022</td></tr></table>",
        "<p>In the vote of 2 November 2022 the council had been of another mind, and many of its members still are to this day.</p>",
        f"{paragraphs() * 2}<p>2 November 2022</p>",
    ],
)
def test_a_day_that_may_not_be_of_the_publication_leaves_the_metadata_their_date(line: str) -> None:
    told = "2025-06-12T09:00:00+00:00"
    found = read(html(line + paragraphs(), meta("article:published_time", told)))
    assert found.date_published == datetime.fromisoformat(told)


@pytest.mark.parametrize(
    "beside",
    [
        "<p>June 12, 2025</p><p>2 November 2022</p>",  # the page shows the day of its metadata too
        "<p>June 12, 2025</p><ul><li><a href='/x'>Bank robbed by three men in the valley</a><p>May 1, 2024</p></li></ul>",
        "<ul><li><a href='/x'>Bank robbed by three men in the valley</a><p>May 1, 2024</p></li></ul>",
        "<p>In cinemas: 3 May 2024</p>",
        "<p>Velm 2-1 Bo, 3 May 2024</p>",
        "<p>For the year ended December 31, 2023</p>",
        "<p>Born May 3, 1995</p>",
        "<dl><dt>Date</dt><dd>May 3, 2024</dd></dl>",
        "<p>May 1, 2024 - June 30, 2024</p>",
        "<p>The vote was held on May 3, 2024.</p>",
        "<h2>May 3, 2024: the vote</h2>",
        "<p><em>The bridge in Velm, May 3, 2024.</em></p>",
    ],
)
def test_a_day_of_something_else_beside_the_headline_leaves_the_metadata_their_date(beside: str) -> None:
    told = "2025-06-12T09:00:00+00:00"
    assert read(html(beside + paragraphs(), meta("article:published_time", told))).date_published == datetime.fromisoformat(told)


def test_dots_part_months_and_days_too_where_the_metadata_say_so() -> None:
    told = "2024-10-05T14:00:00+00:00"
    found = read(html(f"<p>10.05.2024</p>{paragraphs()}", meta("article:published_time", told)))
    assert found.date_published == datetime.fromisoformat(told)
