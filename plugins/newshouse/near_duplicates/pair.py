"""Do two texts tell the same story? A pure and symmetric judgement over two signatures.

Copies of one story are cut, extended and edited, so what counts is how much of the smaller text stands in the other (containment), not
how alike both are. Look-alikes from one template (markets, weather, results) agree in their words and differ in their numbers.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from newshouse.near_duplicates.signature import KEY_WORDS, SKETCH_SIZE, SLOT_VALUE_BITS, Signature

WINDOW = timedelta(days=14)
LEAST_CONTAINMENT = 0.57  # half of a short text may be template; results hardly move between 0.55 and 0.6
LEAST_SHARED = 8  # hashes of the sketches: fewer say nothing
LEAST_WORDS = KEY_WORDS  # of identical texts: shorter ones ("Watch live") are no story, and have no keys to be found by
CONFLICTS_PER_NUMBER = 0.3  # of the numbers in like places, which share may differ ...
CONFLICTS_PER_WORD = 0.01  # ... or how many in a text of this length, since a correction leaves a story the same ...
MOST_CONFLICTS = 5  # ... but no more than these


class PairReason(StrEnum):
    """Why two texts are, or are not, the same story. The values may be stored: append, never rename."""

    IDENTICAL = "identical"  # the same words in the same order
    CONTAINED = "contained"  # most of the smaller text stands in the other
    TOO_FAR_APART = "too_far_apart"  # published more than 14 days from each other
    TOO_LITTLE_SHARED = "too_little_shared"
    NUMBERS_DIFFER = "numbers_differ"  # one template, other numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What two signatures say of each other. `similarity` (Jaccard) and `containment` are estimates from 0 to 1 over runs of 5 words."""

    similarity: float
    containment: float
    reason: PairReason

    @property
    def is_same(self) -> bool:
        return self.reason in {PairReason.IDENTICAL, PairReason.CONTAINED}


def same_story(one: Signature, other: Signature, apart: timedelta | None) -> Verdict:
    """The judgement over two texts published `apart` from each other; None where either date is unknown, which counts as near."""
    similarity, containment, shared = _overlap(one, other)
    return Verdict(similarity=similarity, containment=containment, reason=_reason(one, other, apart, containment, shared))


def _reason(one: Signature, other: Signature, apart: timedelta | None, containment: float, shared: int) -> PairReason:
    if apart is not None and abs(apart) > WINDOW:
        return PairReason.TOO_FAR_APART
    if one.text_hash == other.text_hash and one.word_count >= LEAST_WORDS:
        return PairReason.IDENTICAL
    if shared < LEAST_SHARED or containment < LEAST_CONTAINMENT:
        return PairReason.TOO_LITTLE_SHARED
    return PairReason.NUMBERS_DIFFER if _numbers_differ(one, other) else PairReason.CONTAINED


def _overlap(one: Signature, other: Signature) -> tuple[float, float, int]:
    """Similarity, containment and the number of shared hashes.

    A full sketch shows only hashes up to its largest; below the smaller of these bounds both sketches are complete.
    """
    if not len(one.sketch) or not len(other.sketch):
        return 0.0, 0.0, 0
    shared = _count_shared(one.sketch, other.sketch)
    bound = min((found.sketch[-1] for found in (one, other) if len(found.sketch) == SKETCH_SIZE), default=None)
    sizes = [len(found.sketch) if bound is None else int(np.searchsorted(found.sketch, bound, side="right")) for found in (one, other)]
    smaller, union = min(sizes), sum(sizes) - shared
    return (shared / union if union else 0.0), (shared / smaller if smaller else 0.0), shared


def _numbers_differ(one: Signature, other: Signature) -> bool:
    """Do more numbers differ, where the words around them agree, than an editor would change?"""
    low = np.uint64(SLOT_VALUE_BITS)
    places = np.intersect1d(one.slots >> low, other.slots >> low)
    numbers = min(np.count_nonzero(np.isin(found.slots >> low, places)) for found in (one, other))
    conflicts = numbers - len(np.intersect1d(one.slots, other.slots, assume_unique=True))
    allowed = min(MOST_CONFLICTS, CONFLICTS_PER_WORD * min(one.word_count, other.word_count))
    return bool(conflicts > max(allowed, CONFLICTS_PER_NUMBER * numbers))


def _count_shared(one: NDArray[np.uint32], other: NDArray[np.uint32]) -> int:
    places = np.searchsorted(other, one)
    places[places == len(other)] = 0
    return int(np.count_nonzero(other[places] == one))
