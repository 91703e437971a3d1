"""canonical_url: what meets under one key, what must not, and what holds for any text."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newshouse.urls import canonical_url, host_of, is_http_url

PAGE = "https://www.paper.example/2024/05/01/story-77"


@pytest.mark.parametrize(
    "variant",
    [
        "HTTPS://WWW.Paper.Example:443/2024/05/01/story-77",
        "http://www.paper.example:80/2024/05/01/story-77/",
        "//www.paper.example/2024/05/01/story-77",
        "www.paper.example/2024/05/01/story-77",
        "http://http://www.paper.example/2024/05/01/story-77",
        "https://https//www.paper.example/2024/05/01/story-77",
        "  https://www.paper.example/2024/05/01/story-77\n",
        "https://reader:secret@www.paper.example/2024/05/01/story-77",
        "https://www.paper.example/2024/./05/x/../01//story-77",
        "https://www.paper.example/2024/05/01/stor%79-77",
        f"{PAGE}#comments",
        f"{PAGE}#:~:text=foo%20bar",
        f"{PAGE}?utm_source=a&amp;UTM_Medium=b",
        f"{PAGE}?fbclid=IwAR0&gclid=1&at_medium=RSS&cmpid=wp&smid=tw-share&__twitter_impression=true",
        f"{PAGE}?page=1",
        f"{PAGE}?share=twitter&nb=1",
        f"{PAGE}?print=1",
        f"{PAGE}/print/",
        f"{PAGE}/amp",
        f"{PAGE}/?amp",
        f"{PAGE}?amp=1",
        f"{PAGE}?outputType=amp",
        f"{PAGE}.html",
        f"{PAGE}.amp.html",
        f"{PAGE}~amp.html",
        f"{PAGE}.html/amp/",
        f"{PAGE};jsessionid=1A2B3C.html",
        "https://amp.paper.example/2024/05/01/story-77",
        "https://m.paper.example/2024/05/01/story-77?m=1",
        "https://mobile.paper.example/2024/05/01/story-77",
        "https://www.paper.example/amp/2024/05/01/story-77",
        "https://www.paper.example/platform/amp/2024/05/01/story-77",
        "https://www.google.com/url?q=https://www.paper.example/2024/05/01/story-77&sa=D",
        "https://www.google.com/amp/s/www.paper.example/2024/05/01/story-77/amp",
        "https://www-paper-example.cdn.ampproject.org/c/s/www.paper.example/2024/05/01/story-77",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.paper.example%2F2024%2F05%2F01%2Fstory-77%3Futm_source%3Dfb&h=AT0",
    ],
)
def test_variants_of_an_address_meet(variant: str) -> None:
    assert canonical_url(variant) == canonical_url(PAGE) == "https://paper.example/2024/05/01/story-77"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://paper.example/article?id=1", "https://paper.example/article?id=2"),
        ("https://paper.example/article?ref=77123", "https://paper.example/article?ref=77124"),
        ("https://paper.example/?p=1", "https://paper.example/?p=2"),
        ("https://paper.example/?p=1", "https://paper.example/"),
        ("https://paper.example/story?sid=1", "https://paper.example/story?sid=2"),
        ("https://paper.example/events?eid=101", "https://paper.example/events?eid=102"),
        ("https://paper.example/c?id=1&id=2", "https://paper.example/c?id=2&id=1"),
        ("https://paper.example/a%2Fb", "https://paper.example/a/b"),
        ("https://paper.example/c4N1aBcD", "https://paper.example/c4n1abcd"),
        ("https://paper.example/music/amp-review", "https://paper.example/music/review"),
        ("https://paper.example/tag/amp", "https://paper.example/tag"),
        ("https://paper.example/amp", "https://paper.example/"),
        ("https://paper.example/live?page=2", "https://paper.example/live?page=3"),
        ("https://paper.example/story?hl=fr", "https://paper.example/story?hl=en"),
        ("http://paper.example:8080/a", "http://paper.example/a"),
        ("https://paper.example/index.php?id=5", "https://paper.example/index.php?id=6"),
        ("https://paper.example/utm_source/1", "https://paper.example/utm_source/2"),
        ("https://paper.example/#!/story/1", "https://paper.example/#!/story/2"),
        ("https://one.example/a", "https://two.example/a"),
        ("https://m.example/a", "https://n.example/a"),
    ],
)
def test_different_articles_stay_apart(one: str, other: str) -> None:
    assert canonical_url(one) != canonical_url(other)


def test_the_order_of_parameters_does_not_matter() -> None:
    assert canonical_url("https://paper.example/a?lang=en&id=7") == canonical_url("https://paper.example/a?id=7&lang=en")


def test_a_source_can_keep_a_parameter_that_looks_like_a_tracker() -> None:
    one, other = "https://paper.example/a?cmpid=1", "https://paper.example/a?cmpid=2"
    assert canonical_url(one) == canonical_url(other)
    assert canonical_url(one, ["CmpId"]) != canonical_url(other, ["CmpId"])


def test_an_international_host_has_one_spelling() -> None:
    assert canonical_url("https://www.süddeutsche.example/a-1") == canonical_url("https://www.xn--sddeutsche-9db.example/a-1")
    assert canonical_url("https://paper.example/españa/1") == canonical_url("https://paper.example/espa%c3%b1a/1")


PIECES = (
    "http:// https: // / www. m. amp a B é paper.example :80 : @ ? & &amp; = # ! %2F % %41 .. . ;jsessionid=1 .html index print page 1 "
    "url q u www.google.com/url?q= l.facebook.com/l.php?u= cdn.ampproject.org/c/s/ ~amp .amp platform utm_source=x + \\"
)
URLISH = st.lists(st.sampled_from([*PIECES.split(), " ", "\ud800", "\x00"]), max_size=14).map("".join)


@given(st.one_of(st.text(), URLISH, URLISH.map(lambda tail: f"https://paper.example/{tail}")))
@example("http://https://a.example/?url=http://b.example/&amp;amp;x")
@example("https://paper.example/print/print/amp/index.html.html")
def test_canonical_url_takes_any_text_and_is_at_rest_after_once(text: str) -> None:
    once = canonical_url(text)
    assert canonical_url(once) == once


@given(st.one_of(st.text(), URLISH))
def test_what_is_called_an_http_url_has_a_host(text: str) -> None:
    assert bool(host_of(text)) or not is_http_url(text)


def test_hosts_are_read_without_port_case_and_credentials() -> None:
    assert host_of("https://me:pw@News.Paper.Example:8443/a") == "news.paper.example"
    assert host_of("mailto:me@paper.example") == ""
