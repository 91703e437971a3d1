"""Instants out of what pages write: ISO 8601, RFC 5322, numbers with slashes or dots, and month names in many languages.

Not the place for choosing among a page's dates (see published.py).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from newshouse.extraction.dates.date_text import readable
from newshouse.extraction.dates.months import MONTHS_BY_LANGUAGE, MONTHS_IN_DATES
from newshouse.extraction.patterns import pattern
from newshouse.model import DatePrecision

_ISO = re.compile(
    r"(?P<y>\d{4})-?(?P<m>[01]\d)-?(?P<d>[0-3]\d)"
    r"(?:[T\s_,]+(?P<H>[0-2]\d):?(?P<M>[0-5]\d)(?::?(?P<S>[0-5]\d)(?:[.,:]\d+)?)?\s*(?P<ap>[AaPp]\.?[Mm]\b\.?)?\s*"
    r"(?P<z>Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?|[A-Z]{2,4}\b)?)?",
)
_NUMERIC = re.compile(r"(?<![\d.])(?<!\b[A-Za-z])(?P<a>\d{1,4})\s?(?P<s>[./-])\s?(?P<b>\d{1,2})\s?(?P=s)\s?(?P<c>\d{4}|\d{2})(?!\d)")
_EAST_ASIAN = re.compile(r"(?P<y>\d{4})\s*[年년]\s*(?P<m>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日일]")
_YEAR = re.compile(r"\d{4}")  # in each of the four that follow
_NAME = r"[^\W\d_]++(?:[.\u0300-\u036f\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+[^\W\d_]*)*+"  # with marks of vowels
_DAY_MONTH = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|º|er|e|\.|-|–|ª|η|ης)?,?[\s\-/]*(?:of\s+|de\s+|ng\s+|d['’]|di\s+|den\s+)?(?P<n>{_NAME})[.,]?[\s\-/,]*(?:de\s+|del\s+|of\s+|m\.\s*)?(?P<y>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"(?<![^\W\d_])(?P<n>{_NAME})[.,]?[\s\-/]*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\.?[\s,\-/]+(?:\d\d?:\d\d\s*(?:[ap]\.?m\.?)?,?\s+(?:[A-Z]{{2,4}}\s+)?)?(?P<y>\d{{4}})(?!\d)",
    re.IGNORECASE,
)
_YEAR_MONTH_DAY = re.compile(rf"(?<!\d)(?P<y>\d{{4}})[.,]?\s*(?:m\.\s*|gada\s+)?(?P<n>{_NAME})\.?\s*(?P<d>\d{{1,2}})(?!\d)", re.IGNORECASE)
_YEAR_DAY_MONTH = re.compile(rf"(?<!\d)(?P<y>\d{{4}})\.?\s*(?:gada|gads)\s+(?P<d>\d{{1,2}})\.\s*(?P<n>{_NAME})", re.IGNORECASE)
# Two digits of a year: after a mark, or before a time or the end; else they may be an hour, as in "2 March 10 Uhr".
_DAY_MONTH_SHORT = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})[\s./-]\s?(?P<n>[^\W\d_]{3,12})"
    r"(?:(?:[./-]|[.,]?\s?['’])(?P<y>\d\d)(?!\d|[:.]\d)|[.,]?\s(?P<z>\d\d)(?=\s\d\d?:\d\d|$))"
)
_MONTH_DAY_SHORT = re.compile(r"(?P<n>[^\W\d_]{3,12})\.?\s(?P<d>\d{1,2})(?:st|nd|rd|th)?(?:,\s?|\s)['’](?P<y>\d\d)(?!\d)")
_DAY_MONTH_ALONE = re.compile(r"(?<![\d:])(?P<d>\d{1,2})(?:\.|st|nd|rd|th|er)?\s(?:de\s|of\s)?(?P<n>[^\W\d_]{3,12})")
_MONTH_DAY_ALONE = re.compile(r"(?P<n>[^\W\d_]{3,12})\.?\s(?P<d>\d{1,2})(?![\d:])")
_YEARLESS_LINE = re.compile(
    r"(?:[^\W\d_]{2,12}\.?,?\s)?(?:(?P<n>[^\W\d_]{3,12})\.?\s\d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:\.|st|nd|rd|th)?\s(?P<m>[^\W\d_]{3,12})\.?)"
    r"(?:,|\sat|\sum|\s[-–|·])?\s\d{1,2}[:.h]\d\d(?:\s?[AaPp]\.?[Mm]\.?|\sUhr)?(?:\s\(?[A-Z]{2,4}\)?)?"
)
_TIME = pattern(
    r"""
    (?<![\d:.])(?P<H>[0-2]?\d)(?:(?:[:h]|(?<=\d)\.|\s?Uhr\s?|時|시\s?|点)(?P<M>[0-5]\d)(?:[:.](?P<S>[0-5]\d))?)?(?:分
    |분)?\s*(?P<ap>[ap]\.?\s?m\b\.?)?\s*\(?(?P<z>(?:UTC|GMT)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d\d:?\d\d|Z\b
    |[A-Z]{2,5}\b)?
    """
)
MAY_BE_DATED = re.compile(r"[\d〇○月]")  # a digit of any script, or the month of a date whose numbers are Chinese words
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_MONTH_FIRST = frozenset(("en-us", "en", "fil", "en-ph"))
_WITH_YEAR = re.compile(r"(?<![\d/-])(\d\d?)(?:(/)(\d\d?)/(?:(?:19|20)\d\d|\d\d)|(-)(\d\d?)-(?:19|20)\d\d)(?![\d/-])")
_BUDDHIST_ERA = 543  # years ahead of the common era

_ZONES_H = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "MEZ": 1, "WAT": 1, "CEST": 2, "MESZ": 2, "EET": 2, "SAST": 2,
    "CAT": 2, "EEST": 3, "MSK": 3, "EAT": 3, "PKT": 5, "IST": 5.5, "NPT": 5.75, "WIB": 7, "ICT": 7, "HKT": 8, "SGT": 8, "MYT": 8,
    "PHT": 8, "AWST": 8, "WITA": 8,
    "JST": 9, "KST": 9, "WIT": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "NST": -3.5, "BRT": -3, "ART": -3, "AST": -4, "ADT": -3,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "HST": -10,
}  # fmt: skip
_US_ZONES = {"ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver", "PT": "America/Los_Angeles"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """An aware instant as a page wrote it. `has_zone` is false where the zone is the reader's assumption.

    A day without a time of day is midnight in UTC, so that its day in UTC is the one that the page writes, wherever that is.
    """

    at: datetime
    precision: DatePrecision
    raw: str
    has_zone: bool


def moment_of(raw: str, zone: tzinfo = UTC, language: str | None = None) -> Moment | None:
    """The first date in `raw`, with the time of day that stands near it. A time without a zone is read in `zone`."""
    text = readable(raw.strip()[:200], language)
    if _EPOCH.fullmatch(text):
        seconds = int(text[:10])
        return Moment(at=datetime.fromtimestamp(seconds, UTC), precision=DatePrecision.SECOND, raw=raw.strip(), has_zone=True)
    match = _ISO.search(text)
    if match and (match.start() == 0 or not text[match.start() - 1].isdigit()) and not text[match.end() : match.end() + 1].isdigit():
        moment = _built((int(match["y"]), int(match["m"]), int(match["d"])), match if match["H"] else None, zone, raw)
        if moment is not None:
            if match["H"] is None:
                return _with_time(moment, text, match, zone)
            return moment
    found = _date_in_words(text, language) or _date_in_numbers(text, language)
    if found is None:
        return None
    day, span = found
    return _with_time(_built(day, None, zone, raw), text, span, zone)


def _with_time(moment: Moment | None, text: str, span: re.Match[str], zone: tzinfo) -> Moment | None:
    """`moment` with the time of day that follows its date, else with one that stands before it."""
    if moment is None:
        return None
    after, before = text[span.end() : span.end() + 40], text[max(0, span.start() - 40) : span.start()]
    inside = text[span.start() : span.end()] if ":" in text[span.start() : span.end()] else ""
    for part in (inside, after, before):
        for time in _TIME.finditer(part):
            if time["M"] or time["ap"]:
                day = (moment.at.year, moment.at.month, moment.at.day)
                return _built(day, time, zone, moment.raw) or moment
    return moment


def _date_in_words(text: str, language: str | None) -> tuple[tuple[int, int, int], re.Match[str]] | None:
    match = _EAST_ASIAN.search(text)
    if match:
        return (int(match["y"]), int(match["m"]), int(match["d"])), match
    if not _YEAR.search(text):
        return _with_short_year(text, language)
    for written in (_DAY_MONTH, _MONTH_DAY, _YEAR_MONTH_DAY, _YEAR_DAY_MONTH):
        for match in written.finditer(text):
            month = _month(match["n"], language)
            if month:
                year = int(match["y"])
                return (year - _BUDDHIST_ERA if year > 2400 else year, month, int(match["d"])), match
    return None


def _with_short_year(text: str, language: str | None) -> tuple[tuple[int, int, int], re.Match[str]] | None:
    for match in _DAY_MONTH_SHORT.finditer(text):
        month = _month(match["n"], language)
        is_last = match["y"] is None and match.end() == len(text)
        if month and (match["n"][0].isupper() or not is_last):  # "2 des 10" are words of many a language
            return (_in_full(int(match["y"] or match["z"])), month, int(match["d"])), match
    for match in _MONTH_DAY_SHORT.finditer(text) if "'" in text or "’" in text else ():
        month = _month(match["n"], language)
        if month:
            return (_in_full(int(match["y"])), month, int(match["d"])), match
    return None


def _in_full(year: int) -> int:
    return year if year > 99 else 2000 + year if year < 70 else 1900 + year


def yearless(text: str, language: str | None = None) -> tuple[int, int] | None:
    """The month and day of a date without a year: "Mar 2, 6:14 PM EST"."""
    for written in (_DAY_MONTH_ALONE, _MONTH_DAY_ALONE):
        for match in written.finditer(text):
            month = _month(match["n"], language)
            if month:
                return month, int(match["d"])
    return None


def is_yearless_line(text: str) -> bool:
    """Is `text` a date without a year and a time of day, and nothing else but the day of the week and the zone?"""
    match = _YEARLESS_LINE.fullmatch(text)
    return match is not None and _month(match["n"] or match["m"], None) is not None


def _month(name: str, language: str | None) -> int | None:
    key = name.lower().rstrip(".")
    own = MONTHS_BY_LANGUAGE.get((language or "")[:2], {})
    return own.get(key) or MONTHS_IN_DATES.get(key) or MONTHS_IN_DATES.get(key + ".")


def _date_in_numbers(text: str, language: str | None) -> tuple[tuple[int, int, int], re.Match[str]] | None:
    match = _NUMERIC.search(text)
    if match is None:
        return None
    first, second, third = int(match["a"]), int(match["b"]), int(match["c"])
    if len(match["a"]) == 4:
        return (first, second, third), match
    if len(match["a"]) > 2:
        return None
    is_month_first = match["s"] == "/" and (language or "en").lower() in _MONTH_FIRST
    if second > 12 or (is_month_first and first <= 12):
        first, second = second, first
    return (_in_full(third), second, first), match


def on_clock(moment: Moment, zone: tzinfo) -> Moment:
    """`moment` as the clocks in `zone` show it, where its page tells the time in UTC as programs do."""
    if moment.precision is DatePrecision.DAY or moment.at.utcoffset():
        return moment
    try:
        return replace(moment, at=moment.at.astimezone(zone))
    except OverflowError:  # the first day of all, or the last
        return moment


def exchanged(raw: str, moment: Moment) -> Moment | None:
    """`moment` with day and month exchanged, where `raw` writes it in numbers of which either may be the month; else None."""
    day, month = moment.at.day, moment.at.month
    match = _NUMERIC.search(raw)
    if match is None or day == month or day > 12 or {int(match["a"]), int(match["b"])} != {day, month}:
        return None
    return replace(moment, at=moment.at.replace(month=day, day=month))


def is_month_first(raw: str, moment: Moment) -> bool:
    """Was the date of `moment`, which `raw` writes in numbers, read with the month first?"""
    match = _NUMERIC.search(raw)
    return match is not None and int(match["a"]) == moment.at.month


def separator(raw: str) -> str:
    """The mark between the numbers of the first date in numbers; "" where there is none."""
    match = _NUMERIC.search(raw)
    return match["s"] if match else ""


def orders_of_numbers(text: str) -> Iterator[tuple[str, bool]]:
    """The separator of each date in numbers that can be read in one way only, "/" or "-", and whether its month stands first."""
    for match in _WITH_YEAR.finditer(text):
        first, second = int(match[1]), int(match[3] or match[5])
        if min(first, second) >= 1 and min(first, second) <= 12 < max(first, second) <= 31:
            yield match[2] or match[4], second > 12


def _built(day: tuple[int, int, int], time: re.Match[str] | None, zone: tzinfo, raw: str) -> Moment | None:
    """The moment of a day and the groups H, M, S, z and perhaps ap of a time."""
    hour = minute = second = 0
    precision, own_zone = DatePrecision.DAY, None
    if time is not None:
        groups = time.groupdict()
        hour, minute, second = int(groups["H"]), int(groups["M"] or 0), int(groups["S"] or 0)
        hour = _of_24(hour, groups.get("ap"))
        own_zone = _zone(groups["z"])
        if hour or minute or second:
            precision = DatePrecision.SECOND if groups["S"] else DatePrecision.MINUTE
    try:
        at = datetime(*day, hour, minute, second, tzinfo=UTC if precision is DatePrecision.DAY else own_zone or zone)
        at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Moment(at=at, precision=precision, raw=raw.strip()[:200], has_zone=own_zone is not None)


def _of_24(hour: int, mark: str | None) -> int:
    if not mark or hour > 12:
        return hour
    return hour % 12 + (12 if mark.lower().startswith("p") else 0)


def _zone(text: str | None) -> tzinfo | None:
    if not text:
        return None
    text = text.upper().strip()
    if text in _US_ZONES:
        return ZoneInfo(_US_ZONES[text])
    hours = _ZONES_H.get(text)
    if hours is not None:
        return UTC if hours == 0 else timezone(timedelta(hours=hours))
    match = re.fullmatch(r"(?:UTC|GMT)?\s?([+-])(\d{1,2}):?(\d\d)?", text)
    if match is None:
        return None
    offset = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    if offset >= timedelta(hours=15):
        return None
    return timezone(-offset if match[1] == "-" else offset)
