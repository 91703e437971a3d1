"""A heading that says the headline and more: a kicker before it, a badge or the site's name behind it, often with no space between.

And the sign in a heading that links to the heading itself.

Not the place for taking the headline out of such a heading (see headline/heading.py).
"""

from itertools import accumulate, islice

from lxml import etree

from newshouse.extraction.page.tree import HEADINGS, pieces_of
from newshouse.extraction.text import comparable

_MAX_PIECES = 12  # in one heading
_SHORTEST = 12  # letters of a headline that is known again in a longer heading
_LONGEST_REST = 60  # letters of the heading that are not of the headline
_LONGEST_REST_OF_TEXT = 30  # the same where no element sets the rest apart
_ANCHORS = "#¶§🔗\ufe0f"  # signs that link to the heading they stand at
_MAX_LINKS = 8  # in one heading


def is_headline_and_more(element: etree._Element, tag: str, text: str, wanted: str) -> bool:
    """Does the heading say `wanted`, a comparable text without spaces, beside a shorter rest in elements of its own?

    An h1 may also have the rest in one text with the headline, before or behind it; other headings may only begin like the headline.
    """
    if tag not in HEADINGS or not _SHORTEST <= len(wanted) < len(text) <= 3 * len(wanted) + _LONGEST_REST:
        return False
    own = comparable(text).replace(" ", "")
    rest = len(own) - len(wanted)
    if not 0 <= rest <= min(_LONGEST_REST, len(wanted)) or wanted not in own:
        return False
    if tag == "h1" and rest <= _LONGEST_REST_OF_TEXT and (own.startswith(wanted) or own.endswith(wanted)):
        return True
    return len(element) > 0 and _is_run(wanted, [comparable(piece).replace(" ", "") for _, piece in pieces_of(element)])


def _is_run(wanted: str, pieces: list[str]) -> bool:
    """Do some neighbours among `pieces` say `wanted` together?"""
    if len(pieces) > _MAX_PIECES:
        return False
    return any(wanted in accumulate(pieces[start:]) for start in range(len(pieces)))


def without_anchor(heading: str, element: etree._Element) -> str:
    """`heading`, the text of `element`, without the sign that links to the heading itself, at its end or before it."""
    if not heading or (heading[-1] not in _ANCHORS and heading[0] not in _ANCHORS):
        return heading
    for link in islice(element.iter("a"), _MAX_LINKS):
        pieces = [str(piece).strip() for piece in islice(link.itertext(), _MAX_LINKS)]
        sign = next((piece for piece in pieces if piece and not piece.strip(_ANCHORS)), "")
        if sign and (link.get("href") or "").startswith("#"):
            return heading.removesuffix(sign).removeprefix(sign).strip()
    return heading
