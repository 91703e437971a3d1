"""The extractors that are compared: how each is called, with the settings its own documentation recommends for news.

A peer is imported only when it is loaded, in a process of its own (`benchmarks.peer_process`): the environment may lack it, and its
memory is its own.
"""

import importlib.util
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from benchmarks.scoring import Fields


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPage:
    """What an extractor gets: the same bytes for all, and the same text for those that take no bytes."""

    content: bytes
    url: str | None
    text: str


Extract = Callable[[SavedPage], Fields]


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    name: str
    package: str  # the distribution whose version is quoted
    module: str
    gives: frozenset[str]  # names of Fields; what is not in here is not scored
    setting: str  # how it is called, as the documentation says it
    load: Callable[[], Extract]
    is_slow: bool = False  # sees a sample of each set by default


def is_installed(peer: Peer) -> bool:
    return importlib.util.find_spec(peer.module) is not None


def text_of(content: bytes) -> str:
    """The page decoded for extractors that take text: UTF-8 where it is valid, else the charset the page names, else windows-1252."""
    named = re.search(rb"charset=[\"']?([\w-]+)", content[:4096])
    for charset in ("utf-8", named.group(1).decode() if named else "windows-1252"):
        try:
            return content.decode(charset)
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("windows-1252", "replace")


def load_newshouse() -> Extract:
    from newshouse.errors import Rejected
    from newshouse.extraction import extract
    from newshouse.model import Page

    def fields(page: SavedPage) -> Fields:
        try:
            article = extract(Page(content=page.content, url=page.url or ""))
        except Rejected:
            return Fields()
        return Fields(
            headline=article.headline,
            authors=[author.name for author in article.authors],
            date_published=_iso(article.date_published),
            article_body=article.article_body,
        )

    return fields


def load_lxml() -> Extract:
    from lxml.html import document_fromstring

    def fields(page: SavedPage) -> Fields:
        document_fromstring(page.content)
        return Fields()

    return fields


def load_trafilatura(*, favor_precision: bool) -> Extract:
    from trafilatura import bare_extraction

    def fields(page: SavedPage) -> Fields:
        found: Any = bare_extraction(
            page.content, url=page.url, with_metadata=True, include_comments=False, favor_precision=favor_precision
        )
        if found is None:
            return Fields()
        authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
        return Fields(headline=found.title, authors=authors, date_published=found.date, article_body=found.text)

    return fields


def load_newspaper4k() -> Extract:
    from newspaper import article

    def fields(page: SavedPage) -> Fields:
        url = page.url or "http://unknown.example/"  # it needs one, and reads a date from it
        try:
            found = article(url, input_html=page.text, fetch_images=False)
        except ImportError:  # the page's language needs a package that does not come with it
            found = article(url, input_html=page.text, fetch_images=False, language="en")
        return Fields(headline=found.title, authors=found.authors, date_published=_iso(found.publish_date), article_body=found.text)

    return fields


def load_news_please() -> Extract:
    from newsplease import NewsPlease

    def fields(page: SavedPage) -> Fields:
        found = NewsPlease.from_html(page.text, url=page.url, fetch_images=False)
        return Fields(headline=found.title, authors=found.authors, date_published=_iso(found.date_publish), article_body=found.maintext)

    return fields


def load_readability() -> Extract:
    from lxml.html import fromstring
    from readability import Document

    ends_line = {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "br", "tr", "td", "section", "pre"}

    def fields(page: SavedPage) -> Fields:
        document = Document(page.text, url=page.url)
        tree: Any = fromstring(document.summary(html_partial=True))
        for element in tree.iter():
            if element.tag in ends_line:
                element.tail = "\n" + (element.tail or "")
        return Fields(headline=document.short_title(), article_body=tree.text_content())

    return fields


def load_resiliparse() -> Extract:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def fields(page: SavedPage) -> Fields:
        tree = HTMLTree.parse_from_bytes(page.content, detect_encoding(page.content) or "utf-8")
        body = extract_plain_text(tree, main_content=True, alt_texts=False, list_bullets=False, comments=False)
        return Fields(article_body=body)

    return fields


def load_htmldate() -> Extract:
    from htmldate import find_date

    def fields(page: SavedPage) -> Fields:
        return Fields(date_published=find_date(page.content, original_date=True, url=page.url))

    return fields


def _iso(moment: object) -> str | None:
    return moment.isoformat() if isinstance(moment, datetime) else None


ALL_FIELDS = frozenset({"headline", "authors", "date_published", "article_body"})
OURS, PARSE, MEASURE = "newshouse", "lxml parse alone", "trafilatura"

PEERS = (
    Peer(
        name=OURS,
        package="newshouse",
        module="newshouse",
        gives=ALL_FIELDS,
        setting="`extract(Page(content, url))` on bytes: the body and all fields, none of them asked for separately",
        load=load_newshouse,
    ),
    Peer(
        name=MEASURE,
        package="trafilatura",
        module="trafilatura",
        gives=ALL_FIELDS,
        setting="`bare_extraction(bytes, url, with_metadata=True, include_comments=False)`; authors split at `;`",
        load=lambda: load_trafilatura(favor_precision=False),
    ),
    Peer(
        name="trafilatura precision",
        package="trafilatura",
        module="trafilatura",
        gives=ALL_FIELDS,
        setting="the same with `favor_precision=True`",
        load=lambda: load_trafilatura(favor_precision=True),
    ),
    Peer(
        name="newspaper4k",
        package="newspaper4k",
        module="newspaper",
        gives=ALL_FIELDS,
        setting="`article(url, input_html=text, fetch_images=False)`; in the language of the page, `en` where it lacks a package for it",
        load=load_newspaper4k,
        is_slow=True,
    ),
    Peer(
        name="news-please",
        package="news-please",
        module="newsplease",
        gives=ALL_FIELDS,
        setting="`NewsPlease.from_html(text, url, fetch_images=False)`",
        load=load_news_please,
        is_slow=True,
    ),
    Peer(
        name="readability-lxml",
        package="readability-lxml",
        module="readability",
        gives=frozenset({"headline", "article_body"}),
        setting="`Document(text, url)`: `summary(html_partial=True)` as text with a line per block, `short_title()`",
        load=load_readability,
        is_slow=True,
    ),
    Peer(
        name="resiliparse",
        package="resiliparse",
        module="resiliparse",
        gives=frozenset({"article_body"}),
        setting="`extract_plain_text(tree, main_content=True, alt_texts=False, list_bullets=False, comments=False)`, tree from bytes",
        load=load_resiliparse,
    ),
    Peer(
        name="htmldate",
        package="htmldate",
        module="htmldate",
        gives=frozenset({"date_published"}),
        setting="`find_date(bytes, original_date=True, url=url)`; finds the date alone",
        load=load_htmldate,
    ),
    Peer(
        name=PARSE,
        package="lxml",
        module="lxml",
        gives=frozenset(),
        setting="`lxml.html.document_fromstring(bytes)`: nothing extracted, the floor for whoever builds on lxml",
        load=load_lxml,
    ),
)
