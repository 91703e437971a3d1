"""Words inside a line that are there for screen readers only, or for whoever points at a term.

Not the place for whole elements that are hidden: those may be the article (see hints.py and body/marked_boxes.py).
"""

import re
from collections.abc import Callable
from functools import lru_cache

from lxml import etree

from newshouse.extraction.dates.moments import moment_of
from newshouse.extraction.page.class_names import LONGEST_NAMES
from newshouse.extraction.page.tree import text_of
from newshouse.extraction.text import has_digit

_NAMES = re.compile(
    r"(?<![^\s_-])(?:sr-?only|visually-?hidden|screen-?readers?(?:-?text|-?only)?|show-for-sr|element-invisible|a11y-hidden|assistive-text)"
    r"(?:-focusable)?(?![^\s_])",
    re.IGNORECASE,
)
_SHOWING = re.compile(r"(?<!focus:)\bnot-sr-only")
_STYLE = re.compile(r"(?:^|;)\s{0,9}display\s{0,9}:\s{0,9}none", re.IGNORECASE)
_MOST = 200  # letters; more is text that a click shows
_MOST_ELEMENTS = 20
_LONGEST_DATE = 60  # letters
_ENDS_SENTENCE = (".", "。", "।", "؟")  # the rest of a text that a click shows


def is_hidden(element: etree._Element, *, is_within_line: bool) -> bool:
    """Does the inline `element` hold a few words that a reader of the page does not see?

    A date counts as seen, since the page shows a part of it beside it, or a calendar. So does what is only not displayed where no text
    stands before it: it may tell machines the author.
    """
    attributes: list[tuple[str, str]] = element.items()  # type: ignore[assignment]  # no bytes come out of a parser
    for name, value in attributes:
        hides = _READERS.get(name)
        if hides is not None and (is_within_line or name == "class") and hides(value):
            text = text_of(element)
            is_rest = name != "class" and text.endswith(_ENDS_SENTENCE)
            return _holds_little(element) and not is_rest and not _is_date(text)
    return False


def _is_date(text: str) -> bool:
    return len(text) <= _LONGEST_DATE and has_digit(text) and moment_of(text) is not None


@lru_cache(maxsize=4_096)
def _hides(names: str) -> bool:
    return _NAMES.search(names) is not None and _SHOWING.search(names) is None


def _holds_little(element: etree._Element) -> bool:
    letters = 0
    for place, inner in enumerate(element.iter()):
        letters += len(inner.text or "") + (len(inner.tail or "") if inner is not element else 0)
        if letters > _MOST or place > _MOST_ELEMENTS:
            return False
    return True


# Not aria-hidden, which hides words from screen readers only.
_READERS: dict[str, Callable[[str], bool]] = {
    "class": lambda value: _hides(value[:LONGEST_NAMES]),
    "hidden": lambda value: True,
    "style": lambda value: _STYLE.search(value) is not None,
    "role": lambda value: value == "tooltip",
}
