"""The numbers behind a word that lead to a footnote, which touch the word once the text is read without its look.

Not the place for the notes themselves.
"""

import re
from itertools import islice

from lxml import etree

from newshouse.extraction.page.tree import text_within

_NUMBER = re.compile(r"\s*(?:\d{1,3}|\[\s?\d{1,3}\s?\]|\(\d{1,3}\))\s*")
_TOUCHED = re.compile(r"(?:[^\W\d_]|(?:^|\D)[.!?]|[”»’\"'])$")
_LONGEST = 9  # letters
_MAX_INNER = 6  # elements of a mark


def is_raised_note(raised: etree._Element) -> bool:
    """Is the `sup` nothing but a number that is a link within the page? "m²" is none."""
    if not _NUMBER.fullmatch(text_within(raised, _LONGEST)):
        return False
    links = [raised.getparent(), *islice(raised.iter("a"), _MAX_INNER)]
    return any(link is not None and link.tag == "a" and _leads_within(link) for link in links)


def is_note_link(link: etree._Element, before: str) -> bool:
    """Is the link within the page nothing but a number, in brackets or touching the words `before` it? "Table 3" and "[3]" are none."""
    text = link.text
    if not text or len(text) > _LONGEST or not _NUMBER.fullmatch(text) or len(link) > 0:
        return False
    return _leads_within(link) and (not text[-1].isdigit() or _TOUCHED.search(before[-2:]) is not None)


def _leads_within(link: etree._Element) -> bool:
    return (link.get("href") or "").startswith("#")
