"""Is a source still what it was: tonight's articles against the source's own last weeks. A redesign that silently empties a field, cuts
the bodies short or hides most articles shows the same night.

The comparison is pure; what it compares is read from the warehouse, so it depends on no earlier run of itself.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from newshouse.database import Connection, rows
from newshouse.model import Interval

TRAIL = timedelta(days=28)  # four of each weekday
MIN_TONIGHT = 5  # articles: fewer say nothing
MIN_BEFORE = 20  # articles in the weeks before
MIN_DAYS_BEFORE = 5  # days with articles
SURPRISE = 0.001  # how unlikely a night must be, by the weeks before, to be told
LOST = 0.5  # of what is usual: less is a loss, however many articles there are
SHORT = 0.4  # of the usual length of a body
_BODY = "article_body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How many of some articles have a field, on how many days they came out, and the words of their bodies."""

    article_count: int = 0
    filled_count: int = 0
    day_count: int = 0
    word_count: int = 0

    @property
    def fill_rate(self) -> float:
        return self.filled_count / self.article_count if self.article_count else 0.0


Measures = Mapping[str, Measure]  # by field


def complaints_of(connection: Connection, source_id: str, interval: Interval) -> list[str]:
    """What is unlike the source in the articles of the interval, a line each."""
    params = {"source_id": source_id, "interval_start": interval.start, "interval_end": interval.end, "trail": TRAIL}
    measured: dict[bool, dict[str, Measure]] = {True: {}, False: {}}
    for row in rows(connection, "health_measure", params):
        measured[row.is_tonight][row.field] = Measure(
            article_count=row.article_count, filled_count=row.filled_count, day_count=row.day_count, word_count=int(row.word_count)
        )
    return complaints(measured[True], measured[False], days=(interval.end - interval.start) / timedelta(days=1))


def complaints(tonight: Measures, before: Measures, *, days: float) -> list[str]:
    """What is unlike the weeks `before` in `tonight`, whose interval is so many days long; nothing where there is too little to compare."""
    usual, now = before.get(_BODY, Measure()), tonight.get(_BODY, Measure())
    if usual.article_count < MIN_BEFORE or usual.day_count < MIN_DAYS_BEFORE:
        return []
    found = list(_volume(now, usual, days))
    if now.article_count >= MIN_TONIGHT:
        found += _length(now, usual)
        found += _fields(tonight, before)
    return found


def _volume(now: Measure, usual: Measure, days: float) -> Iterator[str]:
    expected = usual.article_count / usual.day_count * days
    if now.article_count < LOST * expected and _poisson_at_most(now.article_count, expected) < SURPRISE:
        yield f"articles: {now.article_count}, where about {expected:.0f} are usual"


def _length(now: Measure, usual: Measure) -> Iterator[str]:
    length, usual_length = now.word_count / now.article_count, usual.word_count / usual.article_count
    if length < SHORT * usual_length:
        yield f"article_body has {length:.0f} words on average, where {usual_length:.0f} are usual"


def _fields(tonight: Measures, before: Measures) -> Iterator[str]:
    for field in sorted(tonight.keys() & before.keys()):
        now, usual = tonight[field], before[field]
        if now.fill_rate < LOST * usual.fill_rate and _binomial_at_most(now.filled_count, now.article_count, usual.fill_rate) < SURPRISE:
            yield f"{field} is filled in {now.filled_count} of {now.article_count} articles, where {usual.fill_rate:.0%} are usual"


def _poisson_at_most(count: int, expected: float) -> float:
    """The probability of at most `count` events where `expected` are."""
    return math.fsum(math.exp(k * math.log(expected) - expected - math.lgamma(k + 1)) for k in range(count + 1))


def _binomial_at_most(count: int, total: int, rate: float) -> float:
    """The probability of at most `count` successes in `total` trials."""
    if rate >= 1:
        return float(count >= total)
    return math.fsum(math.comb(total, k) * rate**k * (1 - rate) ** (total - k) for k in range(count + 1))


def told(found: Sequence[str]) -> str:
    """The complaints as the reason of a source's outcome."""
    return f"unlike the {TRAIL.days} days before: {'; '.join(found)}"
