"""Long lists of words and alternatives as tables that a reader can take in."""

import re


def pattern(table: str) -> re.Pattern[str]:
    """`table` as one regular expression: its lines are joined with nothing between them, and case is ignored."""
    return re.compile("".join(line.strip() for line in table.splitlines()), re.IGNORECASE)


def lower_pattern(table: str) -> re.Pattern[str]:
    """`table`, written in lower case, as one regular expression for texts in lower case: a third of the time of ignoring case."""
    return re.compile("".join(line.strip() for line in table.splitlines()))


def names(table: str) -> tuple[str, ...]:
    """The words of `table`."""
    return tuple(table.split())
