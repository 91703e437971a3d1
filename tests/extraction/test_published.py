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
