"""The headings of a page as a reader sees them: without the kicker, and apart from those that end a trail of links.

Not the place for choosing the headline (see headlines.py).
"""

import re
from collections.abc import Collection, Iterator, Sequence

from lxml import etree

from newshouse.extraction.headline.titles import squeezed
from newshouse.extraction.page.heading_parts import without_anchor
from newshouse.extraction.page.tree import pieces_of, text_of, text_within
from newshouse.extraction.text import comparable, folded

MAX_LENGTH = 400  # letters; a longer h1 wraps something else
_MAX_PIECES = 8
_TRAIL_LEVELS = 4  # elements above a heading that may be the trail
_TRAIL_LETTERS = 120  # letters of the other items of a trail
_SEPARATORS = re.compile(r"[\W_]+")
_KICKER = re.compile(
    r"(?<![a-z])(?:kicker|topline|overline|eyebrow|roofline|dachzeile|spitzmarke|surtitle|supertitle|pretitle|overtitle|antetitulo)"
)


def shown_text(element: etree._Element, told: Sequence[str], told_parts: Collection[str] = ()) -> str:
    """The text of a heading; "" where it is no line.

    `told`: the headlines of the metadata, comparable, most trusted first. Of a heading made of several elements only the part that the
    first of them gives too: what else stands in it is a kicker, a date, a number of comments. `told_parts`: the main parts of those
    headlines (see titles.py), which count where no headline itself is found. Without such a part, what is marked as kicker goes.
    """
    text = text_within(element, MAX_LENGTH)
    if len(text) < 2:
        return ""
    if len(element) == 0:
        return text
    text = without_anchor(text, element)
    pieces = pieces_of(element)
    if not 1 < len(pieces) <= _MAX_PIECES:
        return text
    if told and comparable(text) == told[0]:
        return text
    parts = {comparable(part): part for part in _parts([piece for _, piece in pieces])} | {comparable(text): text}
    found = next((parts[line] for line in told if line in parts), "")
    if not found and told_parts:
        found = next((part for part in (text, *parts.values()) if squeezed(part) in told_parts), "")
    return found or _without_kicker(pieces) or text


def is_in_trail(element: etree._Element) -> bool:
    """Is the heading the last item of a trail ("Home > Politics > ..."), as search engines like it and no reader takes for the headline?"""
    own = len(text_of(element))
    for parent, _ in zip(element.iterancestors(), range(_TRAIL_LEVELS), strict=False):
        if "breadcrumb" in f"{parent.get('class')} {parent.get('id')}".lower():
            return True
        if parent.tag in ("body", "main", "article"):
            return False
        if _is_longer(parent, own + _TRAIL_LETTERS):
            return False
        if _links_before(parent, element) >= 2:
            return True
    return False


def _is_longer(element: etree._Element, letters: int) -> bool:
    """Has the element more text than `letters`? Without reading all of what may be the whole page."""
    left = letters
    for part in element.itertext():
        left -= len(folded(str(part)))
        if left < 0:
            return True
    return len(text_of(element)) > letters  # with the spaces between its parts


def _links_before(parent: etree._Element, heading: etree._Element) -> int:
    """The links that stand before the heading; 0 where anything but links and separators stands around it in `parent`."""
    count = 0
    others = []
    for element in parent.iter("a"):
        count += 1
        others.append(text_of(element))
    rest = text_of(parent)
    for text in (text_of(heading), *others):
        rest = rest.replace(text, " ", 1)
    is_after = any(element is heading for element, _ in zip(parent.iter("a", heading.tag), range(2), strict=False))
    return 0 if _SEPARATORS.sub("", rest) or is_after else count


def _parts(pieces: list[str]) -> Iterator[str]:
    """Every run of `pieces` of more than one word."""
    for start in range(len(pieces)):
        for end in range(start + 1, len(pieces) + 1):
            part = " ".join(pieces[start:end])
            if " " in part:
                yield part


def _without_kicker(pieces: list[tuple[str, str]]) -> str:
    """What follows the leading pieces that are marked as kicker; "" where none is or nothing follows."""
    place = 0
    while place < len(pieces) and _KICKER.search(pieces[place][0].lower()):
        place += 1
    rest = folded(" ".join(text for _, text in pieces[place:])) if place else ""
    return rest.lstrip(":-–—| ") if " " in rest else ""
