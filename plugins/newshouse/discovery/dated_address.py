"""Addresses that bear a date, as templates: `https://paper.example/sitemap-{YYYY}-{MM}.xml` is one address for each month.

A template with a day in it stands for days, one with a month for months, one with a year for years. Pure.
"""

import calendar
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from newshouse.discovery.hints import SLACK
from newshouse.model import Interval

PLACEHOLDER = re.compile(r"\{(YYYY|YY|MM|M|DD|D|mon|month)\}")
_DAYS = frozenset(("DD", "D"))
_MONTHS = frozenset(("MM", "M", "mon", "month"))
_YEARS = frozenset(("YYYY", "YY"))


def is_template(address: str) -> bool:
    return PLACEHOLDER.search(address) is not None


def complaint_of(template: str) -> str | None:
    """What is wrong with the placeholders of `template`, in words; None where nothing is."""
    named = set(PLACEHOLDER.findall(template))
    if unknown := re.search(r"\{[^{}]*\}", PLACEHOLDER.sub("", template)):
        return f"knows no placeholder {unknown[0]}"
    if named & _DAYS and not named & _MONTHS:
        return "names a day without its month"
    if named & (_DAYS | _MONTHS) and not named & _YEARS:
        return "names a month without its year"
    return None


def is_daily(template: str) -> bool:
    """Does each address of `template` stand for one day?"""
    return bool(_DAYS & set(PLACEHOLDER.findall(template)))


def addresses_of(template: str, interval: Interval | None, zone: ZoneInfo, now: datetime) -> list[tuple[str, date]]:
    """The addresses that may list articles of the interval, each with the first day of what it stands for, latest first.

    Days are those of the publisher's zone; none lies after `now`. Without an interval the newest alone: all dates would be no bound.
    """
    today = now.astimezone(zone).date()
    first = (interval.start - SLACK).astimezone(zone).date() if interval else today
    last = min(today, (interval.end + SLACK - timedelta(microseconds=1)).astimezone(zone).date()) if interval else today
    days = {_filled(template, day): _beginning(template, day) for day in _days(last, first)}
    return list(days.items())


def _days(last: date, first: date) -> Iterator[date]:
    day = last
    while day >= first:
        yield day
        day -= timedelta(days=1)


def _beginning(template: str, day: date) -> date:
    named = set(PLACEHOLDER.findall(template))
    if named & _DAYS:
        return day
    return day.replace(day=1) if named & _MONTHS else day.replace(month=1, day=1)


def _filled(template: str, day: date) -> str:
    values = {
        "YYYY": f"{day.year:04}",
        "YY": f"{day.year % 100:02}",
        "MM": f"{day.month:02}",
        "M": str(day.month),
        "DD": f"{day.day:02}",
        "D": str(day.day),
        "mon": calendar.month_abbr[day.month].lower(),
        "month": calendar.month_name[day.month].lower(),
    }
    return PLACEHOLDER.sub(lambda found: values[found[1]], template)
