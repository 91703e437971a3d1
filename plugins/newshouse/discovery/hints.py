"""Dates as feeds and sitemaps announce them, and as their addresses show them: hints, never an article's date."""

import calendar
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from newshouse.extraction.dates.moments import moment_of
from newshouse.model import Interval

SLACK = timedelta(days=1)  # around the interval: zones, and pages dated in the evening that come out the next morning
_LONGEST_STEP = timedelta(days=8)  # a week, and a change of the clock
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)

_MONTH_NAMES = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_DAY_SEGMENTS = re.compile(r"/((?:19|20)\d\d)/(0?[1-9]|1[0-2]|[a-z]{3})/(0?[1-9]|[12]\d|3[01])(?=[/._-]|$)", re.IGNORECASE)
_DAY_SEGMENT = re.compile(r"/((?:19|20)\d\d)(-?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[/._-]|$)")

_YEAR = r"(?<!\d)(?P<year>(?:19|20)\d\d)"
_DATED_NAMES = (  # the finest first
    re.compile(rf"{_YEAR}(?P<s>[-_/.]?)(?P<month>0[1-9]|1[0-2])(?P=s)(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(rf"(?<!\d)(?P<day>0[1-9]|[12]\d|3[01])(?P<s>[-_/.])(?P<month>0[1-9]|1[0-2])(?P=s){_YEAR}(?!\d)"),
    re.compile(rf"{_YEAR}[-_/.]?(?P<month>0[1-9]|1[0-2])(?!\d)"),
    re.compile(rf"{_YEAR}/(?P<month>[1-9])(?!\d)"),
    re.compile(rf"{_YEAR}(?!\d)"),
)
_COUNTED = re.compile(rf"{_YEAR}[-_/.]?(?:1[3-9]|[2-9]\d)(?!\d)")
_YEAR_PARAMETER = re.compile(r"[?&](?:yyyy|year|y)=((?:19|20)\d\d)\b", re.IGNORECASE)
_MONTH_PARAMETER = re.compile(r"[?&](?:mm|month|m)=(0?[1-9]|1[0-2])\b", re.IGNORECASE)
_DAY_PARAMETER = re.compile(r"[?&](?:dd|day|d)=(0?[1-9]|[12]\d|3[01])\b", re.IGNORECASE)


def instant(raw: str | None, zone: ZoneInfo, now: datetime) -> datetime | None:
    """The instant in UTC that `raw` names; None where it names none, or one that no article on the web can have."""
    moment = moment_of(raw, zone) if raw else None
    return _plausible(moment.at, now) if moment else None


def day_of_path(url: str, zone: ZoneInfo, now: datetime) -> datetime | None:
    """The beginning of the day that stands in an article's path, as in /2025/09/14/ or /2025-09-14-name."""
    path = re.split(r"[?#]", url, maxsplit=1)[0]
    if found := _DAY_SEGMENTS.search(path):
        year, month, day = found.groups()
        number = int(month) if month.isdigit() else _MONTH_NAMES.get(month.lower(), 0)
    elif found := _DAY_SEGMENT.search(path):
        year, number, day = found[1], int(found[3]), found[4]
    else:
        return None
    try:
        return _plausible(datetime(int(year), number, int(day), tzinfo=zone), now)
    except ValueError:  # 31 February
        return None


def span_of_name(url: str, zone: ZoneInfo) -> Interval | None:
    """The day, month or year that the name of a sitemap bears, with its host left aside; the first of the finest kind."""
    name = url.partition("://")[2].partition("/")[2]
    year, month, day = (pattern.search(f"?{name.partition('?')[2]}") for pattern in (_YEAR_PARAMETER, _MONTH_PARAMETER, _DAY_PARAMETER))
    if year:
        return _span(int(year[1]), int(month[1]) if month else 0, int(day[1]) if day and month else 0, zone)
    for pattern in _DATED_NAMES:
        if found := pattern.search(name):
            parts = found.groupdict()
            return _span(int(parts["year"]), int(parts.get("month") or 0), int(parts.get("day") or 0), zone)
    return None


def spans_of_siblings(urls: Iterable[str], zone: ZoneInfo) -> dict[str, Interval]:
    """The spans that the children of one index bear in their names; those without one are left out.

    Names that differ in their digits only are read alike. Where one of them bears no date, the digits are numbers; where a "month" 13
    shows that what follows the year is a number, only the year counts; where days are named at distances, each reaches to the next.
    """
    families: dict[str, list[str]] = {}
    for url in urls:
        families.setdefault(re.sub(r"\d+", "#", url), []).append(url)
    spans: dict[str, Interval] = {}
    for family in families.values():
        is_counted = any(_COUNTED.search(url) for url in family)
        read = {url: _year_of(url, zone) if is_counted else span_of_name(url, zone) for url in family}
        dated = {url: span for url, span in read.items() if span}
        if len(dated) == len(read):
            step = _step(span.start for span in dated.values())
            spans |= {url: Interval(start=span.start, end=max(span.end, span.start + step)) for url, span in dated.items()}
    return spans


def may_touch(span: Interval, interval: Interval) -> bool:
    """Whether something of `span` may lie in `interval`, give or take the slack."""
    return span.start < interval.end + SLACK and span.end > interval.start - SLACK


def _year_of(url: str, zone: ZoneInfo) -> Interval | None:
    found = re.search(rf"{_YEAR}", url.partition("://")[2].partition("/")[2])
    return _span(int(found["year"]), 0, 0, zone) if found else None


def _step(starts: Iterable[datetime]) -> timedelta:
    """The least distance between two starts, up to a week."""
    ordered = sorted(set(starts))
    return min([_LONGEST_STEP, *(later - earlier for earlier, later in pairwise(ordered))]) if len(ordered) > 1 else timedelta()


def _span(year: int, month: int, day: int, zone: ZoneInfo) -> Interval | None:
    """The day; the month where `day` is 0; the year where `month` is 0 too."""
    try:
        start = datetime(year, month or 1, day or 1, tzinfo=zone)
    except ValueError:  # 31 February
        return None
    if day:
        end = start + timedelta(days=1)
    elif month:
        end = (start.replace(day=28) + timedelta(days=4)).replace(day=1)
    else:
        end = start.replace(year=year + 1)
    return Interval(start=start.astimezone(UTC), end=end.astimezone(UTC))


def _plausible(at: datetime, now: datetime) -> datetime | None:
    return at.astimezone(UTC) if _EARLIEST <= at <= now + 2 * SLACK else None
