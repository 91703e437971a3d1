"""How well extracted fields agree with labelled ones. Pure; knows no extractor and no set of pages.

The body is scored as the article-extraction-benchmark defines it: multisets of runs of four words, precision and recall averaged over the
pages, F1 of the two averages. ROUGE-LSum is in `benchmarks.rouge`, since it needs an alignment.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import fmean
from typing import final

WORD = re.compile(r"\w+")
RUN_WORDS = 4
GOOD_F1, BAD_F1 = 0.95, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What is labelled on a page, or found there. None: not labelled, not found."""

    headline: str | None = None
    authors: Sequence[str] | None = None
    date_published: str | None = None
    article_body: str | None = None
    must_contain: Sequence[str] = ()
    must_not_contain: Sequence[str] = ()


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of a set of pages, each over the pages whose labels have the field; None where no page has it."""

    pages: int
    body_f1: float | None  # of the two next
    body_precision: float | None
    body_recall: float | None
    good: float | None  # share of pages with a body F1 of at least GOOD_F1
    bad: float | None  # share below BAD_F1
    headline: float | None  # share equal but for case, marks and white space
    date: float | None  # share on the same calendar day, in the zone stated or in UTC
    authors_f1: float | None  # over the names of all pages together
    kept: float | None  # share found of the snippets that an article must contain
    leaked: float | None  # share found of those that it must not contain


def figures(pairs: Sequence[tuple[Fields, Fields]]) -> Figures:
    """The figures of pages given as (label, found); a page on which nothing was found is an empty `Fields()`."""
    bodies = [body_scores(gold.article_body, found.article_body or "") for gold, found in pairs if gold.article_body is not None]
    body = mean_scores(bodies)
    authors = author_scores([(gold.authors, found.authors or ()) for gold, found in pairs if gold.authors is not None])
    return Figures(
        pages=len(pairs),
        body_f1=body and body.f1,
        body_precision=body and body.precision,
        body_recall=body and body.recall,
        good=_share(scores.f1 >= GOOD_F1 for scores in bodies),
        bad=_share(scores.f1 < BAD_F1 for scores in bodies),
        headline=_share(folded(gold.headline) == folded(found.headline or "") for gold, found in pairs if gold.headline is not None),
        date=_share(is_same_day(gold.date_published, found.date_published) for gold, found in pairs if gold.date_published is not None),
        authors_f1=authors and authors.f1,
        kept=_share(is_in for gold, found in pairs for is_in in snippets_found(gold.must_contain, found)),
        leaked=_share(is_in for gold, found in pairs for is_in in snippets_found(gold.must_not_contain, found)),
    )


def body_scores(gold: str, predicted: str) -> Scores:
    """Precision and recall of runs of four words. A shorter text is one run; of two empty texts each is all of the other."""
    wanted, found = _runs(gold), _runs(predicted)
    both = (wanted & found).total()
    return Scores(
        precision=both / found.total() if found else float(not wanted),
        recall=both / wanted.total() if wanted else float(not found),
    )


def mean_scores(scores: Sequence[Scores]) -> Scores | None:
    """Precision and recall averaged over pages: its F1 is that of the averages, not the average of the pages' F1."""
    if not scores:
        return None
    return Scores(precision=fmean(page.precision for page in scores), recall=fmean(page.recall for page in scores))


def author_scores(pages: Sequence[tuple[Sequence[str], Sequence[str]]]) -> Scores | None:
    """Precision and recall of names over all pages, given as (labelled, found); a page's names are a set."""
    if not pages:
        return None
    names = [({folded(name) for name in gold}, {folded(name) for name in found}) for gold, found in pages]
    both = sum(len(gold & found) for gold, found in names)
    return Scores(
        precision=both / max(1, sum(len(found) for _, found in names)),
        recall=both / max(1, sum(len(gold) for gold, _ in names)),
    )


def is_same_day(gold: str, found: str | None) -> bool:
    return not calendar_days(gold).isdisjoint(calendar_days(found or ""))


def calendar_days(moment: str) -> set[str]:
    """The days an ISO 8601 moment falls on: in its own zone, and in UTC where it states a zone. Empty for what is no such moment."""
    text = moment.strip()
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return {text[:10]} if re.match(r"\d{4}-\d\d-\d\d", text) else set()
    return {day.date().isoformat() for day in ([at, at.astimezone(UTC)] if at.tzinfo else [at])}


def snippets_found(snippets: Iterable[str], found: Fields) -> list[bool]:
    """For each snippet that has words, whether it is in the headline or body found."""
    text = folded(f"{found.headline or ''} {found.article_body or ''}")
    return [words in text for words in map(folded, snippets) if words]


def folded(text: str) -> str:
    """The words alone, in compatibility form and without case: quotes, dashes and white space do not count."""
    return " ".join(WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = WORD.findall(text)
    if not words:
        return Counter()
    return Counter(tuple(words[start : start + RUN_WORDS]) for start in range(max(1, len(words) - RUN_WORDS + 1)))


def _share(is_right: Iterable[bool]) -> float | None:
    marks = list(is_right)
    return sum(marks) / len(marks) if marks else None
