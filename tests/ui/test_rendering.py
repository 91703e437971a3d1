import re
from datetime import timedelta

import pytest
import vl_convert

from newshouse.ui.plots import balance, daily, heat_steps
from newshouse.ui.rendering import Links, marked, percent, size, span
from newshouse.ui.security import is_from_our_pages


@pytest.mark.parametrize(
    ("snippet", "expected"),
    [
        ("a \ue000salmon\ue001 leaps", "a <mark>salmon</mark> leaps"),
        ("<b>\ue000<i>\ue001</b>", "&lt;b&gt;<mark>&lt;i&gt;</mark>&lt;/b&gt;"),
        ("\ue000a\ue001 and \ue000b\ue001", "<mark>a</mark> and <mark>b</mark>"),
        ("begins \ue000and never ends", "begins <mark>and never ends</mark>"),
        ("ends\ue001 and never began", "ends\ue001 and never began"),
        ("plain & simple", "plain &amp; simple"),
    ],
)
def test_hits_are_marked_and_all_else_is_text(snippet: str, expected: str) -> None:
    assert str(marked(snippet)) == expected


def test_addresses_leave_out_what_is_not_asked_for_and_quote_the_rest() -> None:
    links = Links("/airflow/news/")
    assert links.to() == "/airflow/news/"
    assert links.to("sources", "a/b c") == "/airflow/news/sources/a%2Fb%20c"
    assert links.to("articles", q="salmon & trout", source=None, from_="2025-09-17", page="") == (
        "/airflow/news/articles?q=salmon+%26+trout&from=2025-09-17"
    )


def test_an_assets_address_changes_with_its_content() -> None:
    assert Links("/news").static("news.css") != Links("/news").static("news.js").replace(".js", ".css")


@pytest.mark.parametrize(("share", "said"), [(None, "–"), (0, "0 %"), (0.001, "<1 %"), (0.5, "50 %"), (0.9999, ">99 %"), (1, "100 %")])
def test_nearly_all_is_not_said_to_be_all(share: float | None, said: str) -> None:
    assert percent(share) == said


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (timedelta(), "0 s"),
        (timedelta(hours=5, minutes=35), "5 h 35 min"),
        (timedelta(days=3, hours=4, minutes=5), "3 d 4 h"),
        (timedelta(minutes=-2), "-2 min"),
        (None, "–"),
    ],
)
def test_a_length_of_time_is_told_in_its_two_largest_units(length: timedelta | None, said: str) -> None:
    assert span(length) == said


@pytest.mark.parametrize(("byte_count", "said"), [(0, "0 B"), (2_540, "2.5 kB"), (12_300_000, "12.3 MB"), (None, "–")])
def test_sizes_are_told_in_their_unit(byte_count: int | None, said: str) -> None:
    assert size(byte_count) == said


@pytest.mark.parametrize(
    ("counts", "steps"), [([], [1]), ([0, 0], [1]), ([3], [1, 2]), ([0, 5, 200], [1, 4, 14, 53]), ([10_000], [1, 10, 100, 1000])]
)
def test_colours_grow_with_the_proportion_and_none_stands_for_nothing_but_zero(counts: list[int], steps: list[int]) -> None:
    assert heat_steps(counts) == steps


@pytest.mark.parametrize(("count", "ticks"), [(0, [0]), (1, [0, 1]), (2, [0, 1, 2]), (3, [0, 1, 2, 3]), (5, [0, 1, 2, 3, 4, 5])])
def test_few_articles_are_counted_in_whole_ones(count: int, ticks: list[int]) -> None:
    spec = daily([{"day": "2025-09-17", "articles": count}], description="Few articles")
    drawn = vl_convert.vegalite_to_svg({**spec, "width": 200})
    assert [int(number) for number in re.findall(r">(\d+)</text>", drawn)] == ticks


@pytest.mark.parametrize(("urls", "ticks"), [(0, [0]), (1, [0, 1]), (3, [0, 1, 2, 3]), (20, [0, 5, 10, 15, 20])])
def test_few_discovered_urls_are_counted_in_whole_ones(urls: int, ticks: list[int]) -> None:
    bars = [{"run": "a", "label": "night", "outcome": "loaded", "urls": urls, "place": 0, "address": "#"}]
    drawn = vl_convert.vegalite_to_svg({**balance(bars, description="Few URLs"), "width": 600})
    assert [int(number) for number in re.findall(r">(\d+)</text>", drawn)] == ticks


@pytest.mark.parametrize(
    ("headers", "is_ours"),
    [
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "same-site", "origin": "http://house.example", "host": "house.example"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "none"}, False),
        ({"origin": "http://house.example:8080", "host": "house.example:8080"}, True),
        ({"origin": "http://evil.example", "host": "house.example"}, False),
        ({"origin": "null", "host": "house.example"}, False),
        ({"host": "house.example"}, False),
        ({"authorization": "Bearer x", "host": "house.example"}, True),
    ],
)
def test_a_form_counts_only_from_our_own_pages(headers: dict[str, str], is_ours: bool) -> None:
    assert is_from_our_pages(headers) is is_ours
