import time

import pytest

from newshouse.errors import Rejected
from newshouse.extraction import extract
from newshouse.extraction.page.tree import MAX_BYTES
from newshouse.model import Article, Page, Reason
from tests.extraction.writing import HEADLINE, TEXT, URL, html, page, paragraphs, read


def outcome(content: bytes) -> Article | Reason:
    try:
        return extract(Page(content=content, url=URL))
    except Rejected as rejected:
        return rejected.reason


@pytest.mark.parametrize("tag", [b"<div>", b"<b>", b"<table><tr><td>"])
def test_a_page_of_100_000_nested_tags_is_rejected(tag: bytes) -> None:
    assert outcome(b"<html><body>" + tag * 100_000 + b"text") is Reason.TOO_LARGE
    assert outcome(b"<html><body>" + tag * 9_000 + b"text") is Reason.TOO_DEEP


def test_a_page_of_a_few_hundred_nested_tags_is_read() -> None:
    assert read(f"{'<div>' * 600}{html(paragraphs())}").article_body == TEXT


def test_a_page_of_50_megabytes_is_rejected() -> None:
    assert outcome(b"<p>" + b"a" * 50_000_000) is Reason.TOO_LARGE
    assert MAX_BYTES < 50_000_000


@pytest.mark.parametrize(
    "content",
    [
        b"<p>x" * 400_000,
        b"<p>" + b"word, " * 1_000_000,
        b"<p " + b"a=b " * 400_000 + b">text",
        b"<p " + b" ".join(b"a%d=b" % i for i in range(100_000)) + b">text",
        b"<table><tr><td>" * 50_000,
        b"<a href='" + b"x" * 4_000_000 + b"'>text</a>",
        b"<div class='" + b"related-" * 400_000 + b"'>text</div>",
        b"<p>" + b"<br>" * 400_000,
        b"<title>" * 300_000,
        b"<script type='application/ld+json'>" + b"[" * 900_000,
        b"<p>" + b"By " * 400_000,
        b"<meta name='date' content='" + b"1" * 2_000_000 + b"'><p>text",
        b"&#xD800;" * 300_000,
        b"<p>" + b"<b>x<i>y</b>" * 60_000,
    ],
    ids=lambda content: repr(content[:20]),
)
def test_hostile_pages_end_quickly(content: bytes) -> None:
    started = time.process_time()
    outcome(content)
    assert time.process_time() - started < 2


def test_a_long_value_of_an_attribute_is_no_flood_of_attributes() -> None:
    assert isinstance(outcome(html(f'<div data-state="{"word and " * 20_000}"></div>{paragraphs()}').encode()), Article)


def test_a_flood_of_attributes_behind_a_long_value_is_found() -> None:
    flood = " ".join(f"a{number}=1" for number in range(400))
    assert outcome(html(f'<div data-state="{"word and " * 20_000}" {flood}></div>{paragraphs()}').encode()) is Reason.TOO_LARGE


def test_nul_and_lone_surrogates_never_reach_an_article() -> None:
    article = read(
        html(paragraphs("A reference to &#0; and to &#xD800; and a bare \0 stand in this text of the council, it said.") + paragraphs())
    )
    for text in (article.article_body, article.headline):
        assert text.encode("utf-8")
        assert "\0" not in text
    linked = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "a", "author": "Ada \\ud800\\u0000 Lind"}</script>'
    assert [author.name for author in read(html(paragraphs(), linked)).authors] == ["Ada Lind"]


@pytest.mark.parametrize("start", ["<title>" + HEADLINE, "<style>p {}"])
def test_an_element_that_nobody_closes_does_not_swallow_the_page(start: str) -> None:
    assert TEXT in read(f"<html><head>{start}<body><h1>{HEADLINE}</h1>{paragraphs()}</body></html>").article_body


def test_a_page_without_any_wrapping_is_read() -> None:
    assert read(f"<h1>{HEADLINE}</h1>{paragraphs()}").article_body == TEXT


def test_extraction_is_a_function_of_its_input() -> None:
    one = page(html(paragraphs()))
    assert extract(one) == extract(one)
