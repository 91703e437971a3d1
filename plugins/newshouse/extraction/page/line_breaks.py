"""What a single `<br>` parts, told by the font, bold and span elements around it.

Pages of the nineties set headline, byline and text in one cell, each in its own font, with a `<br>` between.
"""

import re
from itertools import islice

from lxml import etree

from newshouse.extraction.authors.names import BY
from newshouse.extraction.dates.moments import moment_of
from newshouse.extraction.page.tree import HEADINGS
from newshouse.extraction.text import folded, has_digit

_FORMATS = frozenset(("b", "big", "em", "font", "i", "small", "span", "strong", "u"))
_LONGEST_LINE = 400  # letters
_MAX_PIECES = 20  # of the text of one inline element
_MAX_INLINE = 4  # inline elements around a line
_LARGE = re.compile(r"\+[2-9]|[4-9]")  # of a font
_LARGE_STYLE = re.compile(r"font-size\s{0,9}:\s{0,9}(?:(?:1[89]|[2-9]\d)(?:\.\d{1,4})?\s{0,9}p[xt]|x{1,2}-large)", re.IGNORECASE)
_LONGEST_DATE = 60  # letters
_HEADLINE = 200  # letters of one in a large font


def is_set_apart(line_break: etree._Element, line: str) -> bool:
    """Does `line` stand in an inline element that ends where it does, at `line_break`, and what follows in another look?"""
    before = _ended_at(line_break)
    if before is None or len(line) > _LONGEST_LINE:
        return False
    after = _followed_by(line_break if before is not line_break.getparent() else before)
    if after is not None and after.tag == before.tag and after.attrib == before.attrib:  # each line of a text in a span of its own
        return False
    return folded("".join(map(str, islice(before.itertext(), _MAX_PIECES)))).endswith(folded(line))


def is_within_heading(line_break: etree._Element) -> bool:
    """Does `line_break` part two lines of one heading, or of a headline in a large font?"""
    inner, is_behind_text = line_break, False
    for _ in range(_MAX_INLINE):
        around = inner.getparent()
        if around is None or not (around.tag in HEADINGS or around.tag in _FORMATS):
            return False
        is_behind_text = is_behind_text or not _is_blank(around.text) or inner.getprevious() is not None
        if around.tag in HEADINGS or _is_large(around):
            is_between = is_behind_text and _ended_at(line_break) is None and _followed_by(line_break) is None
            return is_between and _is_short(around) and not _is_head_line(line_break.tail or "")
        inner = around
    return False


def _is_head_line(text: str) -> bool:
    text = folded(text)
    return BY.match(text) is not None or (has_digit(text) and len(text) <= _LONGEST_DATE and moment_of(text) is not None)


def _ended_at(line_break: etree._Element) -> etree._Element | None:
    """The inline element whose end stands right before `line_break`, or right after it."""
    above = line_break.getparent()
    if above is not None and above.tag in _FORMATS and line_break.getnext() is None and _is_blank(line_break.tail):
        return above
    before = line_break.getprevious()
    return before if before is not None and before.tag in _FORMATS and _is_blank(before.tail) else None


def _followed_by(element: etree._Element) -> etree._Element | None:
    """The inline element that begins right after `element`."""
    after = element.getnext() if _is_blank(element.tail) else None
    return after if after is not None and after.tag in _FORMATS else None


def _is_blank(text: str | None) -> bool:
    return not text or text.isspace()


def _is_large(element: etree._Element) -> bool:
    size = (element.get("size") or "").strip() if element.tag == "font" else ""
    return element.tag == "big" or _LARGE.fullmatch(size) is not None or _LARGE_STYLE.search(element.get("style") or "") is not None


def _is_short(element: etree._Element) -> bool:
    pieces = list(islice(element.itertext(), _MAX_PIECES + 1))
    return len(pieces) <= _MAX_PIECES and sum(map(len, pieces)) <= _HEADLINE
