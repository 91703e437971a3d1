"""The body as the page's JSON-LD tells it, held against the body as the page shows it.

`articleBody` is a strong witness but no source: often cut short, without paragraphs, or without lists and sub-headings. Where it is as
complete as the page, paragraphs that it does not know are not the article's; where the page yields much less, it is the body.
"""

from newshouse.extraction.page.blocks import Block
from newshouse.extraction.text import words

_MIN_WORDS = 60  # a shorter articleBody is a teaser
_COMPLETE = 0.75  # share of the shown prose that articleBody must know to be believed about the rest
_UNKNOWN = 0.2  # share of a block's word triples that articleBody may know of it by chance
_OPENING = 150  # letters of a first paragraph that stands: with its drop cap or as a lead it is often left out of articleBody


def confirmed(blocks: list[Block], told: str) -> list[Block]:
    """`blocks` without the paragraphs that a complete articleBody does not know."""
    known = _triples(told)
    if len(known) < _MIN_WORDS:
        return blocks
    line = f" {told} ".replace("\n", " ")
    shares = [
        1.0 if f" {block.text} " in line else _share(block.text, known) for block in blocks
    ]  # most paragraphs stand in it as they are
    paragraphs = [(block.size, share) for block, share in zip(blocks, shares, strict=True) if block.tag == "p"]
    shown = sum(size for size, _ in paragraphs)
    agreed = sum(size for size, share in paragraphs if share > 0.5)
    if not shown or agreed < _COMPLETE * shown:
        return blocks
    return [
        block
        for place, (block, share) in enumerate(zip(blocks, shares, strict=True))
        if share > _UNKNOWN or block.tag not in ("p", "td") or (place == 0 and block.size >= _OPENING)
    ]


def _triples(text: str) -> set[tuple[str, str, str]]:
    found = words(text)
    return set(zip(found, found[1:], found[2:], strict=False))


def _share(text: str, known: set[tuple[str, str, str]]) -> float:
    own = _triples(text)
    return len(own & known) / len(own) if own else 1.0
