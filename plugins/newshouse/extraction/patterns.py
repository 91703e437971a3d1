"""Long lists of words and alternatives as tables that a reader can take in.

A table becomes a regular expression: its lines are joined with nothing between them, and case is ignored. Most are compiled by RE2, which
reads a text once, letter by letter, however many alternatives there are: a hundredth of the time of Python's `re` on the longest of them,
and linear on any text. `pattern` is for the few that need more than a yes or no.
"""

import re
from collections.abc import Iterable

import re2

_MEMORY = 16 << 20  # bytes that one table's automaton may take
_PARTS = re.compile(r"(?P<opening>(?:^|(?<=[|(:]))\\b)|\\.|(?P<bracket>[][])", re.DOTALL)
_IN_BRACKETS = {r"\w": r"\pL\pN_", r"\d": r"\p{Nd}", r"\s": r"\s\pZ"}
_OUTSIDE = {r"\b": r"(?:$|[^\pL\pN_])", r"\w": r"[\pL\pN_]", r"\W": r"[^\pL\pN_]", r"\d": r"\p{Nd}", r"\s": r"[\s\pZ]"}


def pattern(table: str) -> re.Pattern[str]:
    """`table` as a regular expression of Python."""
    return re.compile(_joined(table), re.IGNORECASE)


def names(table: str) -> tuple[str, ...]:
    """The words of `table`."""
    return tuple(table.split())


class Phrases:
    """A table as an expression that only tells whether a text matches. It knows no look-around and, in brackets, no `\\w` or `\\W`."""

    __slots__ = ("_expression",)

    def __init__(self, table: str) -> None:
        self._expression = re2.compile(_in_re2(_joined(table)), _options())

    def search(self, text: str) -> bool:
        """Does a phrase stand anywhere in `text`?"""
        return self._expression.search(_encoded(text)) is not None

    def match(self, text: str) -> bool:
        """Does `text` begin with a phrase?"""
        return self._expression.match(_encoded(text)) is not None

    def fullmatch(self, text: str) -> bool:
        """Is `text` a phrase and nothing else?"""
        return self._expression.fullmatch(_encoded(text)) is not None

    def share(self, text: str) -> float:
        """The share of `text` that the first phrase in it takes."""
        found = self._expression.search(_encoded(text))
        return (found.end() - found.start()) / len(_encoded(text)) if found else 0.0


class PhraseKinds:
    """Several tables, of which one look at a text tells all that match."""

    __slots__ = ("_set",)

    def __init__(self, tables: Iterable[str]) -> None:
        self._set = re2.Set.SearchSet(_options())
        for table in tables:
            self._set.Add(_in_re2(_joined(table)))
        self._set.Compile()

    def flags(self, text: str) -> int:
        """One bit for each table, in their order, that matches somewhere in `text`."""
        places = self._set.Match(_encoded(text))
        return sum(1 << place for place in places) if places else 0


def _joined(table: str) -> str:
    return "".join(line.strip() for line in table.splitlines())


def _in_re2(expression: str) -> str:
    """`expression` with words, digits and spaces of all scripts, since RE2 knows ASCII; the edge of a word takes a letter beside it."""
    is_in_brackets = False

    def translated(part: re.Match[str]) -> str:
        nonlocal is_in_brackets
        if part["bracket"]:
            is_in_brackets = part["bracket"] == "["
            return part[0]
        if part["opening"]:
            return r"(?:^|[^\pL\pN_])"
        return (_IN_BRACKETS if is_in_brackets else _OUTSIDE).get(part[0], part[0])

    return _PARTS.sub(translated, expression)


def _options() -> re2.Options:
    options = re2.Options()
    options.case_sensitive = False
    options.never_capture = True
    options.log_errors = False
    options.max_mem = _MEMORY
    return options


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")
