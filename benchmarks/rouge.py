"""ROUGE-LSum of two texts: longest common subsequences taken line by line. Pure."""

from collections import Counter
from collections.abc import Sequence

from benchmarks.scoring import WORD, Scores


def rouge_lsum(gold: str, predicted: str) -> Scores:
    """Precision and recall by summary-level ROUGE-L (Lin 2004, section 3.2), a line being a sentence.

    For each line of the label, the words that are in a longest common subsequence with any line found; a word counts as often as both
    texts have it. Where there are several such subsequences, the one that the reference implementation walks back to counts. Words are
    of any script, without case, and are not stemmed.
    """
    wanted, found = _lines(gold), _lines(predicted)
    left_wanted, left_found = _counts(wanted), _counts(found)
    wanted_total, found_total = left_wanted.total(), left_found.total()
    hits = 0
    for line in wanted:
        for place in sorted(_union_places(line, found)):
            word = line[place]
            if left_wanted[word] and left_found[word]:
                left_wanted[word] -= 1
                left_found[word] -= 1
                hits += 1
    return Scores(
        precision=hits / found_total if found_total else float(not wanted_total),
        recall=hits / wanted_total if wanted_total else float(not found_total),
    )


def common_subsequence(one: Sequence[str], other: Sequence[str]) -> list[int]:
    """Places in `one`, last first, of a longest common subsequence with `other`.

    One integer per word of `other` holds a column of the table of lengths (Hyyrö 2004): bit i is clear where the length grows from i
    words of `one` to i + 1. That bit is all that walking back needs.
    """
    columns = _columns(one, other)
    places = []
    i, j = len(one) - 1, len(other) - 1
    while i >= 0 and j >= 0:
        if one[i] == other[j]:
            places.append(i)
            i, j = i - 1, j - 1
        elif columns[j] >> i & 1:
            i -= 1
        else:
            j -= 1
    return places


def _columns(one: Sequence[str], other: Sequence[str]) -> list[int]:
    places_of: dict[str, int] = {}
    for place, word in enumerate(one):
        places_of[word] = places_of.get(word, 0) | 1 << place
    whole = (1 << len(one)) - 1
    column, columns = whole, []
    for word in other:
        matches = column & places_of.get(word, 0)
        column = (column + matches | column - matches) & whole
        columns.append(column)
    return columns


def _union_places(line: Sequence[str], others: Sequence[Sequence[str]]) -> set[int]:
    """The places in `line` that are in a common subsequence with any of `others`; only lines that share a word are looked at."""
    words = set(line)
    return {place for other in others if not words.isdisjoint(other) for place in common_subsequence(line, other)}


def _lines(text: str) -> list[list[str]]:
    return [words for words in (WORD.findall(line.casefold()) for line in text.split("\n")) if words]


def _counts(lines: Sequence[Sequence[str]]) -> Counter[str]:
    return Counter(word for line in lines for word in line)
