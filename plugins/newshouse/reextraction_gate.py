"""The gate of a re-extraction: what today's extractor may lose before a person has to look. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from newshouse.model import Promotion

ARTICLE = "article"  # the field that stands for the page as a whole
LOSSES = (("article_body", "shortened"), ("authors", "emptied"), ("date_published", "emptied"))  # a record has a headline and a body


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """What a re-extraction was asked for. The percentages are of one source's captures in the run."""

    promote: Promotion = Promotion.AUTO
    max_newly_rejected_percent: float = 5.0  # of the captures that were articles before
    max_emptied_percent: float = 5.0  # of those that are articles before and after, for bodies (halved), authors and dates each
    max_redated_percent: float = 5.0  # of the same
    sample_size: int = 5  # kept for each source, field and kind of difference


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How many captures differ from before in one field, in one way."""

    field: str
    kind: str
    capture_count: int


def complaints(differences: Sequence[Difference], gate: Gate) -> list[str]:
    """What the gate has against promoting, a line each; empty where nothing."""
    counts = {(one.field, one.kind): one.capture_count for one in differences}
    both = counts.get((ARTICLE, "same"), 0) + counts.get((ARTICLE, "changed"), 0)
    rejected, redated = counts.get((ARTICLE, "newly_rejected"), 0), counts.get(("date_published", "moved"), 0)
    judged = [
        (rejected, both + rejected, gate.max_newly_rejected_percent, "are no article any more"),
        *((counts.get(loss, 0), both, gate.max_emptied_percent, f"have {loss[0]} {loss[1]}") for loss in LOSSES),
        (redated, both, gate.max_redated_percent, "have date_published moved by more than a day"),
    ]
    return [
        f"{lost} of {total} captures ({100 * lost / total:.1f} %) {what}, where {most:g} % may"
        for lost, total, most, what in judged
        if lost * 100 > most * total
    ]


def verdict(found: Sequence[str], promote: Promotion) -> str:
    """promoted, held or shown; `found` as `complaints` gives it."""
    if promote is Promotion.NEVER:
        return "shown"
    return "held" if found and promote is Promotion.AUTO else "promoted"
