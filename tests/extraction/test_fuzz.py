"""Whatever the bytes, extraction gives an Article or Rejected."""

from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.mutations import hostile_page
from newshouse.errors import Rejected
from newshouse.extraction import extract
from newshouse.model import Article, Page
from tests.extraction.writing import URL, html, paragraphs

PAGES = [path.read_bytes() for path in sorted((Path(__file__).parent.parent / "pages").glob("*.html"))]
LIMIT_S = 2.0  # of CPU time, for one page


def check(content: bytes, url: str = URL, content_type: str | None = None) -> None:
    try:
        article = extract(Page(content=content, url=url, content_type=content_type))
    except Rejected:
        return
    assert isinstance(article, Article)
    assert article.headline
    assert article.article_body
    for text in (article.headline, article.article_body, *(author.name for author in article.authors), article.image_caption or ""):
        assert "\0" not in text
        text.encode("utf-8")
    for instant in (article.date_published, article.date_modified):
        assert instant is None or instant.tzinfo is not None


@pytest.mark.parametrize("start", range(0, 300, 50))
def test_a_hostile_page_gives_an_article_or_a_reason_in_time(start: int) -> None:
    for seed in range(start, start + 50):
        page = hostile_page(seed, PAGES)
        began = process_time()
        check(page.content, page.url, page.content_type)
        assert process_time() - began < LIMIT_S, f"seed {seed}: {page.kind}"


@pytest.mark.parametrize(
    "nested",
    [
        f"<p>{'<b class=author>' * 1_900}By x {'<br>' * 14_000}x{'</b>' * 1_900}</p>",
        f"<p>{'<b itemprop=author itemscope>' * 1_500}{'<br>' * 14_000}</p>",
        f"{'<span class=caption>' * 200}{'<img>' * 14_000}",
    ],
)
def test_marks_within_marks_take_no_long_time(nested: str) -> None:
    text = "<p>The council decided on Monday evening to rebuild the old bridge, which was closed two years ago.</p>" * 5
    began = process_time()
    check(f"<title>The old bridge</title><article><h1>The old bridge is rebuilt</h1>{nested}{text}".encode())
    assert process_time() - began < LIMIT_S


@given(st.binary(max_size=400), st.sampled_from([None, "text/html; charset=utf-16", "text/html; charset=x", "text/html; charset=cp037"]))
@settings(max_examples=150, deadline=None)
def test_bytes_that_are_no_page_give_a_reason(content: bytes, content_type: str | None) -> None:
    check(content, content_type=content_type)


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_no_address_breaks_extraction(url: str) -> None:
    check(PAGES[0], url=url)
    check(PAGES[0], url="http://[" + url)


def test_a_tag_whose_name_is_none_is_looked_into() -> None:
    strange = '<x\x0b-y class="date">5 Mar 2024 <span class="date">5 March 2024</span></x\x0b-y>'
    text = "<p>The council decided on Monday evening to rebuild the old bridge, which was closed two years ago.</p>" * 5
    check(f"<title>The old bridge</title><article><h1>The old bridge is rebuilt</h1>{text}{strange}</article>".encode())


_MANY_SPANS = "<span class=caption>" * 60 + "ab " * 100_000 + "</span>" * 60


@pytest.mark.parametrize(
    "body",
    [
        "<div>" + "<br>".join(f"line {n}" for n in range(14)) + "<nav>a b c" + "<time datetime=x></time>" * 2_500 + "</nav></div>",
        f"<div>{_MANY_SPANS}<br><br>" + "<br>".join(f"aba{n}z" for n in range(5_000)) + "</div>",
        "<div>"
        + "".join(f'<div class="article-body x{n}">Ab cd ef gh ij kl mn op qr.</div>' for n in range(6_000))
        + f"<a href=/x>{'abc ' * 26}</a><hr>" * 5_000
        + "</div>",
        "".join(f"<h1>council alpha{n} - a - b - c - d - e - f - g</h1>" for n in range(10_000)),
        f"<p>{'aaaa aaaa aaaa ' * 40_000}.</p><blockquote>" + "<br>".join(["aaaa aaaa aaaa aaab"] * 10_000) + "</blockquote>",
        "<aside>" * 1_500 + "<p>Ab cd ef gh ij kl mn op qr st uv.</p>" * 9_000 + "</aside>" * 1_500,
    ],
    ids=["times", "captions", "marks", "headings", "quotes", "asides"],
)
def test_many_of_a_kind_take_no_long_time(body: str) -> None:
    names = "".join(f'<meta name="og:site_name" content="a{n} b{n}"><meta name="twitter:title" content="c{n} d{n}">' for n in range(900))
    page = html(paragraphs() + body, names).encode()
    began = process_time()
    check(page)
    assert process_time() - began < LIMIT_S
