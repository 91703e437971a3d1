"""Class names and ids asked for a pattern, up to a length and remembered: a page, and the pages of a publisher, use the same few.

For what one module asks; the names that several ask for are flags (see hints.py).
"""

import re
from functools import lru_cache

LONGEST_NAMES = 400  # letters of one attribute that are looked at


class ClassNames:
    """A pattern of names in lower case, matched anywhere in the value of a class or id attribute, whatever the value's case."""

    __slots__ = ("_says",)

    def __init__(self, expression: str) -> None:
        exact, any_case = re.compile(expression), re.compile(expression, re.IGNORECASE)

        @lru_cache(maxsize=4_096)
        def says(names: str) -> bool:  # an exact pattern skips in one step what it cannot begin with
            return (exact.search(names.lower()) if names.isascii() else any_case.search(names)) is not None

        self._says = says

    def __call__(self, names: str | None) -> bool:
        """Does the value, if there is one, hold such a name?"""
        return self._says(names[:LONGEST_NAMES]) if names else False
