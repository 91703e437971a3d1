"""The parts of a page's title: "Kicker: Headline - Section | Site".

Which of them is the site's name is told by site_name.py, which is the headline by headlines.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from newshouse.extraction.text import comparable

_CJK = "[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]"
# Between spaces every mark parts; without them only those that stand in no word, and the others beside Chinese, Japanese or Korean letters.
PARTED = re.compile(
    r"\s+[|–—\-:·•»«/\\~]+\s+|\s*[|»«｜│_【】]+\s*|\s[-–—]\s?|: |--+"
    rf"|(?<={_CJK})[-–—:：/]+|[-–—:：/]+(?={_CJK})|(?<={_CJK})\s+(?={_CJK})"
)
_LONGEST = 400  # letters of a title that is looked into
_MOST_PARTS = 10


def squeezed(line: str) -> str:
    """`line` as a comparable text without spaces: sites set their name and East Asian headlines with or without them."""
    return comparable(line).replace(" ", "")


@lru_cache(maxsize=64)
def parts_of(title: str) -> tuple[tuple[int, int], ...]:
    """Where the parts of `title` start and end; only the whole where there are too many to say anything."""
    places, start = [], 0
    for separator in PARTED.finditer(title[:_LONGEST]):
        places.append((start, separator.start()))
        start = separator.end()
    places.append((start, len(title)))
    places = [place for place in places if squeezed(title[slice(*place)])]
    return tuple(places) if len(places) <= _MOST_PARTS else ((0, len(title)),)


@lru_cache(maxsize=64)
def headline_parts(title: str) -> frozenset[str]:
    """What in `title` may be its headline, squeezed: the whole and every run of parts, unless a part outside it is longer."""
    parts = [squeezed(title[slice(*place)]) for place in parts_of(title)]
    found = set()
    for start, end in _runs(len(parts)):
        run = "".join(parts[start:end])
        if all(len(part) <= len(run) for part in (*parts[:start], *parts[end:])):
            found.add(run)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Beside:
    """What a title says besides one line: its longest other part with more or less of what stands around that, longest run first."""

    runs: tuple[str, ...]
    is_longer: bool  # the longest other part, than the line
    is_before: bool  # something stands before the line


def beside(line: str, title: str) -> Beside | None:
    """What `title` says besides `line`; None where `line` is no part of it, or all."""
    wanted = squeezed(line)
    if wanted not in squeezed(title):
        return None
    places = parts_of(title)
    parts = [squeezed(title[slice(*place)]) for place in places]
    found = next(((start, end) for start, end in _runs(len(parts)) if "".join(parts[start:end]) == wanted), None)
    if found is None or found == (0, len(parts)):
        return None
    start, end = found
    longest = max(map(len, (*parts[:start], *parts[end:])))
    others = [(first, last) for first, last in _runs(len(parts)) if last <= start or first >= end]
    runs = [title[places[first][0] : places[last - 1][1]] for first, last in others if max(map(len, parts[first:last])) == longest]
    return Beside(tuple(sorted(runs, key=len, reverse=True)), longest > len(wanted), start > 0)


def _runs(count: int) -> Iterator[tuple[int, int]]:
    """Where every run of so many parts starts and ends."""
    return ((start, end) for start in range(count) for end in range(start + 1, count + 1))
