"""Pull quotes: a sentence of the article shown a second time, in large letters.

A quote whose words stand nowhere else in the text is part of the article, whatever it looks like.
"""

from collections.abc import Iterable
from itertools import islice

from newshouse.extraction.page.blocks import Block, Node
from newshouse.extraction.text import words

_TAGS = frozenset(("blockquote", "aside", "figure"))
_LEVELS = 3  # elements around a line that may be the quote's
_FEWEST = 4  # words; fewer may be said twice
_LONGEST = 600  # letters
_LINES = 8  # of a quote; more are a poem or a thread of readers
_MOST = 60  # quotes looked at on one page
_ATTRIBUTION = 80  # letters of who said it


def without_pull_quotes(blocks: list[Block]) -> list[Block]:
    """`blocks` without the quotes whose words a paragraph says too, in the same order, and without the lines that tell who said it."""
    known: dict[int, bool] = {}
    boxes = [_box_around(block.node, known) if block.size <= _LONGEST else None for block in blocks]
    quotes: dict[int, list[Block]] = {}
    for block, box in zip(blocks, boxes, strict=True):
        if box is not None:
            quotes.setdefault(box.order, []).append(block)
    if not quotes:
        return blocks
    said = _said(block for block, box in zip(blocks, boxes, strict=True) if box is None)
    few = (lines for lines in quotes.values() if len(lines) <= _LINES)
    dropped = {block.place for lines in islice(few, _MOST) for block in _pulled(lines, said)}
    return [block for block in blocks if block.place not in dropped] if dropped else blocks


def _pulled(lines: list[Block], said: str) -> list[Block]:
    """Of the lines of one quote those that are `said` besides, if its longest is one of them, and the last that tells whose it is."""
    repeated = [line for line in lines if len(words(line.text)) >= _FEWEST and _said([line]) in said]
    if max(lines, key=lambda line: line.size) not in repeated:
        return []
    last = lines[-1]
    is_attribution = last not in repeated and last.size <= _ATTRIBUTION and last.place == repeated[-1].place + 1
    return [*repeated, last] if is_attribution else repeated


def _said(blocks: Iterable[Block]) -> str:
    """The words of `blocks`, one line for each; a line begins and ends with a space, so that only whole words are found in it."""
    return "\n".join(f" {' '.join(words(block.text))} " for block in blocks)


def _box_around(node: Node | None, known: dict[int, bool]) -> Node | None:
    """The outermost of `node` and the next elements around it that looks like a quote's; `known`: which do, by their order."""
    box = None
    for _ in range(_LEVELS):
        if node is None:
            break
        if node.order not in known:
            known[node.order] = node.tag in _TAGS or _is_pulled(node.element.get("class", "").lower())
        box = node if known[node.order] else box
        node = node.parent
    return box


def _is_pulled(names: str) -> bool:
    """Is an element of the class `names` one of a quote?"""
    return "quote" in names or "pullout" in names or "pull-out" in names
