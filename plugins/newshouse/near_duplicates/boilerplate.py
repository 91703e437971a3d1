"""Paragraphs that recur over a source's articles: appeals, newsletters, copyright lines. They are no evidence that two stories are one.

Counted over different texts, so that copies of one article are not taken for boilerplate, and the order and repetition of articles
do not matter.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from newshouse.near_duplicates.words import Words

LEAST_TEXTS = 8


def recurring_paragraphs(texts: Iterable[tuple[str, Words]]) -> dict[str, frozenset[int]]:
    """For each source its paragraphs (by hash) that stand in 8 or more different texts. `texts` are pairs of source and words."""
    seen: defaultdict[str, set[int]] = defaultdict(set)
    counts: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for source, words in texts:
        if words.text_hash not in seen[source]:
            seen[source].add(words.text_hash)
            counts[source].update(set(words.paragraph_hashes))
    return {source: frozenset(found for found, count in counted.items() if count >= LEAST_TEXTS) for source, counted in counts.items()}
