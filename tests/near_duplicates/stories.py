"""Texts for the tests: invented stories that share no runs of words, and the ways in which copies differ from them."""

import random

_SYLLABLES = ["ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu", "pa", "re", "si", "to", "vu"]


def sentences(seed: int, count: int = 12, words: int = 15) -> list[str]:
    """Invented sentences without numbers; other seeds give other ones."""
    dice = random.Random(seed)
    return [" ".join("".join(dice.choices(_SYLLABLES, k=3)) for _ in range(words)).capitalize() + "." for _ in range(count)]


def story(seed: int, count: int = 12) -> str:
    """An invented text of `count` paragraphs of 15 words."""
    return "\n".join(sentences(seed, count))


def edited(text: str, every: int) -> str:
    """`text` with each `every`-th word replaced, as a desk replaces words by its own."""
    return " ".join(f"desk{place}" if place % every == 0 else word for place, word in enumerate(text.split(), start=1))


def market_report(seed: int) -> str:
    """A story from a template, whose look-alikes of other days differ in numbers only."""
    dice = random.Random(seed)
    rows = []
    for place, name in enumerate(("grain", "shipping", "timber", "copper", "textile", "harbour"), start=1_000):
        points, level = dice.randint(10, 900), dice.randint(1_000, 30_000)
        rows.append(f"The {name} index closed {points} points higher at {level:,} after heavy trade. {sentences(place, count=1)[0]}")
    return "\n".join(rows)
