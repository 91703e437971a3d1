"""The questions of an accordion, written on the buttons that show their answers.

All other buttons hold no text of the article: most are menus, and "Share this article" is none.
"""

import re
from itertools import islice

from lxml import etree

from newshouse.extraction.page.class_names import ClassNames

_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_QUESTION = re.compile("[?？؟]")
_names_accordion = ClassNames("accordion|faq|question")
_SHORTEST, _LONGEST = 15, 300  # letters of a question
_MAX_PIECES = 20  # of its text


def is_question(button: etree._Element) -> bool:
    """Is `button` a heading of its own, or does it ask what it shows the answer to?"""
    return _leads_heading(button) or (_shows(button) and _asks(button))


def _leads_heading(button: etree._Element) -> bool:
    """Does the sub-heading around `button` begin with it?"""
    inner = button
    for _ in range(2):
        above = inner.getparent()
        if above is None or inner.getprevious() is not None or (above.text and not above.text.isspace()):
            return False
        if above.tag in _HEADINGS:
            return True
        inner = above
    return False


def _shows(button: etree._Element) -> bool:
    return button.get("aria-expanded") is not None or button.get("aria-controls") is not None or _names_accordion(button.get("class"))


def _asks(button: etree._Element) -> bool:
    text = "".join(map(str, islice(button.itertext(), _MAX_PIECES))).strip()
    return _SHORTEST <= len(text) <= _LONGEST and _QUESTION.search(text) is not None
