"""Whatever the bytes, extraction gives an Article or Rejected."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newshouse.errors import Rejected
from newshouse.extraction import extract
from newshouse.model import Article, Page
from tests.extraction.writing import URL

PAGES = [path.read_bytes() for path in sorted((Path(__file__).parent.parent / "pages").glob("*.html"))]
PIECES = [
    b"<", b">", b"</", b"<div>", b"</div>", b"<p>", b"<table>", b"<a href='", b"<script>", b"<!--", b"-->", b"\0", b"\xff\xfe", b"&#xD800;",
    b"&#0;", b"<script type='application/ld+json'>{", b"\\ud800", b"<title>", b"<h1>", b"</article>", b"<svg><p>", b"<template>", b"]]>",
    b"\xed\xa0\x80", b"<meta charset=utf-16>", b"<time datetime='0000-00-00'>", b"<br><br>", b"<html lang='\xff'>", b"<base href='http://['>",
]  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A saved page cut, spliced with another, and sown with fragments."""
    one, other = draw(st.sampled_from(PAGES)), draw(st.sampled_from(PAGES))
    content = one[: draw(st.integers(0, len(one)))] + other[draw(st.integers(0, len(other))) :]
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(content)))
        content = content[:place] + draw(st.sampled_from(PIECES)) * draw(st.integers(1, 3)) + content[place + draw(st.integers(0, 40)) :]
    return content


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


@given(mutated())
@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_mutated_page_gives_an_article_or_a_reason(content: bytes) -> None:
    check(content)


@given(st.binary(max_size=400), st.sampled_from([None, "text/html; charset=utf-16", "text/html; charset=x", "text/html; charset=cp037"]))
@settings(max_examples=150, deadline=None)
def test_bytes_that_are_no_page_give_a_reason(content: bytes, content_type: str | None) -> None:
    check(content, content_type=content_type)


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_no_address_breaks_extraction(url: str) -> None:
    check(PAGES[0], url=url)
    check(PAGES[0], url="http://[" + url)
