"""Which of several copies was the original: the one whom the texts credit, else the one published first."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from newshouse.model import DatePrecision
from newshouse.recurring_blocks import normal_form

_DATELINE = re.compile(r"^.{0,60}?\(([^()]{2,40})\)\s*[-–—]")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|\bcopyright)\W*(?:\d{4}\W*)?(?:by\s+)?([^.,|©]{2,60})", re.IGNORECASE)
_COPYRIGHT_MARKS = ("©", "(c)", "copyright")
_SOURCE = re.compile(
    r"^\W*(?:sources?|quellen?|fuentes?|fonti?e?|bron|källa|kilde|zdroj|źródło|источник|kaynak)\s*[:：]\s*(.{2,60})$", re.IGNORECASE
)
_SIGNED = re.compile(r"^\W*([^()\[\]]{2,40}?)\W*$")
_LAST_LINES = 3  # where a credit stands, if it is not at the head
_CREDIT_WORDS = 5  # of a line that is nothing but a name
_SMALL_WORDS = frozenset(("the", "of", "and", "der", "die", "das", "le", "la", "les", "el", "il", "de", "des"))
_LEAST_INITIALS = 2
_DAY = timedelta(days=1)
_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One article of a cluster, as far as it matters here. `credits` are what `credits_of` found in it."""

    article_key: UUID
    source_id: str
    source_name: str
    first_captured_at: datetime
    date_published: datetime | None
    date_published_precision: DatePrecision | None
    credits: tuple[str, ...] = ()


def origin(tellings: Collection[Telling]) -> Telling:
    """The same for the tellings in any order.

    Earliest by the page's own date. Of a date without a time the end of its day is taken, so that it does not win by what it leaves
    unsaid; an undated article is first among undated ones only.
    """
    credited = Counter(name for one in tellings for name in one.credits)
    named = [one for one in tellings if _is_named(one, tellings, credited)]
    return min(named or tellings, key=_when)


def credits_of(organizations: Iterable[str], lines: Sequence[str]) -> tuple[str, ...]:
    """Whom a text names as its source, in normal form: organizations in its author line, a dateline, the last lines."""
    found = list(organizations)
    if lines and (match := _DATELINE.match(lines[0])):
        found.append(match[1])
    for line in lines[-_LAST_LINES:]:
        marked = line.lower()
        if any(mark in marked for mark in _COPYRIGHT_MARKS):  # the pattern alone costs ten times as much
            found += [match[1] for match in _COPYRIGHT.finditer(line)]
        found += [match[1] for match in _SOURCE.finditer(line)]
        if len(line.split(maxsplit=_CREDIT_WORDS)) <= _CREDIT_WORDS and (match := _SIGNED.match(line)):
            found.append(match[1])
    forms = (_without_article(normal_form(name)) for name in found)
    return tuple(sorted({form for form in forms if form}))


def names_of(source_name: str) -> frozenset[str]:
    """What a source may be called in a credit: its name, and its initials ("AFP")."""
    name = _without_article(normal_form(source_name))
    initials = "".join(word[0] for word in name.split() if word not in _SMALL_WORDS)
    return frozenset((name, initials) if len(initials) >= _LEAST_INITIALS else (name,))


def _is_named(one: Telling, tellings: Collection[Telling], credited: Counter[str]) -> bool:
    """Whether another source's article credits the source of this one."""
    names = names_of(one.source_name)
    if not any(credited[name] for name in names):
        return False
    return any(other.source_id != one.source_id and not names.isdisjoint(other.credits) for other in tellings)


def _when(one: Telling) -> tuple[datetime, datetime, str]:
    """Ties are broken by the key: the first capture of a dated article says how often we look, not who was first."""
    if one.date_published is None:
        return _END_OF_TIME, one.first_captured_at, str(one.article_key)
    is_day = one.date_published_precision == DatePrecision.DAY and one.date_published < _END_OF_TIME - _DAY
    return one.date_published + _DAY if is_day else one.date_published, _END_OF_TIME, str(one.article_key)


def _without_article(form: str) -> str:
    return form.removeprefix("the ")
