"""What changed between two texts, word by word: for the article page, and for whoever reads two revisions side by side.

    >>> [(run.kind.value, run.text) for run in word_diff("The bridge opens.", "The bridge opens late.")]
    [('equal', 'The bridge '), ('deleted', 'opens.'), ('inserted', 'opens late.')]

Texts of any length take time in proportion to it: words that occur once in both divide the texts into short stretches (the idea of
patience diff), and only these are compared word with word. `warehouse.word_diff` is the same for psql, for texts of a few changes.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise

_WORD = re.compile(r"\n|(?:(?!\n)\s)+|\S+(?:(?!\n)\s)*")  # a paragraph's end is a word of its own
_MOST_PAIRS = 40_000  # of words compared with one another in one stretch; above it the stretch is replaced as a whole


class RunKind(StrEnum):
    EQUAL = "equal"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Some words in a row that share a fate, with the white space after each. What is inserted follows what is deleted in its place."""

    kind: RunKind
    text: str


def word_diff(before: str, after: str) -> list[Run]:
    """Runs whose equal and deleted texts make up `before`, and whose equal and inserted texts make up `after`."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    found = []
    gone, come = list[str](), list[str]()
    for kind, some in groupby(_steps(old, new), key=lambda step: step[0]):
        words = [word for _, word in some]
        if kind is not RunKind.EQUAL:
            (gone if kind is RunKind.DELETED else come).extend(words)
            continue
        found += [*_change(gone, come), Run(kind=kind, text="".join(words))]
        gone, come = [], []
    return [*found, *_change(gone, come)]


def _change(gone: Sequence[str], come: Sequence[str]) -> Iterator[Run]:
    if gone:
        yield Run(kind=RunKind.DELETED, text="".join(gone))
    if come:
        yield Run(kind=RunKind.INSERTED, text="".join(come))


def _steps(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[RunKind, str]]:
    """One step for each word, in order. Works through a stack of stretches, since long texts are divided more often than Python recurs."""
    stretches = [(0, len(old), 0, len(new))]
    while stretches:
        old_start, old_end, new_start, new_end = stretches.pop()
        start = _shared_start(old, new, old_start, old_end, new_start, new_end)
        yield from ((RunKind.EQUAL, word) for word in old[old_start : old_start + start])
        old_start, new_start = old_start + start, new_start + start
        end = _shared_end(old, new, old_start, old_end, new_start, new_end)
        if end:
            stretches.append((old_end - end, old_end, new_end - end, new_end))
            old_end, new_end = old_end - end, new_end - end
        anchors = _anchors(old, new, old_start, old_end, new_start, new_end)
        if anchors:
            stretches += reversed(_between(anchors, old_start, old_end, new_start, new_end))
        else:
            yield from _compared(old[old_start:old_end], new[new_start:new_end])


def _shared_start(old: Sequence[str], new: Sequence[str], old_start: int, old_end: int, new_start: int, new_end: int) -> int:
    longest = min(old_end - old_start, new_end - new_start)
    return next((place for place in range(longest) if old[old_start + place] != new[new_start + place]), longest)


def _shared_end(old: Sequence[str], new: Sequence[str], old_start: int, old_end: int, new_start: int, new_end: int) -> int:
    longest = min(old_end - old_start, new_end - new_start)
    return next((place for place in range(longest) if old[old_end - 1 - place] != new[new_end - 1 - place]), longest)


def _anchors(old: Sequence[str], new: Sequence[str], old_start: int, old_end: int, new_start: int, new_end: int) -> list[tuple[int, int]]:
    """Places of words that occur once in both stretches: the longest row of them that stands in the same order."""
    counts = (Counter(old[old_start:old_end]), Counter(new[new_start:new_end]))
    places = {new[place]: place for place in range(new_start, new_end) if counts[1][new[place]] == 1}
    pairs = [(place, places[old[place]]) for place in range(old_start, old_end) if counts[0][old[place]] == 1 and old[place] in places]
    ends, last, before = list[int](), list[int](), list[int]()  # longest increasing row of the second places
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1], last[length : length + 1] = [place], [number]
    row, number = list[tuple[int, int]](), last[-1] if last else -1
    while number >= 0:
        row.append(pairs[number])
        number = before[number]
    return row[::-1]


def _between(
    anchors: Sequence[tuple[int, int]], old_start: int, old_end: int, new_start: int, new_end: int
) -> list[tuple[int, int, int, int]]:
    """The stretches that the anchors divide, each but the first beginning with its anchor."""
    edges = [(old_start, new_start), *anchors, (old_end, new_end)]
    found = [(one[0], other[0], one[1], other[1]) for one, other in pairwise(edges)]
    return [stretch for stretch in found if stretch[0] < stretch[1] or stretch[2] < stretch[3]]


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[RunKind, str]]:
    """A short stretch by its longest common subsequence."""
    if len(old) * len(new) > _MOST_PAIRS or not old or not new:
        yield from ((RunKind.DELETED, word) for word in old)
        yield from ((RunKind.INSERTED, word) for word in new)
        return
    lengths = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for one in range(len(old) - 1, -1, -1):
        for other in range(len(new) - 1, -1, -1):
            is_same = old[one] == new[other]
            lengths[one][other] = lengths[one + 1][other + 1] + 1 if is_same else max(lengths[one + 1][other], lengths[one][other + 1])
    one = other = 0
    while one < len(old) and other < len(new):
        if old[one] == new[other]:
            yield RunKind.EQUAL, old[one]
            one, other = one + 1, other + 1
        elif lengths[one + 1][other] >= lengths[one][other + 1]:
            yield RunKind.DELETED, old[one]
            one += 1
        else:
            yield RunKind.INSERTED, new[other]
            other += 1
    yield from ((RunKind.DELETED, word) for word in old[one:])
    yield from ((RunKind.INSERTED, word) for word in new[other:])
