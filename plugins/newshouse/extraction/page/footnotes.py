"""The numbers behind a word that lead to a footnote, which touch the word once the text is read without its look.

Not the place for the notes themselves.
"""

import re
from itertools import islice

from lxml import etree

from newshouse.extraction.page.tree import text_within

_NUMBER = re.compile(r"\s*(?:\d{1,3}|\[\s?\d{1,3}\s?\]|\(\d{1,3}\))\s*")
_TOUCHED = re.compile(r"(?:[^\W\d_]|(?:^|\D)[.!?]|[”»’\"'])$")
_HAN = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]")  # letters, between which numbers stand without spaces
_COUNTED = re.compile(  # words whose number follows; one that is no abbreviation touches the mark of a footnote only
    r"(?:\b(?:n[or]|nos|núm|arts?|abs|figs?|eqs?|sec|ch|chap|kap|tab|abb|vol|pp?|rn|anm|ziff|ст|п|рис)\.?\s*|[§№°º]\s*"
    r"|\b(?:artikel|articles?|artículo|articolo|absatz|figures?|equations?|sections?|chapters?|kapitel|tables?|tabelle|refs?|notes?|satz)\s+)$",
    re.IGNORECASE,
)
_LONGEST_WORD = 14  # letters
_LONGEST = 9  # letters
_MAX_INNER = 6  # elements of a mark


def is_raised_note(raised: etree._Element) -> bool:
    """Is the `sup` nothing but a number that is a link within the page? "m²" is none."""
    if not _NUMBER.fullmatch(text_within(raised, _LONGEST)):
        return False
    links = [raised.getparent(), *islice(raised.iter("a"), _MAX_INNER)]
    return any(link is not None and link.tag == "a" and _leads_within(link) for link in links)


def is_note_link(link: etree._Element, before: str) -> bool:
    """Is the link within the page nothing but a number, in square brackets or touching the words `before` it?

    "Table 3", "(3)" and "3" are none, nor is a number that belongs to the word before it or to a Chinese, Japanese or Korean one around it.
    """
    text = link.text
    if not text or len(text) > _LONGEST or not _NUMBER.fullmatch(text) or len(link) > 0 or not _leads_within(link):
        return False
    text = text.strip()
    if text.startswith("(") or before.endswith("(") or _COUNTED.search(before[-_LONGEST_WORD:]):
        return False
    if not text.isdigit():
        return True
    return _TOUCHED.search(before[-2:]) is not None and not _HAN.match(before[-1:]) and not _HAN.match(link.tail or "")


def _leads_within(link: etree._Element) -> bool:
    return (link.get("href") or "").startswith("#")
