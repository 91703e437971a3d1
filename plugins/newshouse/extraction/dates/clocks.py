"""The clock of a publisher of whom no time zone is known, as the page itself tells it.

Programs write the publication in UTC, and the country may have several clocks, or be unknown. But the page often writes the same instant
once more: for other programs with an offset, or for its readers as their clocks showed it.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from itertools import chain
from zoneinfo import ZoneInfo

from newshouse.extraction.dates.moments import moment_of
from newshouse.model import DatePrecision
from newshouse.zones import zones_of

_WITH_ZONE = re.compile(r"(?:[+-](?!00:?00)\d\d:?\d\d|[ \d][A-Z]{2,4})\W?$")
_LONGEST = 60  # letters of a date for programs
_DAY, _MINUTE = timedelta(days=1), timedelta(minutes=1)
_QUARTERS = (0, 15, 30, 45)  # the minutes of an hour by which clocks differ
_HALVES = (-9.5, -3.5, -2.5, 3.5, 4.5, 5.5, 5.75, 6.5, 8.75, 9.5, 10.5, 12.75, 13.75)
_OFFSETS = frozenset(timedelta(hours=hours) for hours in (*range(-11, 0), *range(1, 15), *_HALVES))  # all that there are
_NEAREST_FIRST = [timezone(timedelta(hours=hours)) for hours in (1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8, -8, 9)]  # most of all


def told_clock(instant: datetime, raws: Iterable[object]) -> tzinfo | None:
    """The clock by which one of `raws`, dates for programs, writes the `instant`; None where all that do go by UTC."""
    return next((at.tzinfo for at in _with_offset(raws) if abs(at - instant) < _MINUTE), None)


def _with_offset(raws: Iterable[object]) -> Iterator[datetime]:
    """Those of `raws`, dates for programs, that do not go by UTC."""
    for raw in raws:
        if isinstance(raw, str) and len(raw) <= _LONGEST and _WITH_ZONE.search(raw):
            moment = moment_of(raw)
            if moment is not None and moment.at.utcoffset():
                yield moment.at


def shown_clock(instant: datetime, lines: Iterable[str], country: str, language: str | None) -> tzinfo | None:
    """The clock by which one of `lines`, dates for readers, writes the `instant`; None where none does, or only in UTC.

    A line is of another instant, such as that of an update, unless it is away from this one by as much as a clock can be: one of those
    of `country` (ISO 3166), where it is known.
    """
    for line in _lines_at(instant, lines):
        moment = moment_of(line, UTC, language)
        if moment is None or moment.precision is DatePrecision.DAY:
            continue
        if moment.has_zone:
            if moment.at.utcoffset() and _minute(moment.at) == _minute(instant):
                return moment.at.tzinfo
            continue
        ahead = _minute(moment.at) - _minute(instant)
        if ahead in _OFFSETS and (not country or _is_clock_of(country, moment.at, ahead)):
            return timezone(ahead)
    return None


def clock_of_day(instant: datetime, day: date, raws: Iterable[object], country: str) -> tzinfo | None:
    """A clock by which the `instant` falls on the `day`, which is the one before or after it in UTC; None where no clock goes so.

    The one by which one of `raws`, dates for programs, writes another instant; else one of `country` (ISO 3166), where it is known; else
    the one nearest to UTC, since of several one knows no more.
    """
    if abs(day - instant.astimezone(UTC).date()) != _DAY:
        return None
    clocks: Iterable[tzinfo] = map(ZoneInfo, zones_of(country)) if country else _NEAREST_FIRST
    return next(
        (clock for clock in chain((at.tzinfo for at in _with_offset(raws)), clocks) if instant.astimezone(clock).date() == day), None
    )


def _lines_at(instant: datetime, lines: Iterable[str]) -> Iterator[str]:
    """Those of `lines` in which the minute of the `instant` may stand, on whichever clock: a cheap look, since few lines pass it."""
    minutes = [f"{(instant.minute + quarter) % 60:02d}" for quarter in _QUARTERS]
    return (line for line in lines if any(minute in line for minute in minutes))


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)


def _is_clock_of(country: str, shown: datetime, ahead: timedelta) -> bool:
    """Does one of the country's clocks, when it shows that time, go `ahead` of UTC by so much?"""
    return any(shown.replace(tzinfo=ZoneInfo(zone)).utcoffset() == ahead for zone in zones_of(country))
