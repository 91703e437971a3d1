"""Which number of "02/03/2004" is the month, by all that a page tells of it.

The country and the declared language have been asked when the date was read (see facts.language_hint). This looks further, and only where
either number may be the month.
"""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from newshouse.extraction.dates.moments import Moment, exchanged, is_month_first, moment_of, orders_of_numbers, separator
from newshouse.extraction.dates.url_dates import dates_in_query, dates_in_url
from newshouse.extraction.facts import Facts
from newshouse.extraction.language import detected_language

_MAX_WITNESSES = 20
_LONGEST_LINE = 60  # letters of a block in which the page's other dates are looked for: a sentence may tell of any time
_SHORTEST_PARAGRAPH = 80  # letters
_SAMPLE = 4_000  # letters of text by which its language is told
_FEW_LETTERS = 400  # in more of them English is always known, other languages mostly


class DayOrder:
    """The order of day and month on one page; what it asks of the page it asks once, and only when a date needs it."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts

    def settled(self, raw: str, moment: Moment) -> Moment:
        """`moment`, or that of 8 December where "8/12" was read as 12 August and the page says otherwise.

        The address and dates for machines are asked first, then the other dates in numbers; then the text, for English is what
        templates declare wherever they are used.
        """
        other = exchanged(raw, moment)
        if other is None:
            return moment
        if (moment.at.date() in self._days) is not (other.at.date() in self._days):
            return other if other.at.date() in self._days else moment
        was_month_first = is_month_first(raw, moment)
        month_first = self._elsewhere.get(separator(raw))
        if month_first is None:
            month_first = was_month_first and not self._is_day_first_language
        return moment if month_first is was_month_first else other

    @cached_property
    def _days(self) -> set[date]:
        told = [element.get("datetime") or "" for element in self._facts.tagged["time"][:_MAX_WITNESSES]]
        told += [*dates_in_url(self._facts.page.url), *dates_in_query(self._facts.page.url)]
        return {witness.at.date() for witness in map(moment_of, told) if witness}

    @cached_property
    def _elsewhere(self) -> dict[str, bool]:
        """Separators, and whether the month stands before them in the dates of the page that tell; none on which these disagree."""
        lines = (block.text for block in self._facts.blocks.blocks if len(block.text) <= _LONGEST_LINE)
        found = {order for line in lines if "/" in line or "-" in line for order in orders_of_numbers(line)}
        return {mark: month_first for mark, month_first in found if (mark, not month_first) not in found}

    @cached_property
    def _is_day_first_language(self) -> bool:
        """Is the text in another language than the English that was declared or taken for granted?"""
        if (self._facts.language_hint or "en") not in ("en", "en-us"):
            return False
        sample = " ".join(self._sample())
        detected = detected_language(sample)
        return detected != "en" and (detected is not None or len(sample) > _FEW_LETTERS)

    def _sample(self) -> Iterator[str]:
        letters = 0
        for block in self._facts.blocks.blocks:
            if block.size >= _SHORTEST_PARAGRAPH and block.link_size < 0.5 * block.size:
                yield block.text
                letters += len(block.text)
            if letters > _SAMPLE:
                return
