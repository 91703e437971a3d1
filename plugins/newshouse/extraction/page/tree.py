"""The page as an lxml tree: one parse, with limits."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml import etree

from newshouse.errors import Rejected
from newshouse.extraction.page.charset import clean_utf8
from newshouse.extraction.page.streaming import put_together
from newshouse.extraction.patterns import names
from newshouse.extraction.text import folded
from newshouse.model import Page, Reason

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
MAX_BYTES = 16 * 1024 * 1024
MAX_TAGS = 30_000  # start and end tags; the most on one of 1,600 real pages is two thirds of it
_SHORTEST_TAG = 3  # bytes; a page too short for MAX_TAGS need not be counted
_LONGEST_TITLE = 2_000  # letters
_HEAD_WINDOW = 2_000  # bytes
MAX_ATTRIBUTES = 256  # in one tag; the parser's time grows with their square
_GATHERED = ("a", "base", "h1", "img", "input", "link", "meta", "script", "time", "title")
_LINES = tuple(names("br p div h1 h2 h3 h4 h5 h6 li tr td th dt dd hr section header hgroup figure figcaption"))
_READINGS = ("rt", "rp")
_UNREAD = frozenset(("script", "style"))
_NO_TEXT = frozenset(names("script style noscript template svg nav select textarea iframe object"))
_MAX_EVENTS = 500  # starts and ends of elements inside one
_WHITE = 8  # letters of source to one of text, at most: the rest is white space
_LONG_TAG = 1_200  # bytes; a shorter one has no room for so many
_TAG_WINDOW = 100_000  # bytes of one tag in which attributes are counted
_TAG_WINDOWS = 8  # of a tag with longer values
_ATTRIBUTE = rb"(?:[\s/]++[^\s=<>]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s<>\"'][^\s<>]*+))?+(?!\s*+=\s*+[\"']))"
_MANY_ATTRIBUTES = re.compile(rb"(?:<[a-zA-Z][^\s<>]*+)?+%b{%d}" % (_ATTRIBUTE, MAX_ATTRIBUTES + 1))
_LONG_VALUE = re.compile(rb"(?:<[a-zA-Z][^\s<>]*+)?+%b*+[\s/]++[^\s=<>]++\s*+=\s*+([\"'])" % _ATTRIBUTE)


def parsed(page: Page) -> etree._Element:
    """The root element of the page. Comments and processing instructions are gone.

    Raises Rejected: TOO_LARGE above MAX_BYTES, MAX_TAGS or MAX_ATTRIBUTES, TOO_DEEP where the parser gave up on the nesting, NOT_HTML
    where there is not one element.
    """
    if len(page.content) > MAX_BYTES:
        raise Rejected(Reason.TOO_LARGE, f"{len(page.content)} bytes, at most {MAX_BYTES}")
    if len(page.content) > _SHORTEST_TAG * MAX_TAGS and page.content.count(b"<") > MAX_TAGS:
        raise Rejected(Reason.TOO_LARGE, f"more than {MAX_TAGS} tags")
    if _is_binary(page.content):
        raise Rejected(Reason.NOT_HTML, "the bytes are a picture, a document or an archive")
    content = clean_utf8(page.content, page.content_type)
    content = _without_floods(content)
    root = _parsed(content)
    if root is None or root.find("body") is None or _is_swallowed(root):
        mended = _without_unclosed(content)
        root = _parsed(mended) if mended != content else root
    if root is None or len(root) == 0:
        raise Rejected(Reason.NOT_HTML, "no element in the page")
    if root.find("body") is None and (head := root.find("head")) is not None:
        head.tag = "body"  # the parser leaves an article in the head where the page has no body tag, as HTML allows
    put_together(root)
    return root


def gathered(root: etree._Element) -> dict[str, list[etree._Element]]:
    """The elements of the tags that hold facts, by tag, in the order of the page: one walk for all who look for them."""
    found: dict[str, list[etree._Element]] = {tag: [] for tag in _GATHERED}
    for element in root.iter(*_GATHERED):
        found[element.tag].append(element)
    return found


def text_of(element: etree._Element, separator: str = "") -> str:
    """All text inside `element`, folded; `separator` goes between its pieces, and a space wherever a browser begins a new line.

    The readings that East Asian pages set above their characters are left out, and what is no text at all: scripts and styles.
    """
    if len(element) and next(element.iterdescendants(*_LINES, *_READINGS, *_UNREAD), None) is not None:
        return folded(separator.join(_pieces(element)))
    return folded(separator.join(map(str, element.itertext())))


def text_within(element: etree._Element, most: int) -> str:
    """All text inside `element`, folded; "" where it is longer than `most` letters or made of more than so many pieces.

    What nobody reads is passed over: scripts are no text, but they may be longer than the page.
    """
    letters = 0
    for place, inner in enumerate(element.iter()):
        if inner.tag not in _UNREAD:
            letters += len(inner.text or "")
        letters += len(inner.tail or "") if inner is not element else 0
        if letters > _WHITE * most or place > most:
            return ""
    text = text_of(element)
    return text if len(text) <= most else ""


def pieces_of(element: etree._Element) -> list[tuple[str, str]]:
    """The runs of text below `element` and the marks of what they stand in; "" for text between its parts."""
    pieces = []
    events = etree.iterwalk(element, events=("start", "end"))
    for event, part in islice(events, _MAX_EVENTS):
        if event == "end":
            if part is not element and (text := folded(part.tail or "")):
                pieces.append(("", text))
        elif part.tag in _NO_TEXT:
            events.skip_subtree()
        elif text := folded(part.text or ""):
            pieces.append((f"{part.tag} {part.get('class')}", text))
    return pieces


def _pieces(element: etree._Element) -> Iterator[str]:
    events = etree.iterwalk(element, events=("start", "end"))
    for event, part in events:
        tag = part.tag
        if part is not element and tag in _LINES:
            yield " "
        if event == "end":
            if part is not element and part.tail:
                yield part.tail
        elif tag in _READINGS or tag in _UNREAD:
            events.skip_subtree()
        elif part.text:
            yield part.text


def _parsed(content: bytes) -> etree._Element | None:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False)
    try:
        root: etree._Element | None = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:  # an empty document
        return None
    _check_depth(parser)
    return root


def _is_swallowed(root: etree._Element) -> bool:
    """Did the first title run on to the end of the page?"""
    return any(len(title.text or "") > _LONGEST_TITLE for title, _ in zip(root.iter("title"), range(1), strict=False))


def _without_unclosed(content: bytes) -> bytes:
    """`content` without the start tags of elements that would swallow the rest of the page, since nothing closes them.

    Also without a document type or a root element that lost its end: the parser takes the whole page for its name or attributes.
    """
    for name in (b"title", b"script", b"style", b"textarea", b"noscript"):
        last = content.lower().rfind(b"<" + name)
        if last >= 0 and re.compile(b"</" + name + rb"[\s>]").search(content.lower(), last) is None:
            content = content[:last] + b"<p " + content[last + 1 + len(name) :]
    start = content[:_HEAD_WINDOW].lower().find(b"<html")
    end = content.find(b">", start) + 1
    return content[:start] + content[end:] if 0 <= start < end else content


def _without_floods(content: bytes) -> bytes:
    """`content`, in whose scripts nothing looks like a tag of more than MAX_ATTRIBUTES. Raises Rejected for such a tag elsewhere.

    In a script "<" compares; but whether the parser, too, takes a place for a script is not sure on a broken page, so it must not see it.
    """
    floods = [place for place in _long_tags(content) if _is_flood(content, place)]
    is_script, before = False, 0
    for place in floods:
        opened, closed = content.rfind(b"<script", before, place), content.rfind(b"</script", before, place)
        is_script, before = opened > closed if opened != closed else is_script, place
        if not is_script:
            raise Rejected(Reason.TOO_LARGE, f"a tag of more than {MAX_ATTRIBUTES} attributes")
    if not floods:
        return content
    safe = bytearray(content)
    for place in floods:
        safe[place] = 0x20  # a space
    return bytes(safe)


def _is_flood(content: bytes, place: int) -> bool:
    """Has the tag at `place` more than MAX_ATTRIBUTES, looked at window by window? A window ends in a value that is longer than it."""
    for _ in range(_TAG_WINDOWS):
        end = place + _TAG_WINDOW
        if _MANY_ATTRIBUTES.match(content, place, end):
            return True
        value = _LONG_VALUE.match(content, place, end)
        place = content.find(value[1], end) + 1 if value else 0
        if not place:
            return False
    return True


def _long_tags(content: bytes) -> Iterator[int]:
    """The places of "<" after which no other stands for _LONG_TAG bytes; in strides of that length, not byte by byte."""
    place = content.find(b"<")
    while 0 <= place < len(content) - _LONG_TAG:
        last = content.rfind(b"<", place + 1, place + 1 + _LONG_TAG)
        if last < 0:
            yield place
            last = content.find(b"<", place + 1)
        place = last


def _is_binary(content: bytes) -> bool:
    return content.startswith((b"%PDF-", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"RIFF", b"\x00\x00\x00"))


def _check_depth(parser: etree.HTMLParser) -> None:
    last = parser.error_log.last_error
    if last is not None and "depth" in last.message.lower():
        raise Rejected(Reason.TOO_DEEP, last.message)
