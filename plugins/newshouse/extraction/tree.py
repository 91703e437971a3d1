"""The page as an lxml tree: one parse, with limits."""

import re

from lxml import etree

from newshouse.errors import Rejected
from newshouse.extraction.charset import clean_utf8
from newshouse.extraction.text import folded
from newshouse.model import Page, Reason

MAX_BYTES = 16 * 1024 * 1024
MAX_TAGS = 100_000  # start and end tags; the largest of 1,800 real pages has a fifth of it
MAX_ATTRIBUTES = 256  # in one tag; the parser's time grows with their square
_LONG_TAG = re.compile(rb"<[a-zA-Z][^<]{1200}")
_MANY_ATTRIBUTES = re.compile(
    rb"<[a-zA-Z][^\s>]*+(?:[\s/]++[^\s=>]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]++))?+){%d}" % (MAX_ATTRIBUTES + 1)
)


def parsed(page: Page) -> etree._Element:
    """The root element of the page. Comments and processing instructions are gone.

    Raises Rejected: TOO_LARGE above MAX_BYTES, MAX_TAGS or MAX_ATTRIBUTES, TOO_DEEP where the parser gave up on the nesting, NOT_HTML
    where there is not one element.
    """
    if len(page.content) > MAX_BYTES:
        raise Rejected(Reason.TOO_LARGE, f"{len(page.content)} bytes, at most {MAX_BYTES}")
    if page.content.count(b"<") > MAX_TAGS:
        raise Rejected(Reason.TOO_LARGE, f"more than {MAX_TAGS} tags")
    if _is_binary(page.content):
        raise Rejected(Reason.NOT_HTML, "the bytes are a picture, a document or an archive")
    content = clean_utf8(page.content, page.content_type)
    if any(_has_many_attributes(content, long.start()) for long in _LONG_TAG.finditer(content)):
        raise Rejected(Reason.TOO_LARGE, f"a tag of more than {MAX_ATTRIBUTES} attributes")
    root = _parsed(content)
    if root is None or root.find("body") is None:
        mended = _without_unclosed(content)
        root = _parsed(mended) if mended != content else root
    if root is None or len(root) == 0:
        raise Rejected(Reason.NOT_HTML, "no element in the page")
    if root.find("body") is None and (head := root.find("head")) is not None:
        head.tag = "body"  # the parser leaves an article in the head where the page has no body tag, as HTML allows
    return root


def text_of(element: etree._Element, separator: str = "") -> str:
    """All text inside `element`, folded; `separator` goes between its pieces."""
    return folded(separator.join(str(part) for part in element.itertext()))


def _parsed(content: bytes) -> etree._Element | None:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root: etree._Element | None = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:  # an empty document
        return None
    _check_depth(parser)
    return root


def _without_unclosed(content: bytes) -> bytes:
    """`content` without the start tags of elements that would swallow the rest of the page, since nothing closes them.

    Also without a document type that lost its end: the parser takes the whole page for its name.
    """
    for name in (b"title", b"script", b"style", b"textarea", b"noscript"):
        last = content.lower().rfind(b"<" + name)
        if last >= 0 and content.lower().find(b"</" + name, last) < 0:
            content = content[:last] + b"<p " + content[last + 1 + len(name) :]
    return content


def _has_many_attributes(content: bytes, place: int) -> bool:
    """Is there a tag of more than MAX_ATTRIBUTES at `place`? In a script, "<" compares."""
    if _MANY_ATTRIBUTES.match(content, place) is None:
        return False
    return content.rfind(b"<script", 0, place) <= content.rfind(b"</script", 0, place)


def _is_binary(content: bytes) -> bool:
    return content.startswith((b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"RIFF", b"\x00\x00\x00"))


def _check_depth(parser: etree.HTMLParser) -> None:
    last = parser.error_log.last_error
    if last is not None and "depth" in last.message.lower():
        raise Rejected(Reason.TOO_DEEP, last.message)
