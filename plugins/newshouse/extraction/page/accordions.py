"""The questions of an accordion, written on the buttons that show their answers, and the answers that wait for somebody to ask.

All other buttons hold no text of the article: most are menus, and "Share this article" is none.
"""

import re
from itertools import islice

from lxml import etree

from newshouse.extraction.page.class_names import ClassNames
from newshouse.extraction.page.tree import text_of

_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_QUESTION = re.compile("[?？؟]")
_names_accordion = ClassNames("accordion|faq|question")
_SHORTEST, _LONGEST = 15, 300  # letters of a question
_MAX_PIECES = 20  # of its text
_MAX_INNER = 6  # elements of a heading
_ENDS = (".", "!", "?", "。", "।", "؟", "”", "»", '"')  # of an answer, which is no label
_FIELDS = ("form", "input", "select", "textarea")


def is_question(button: etree._Element) -> bool:
    """Is `button` a heading of its own, or does it ask what it shows the answer to?"""
    return _leads_heading(button) or (_shows(button) and _asks(button))


def is_answer(element: etree._Element) -> bool:
    """Does the hidden `element` say something below the question or the sub-heading that shows it, or as one of several tabs?

    What a button shows that is neither is a menu, a word about the author or a form.
    """
    above = element.getprevious()
    if above is None or next(element.iter(*_FIELDS), None) is not None:
        return False
    if element.get("role") == "tabpanel":
        is_shown = above.get("role") == "tabpanel"
    else:
        is_shown = (above.tag in _HEADINGS or _asks(above)) and any(map(_expands, islice(above.iter(), _MAX_INNER)))
    return is_shown and text_of(element).endswith(_ENDS)


def _expands(element: etree._Element) -> bool:
    return element.get("aria-expanded") is not None or element.get("aria-controls") is not None


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
    return _expands(button) or _names_accordion(button.get("class"))


def _asks(button: etree._Element) -> bool:
    text = "".join(map(str, islice(button.itertext(), _MAX_PIECES))).strip()
    return _SHORTEST <= len(text) <= _LONGEST and _QUESTION.search(text) is not None
