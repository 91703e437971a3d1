"""Class names and ids asked for a pattern, up to a length and remembered: a page, and the pages of a publisher, use the same few.

For what one module asks; the names that several ask for are flags (see hints.py).
"""

import re
from functools import lru_cache

LONGEST_NAMES = 400  # letters of one attribute that are looked at


class ClassNames:
    """A pattern of names, matched anywhere in the value of a class or id attribute."""

    __slots__ = ("_says",)

    def __init__(self, expression: re.Pattern[str]) -> None:
        self._says = lru_cache(maxsize=4_096)(lambda names: expression.search(names) is not None)

    def __call__(self, names: str | None) -> bool:
        """Does the value, if there is one, hold such a name?"""
        return self._says(names[:LONGEST_NAMES]) if names else False
