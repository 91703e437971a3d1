"""The standfirst where the page shows it: between the headline and the text.

Told by its mark, by its place as a sub-heading of the headline, or by the page's description, whose words it mostly is.
"""

from collections.abc import Iterable

from newshouse.extraction import hints, phrases
from newshouse.extraction.blocks import HEADINGS, Block, Blocks, bears
from newshouse.extraction.text import comparable

_MIN_SIZE, _MAX_SIZE = 30, 700  # letters
_MIN_SUBHEADING = 40
_HEAD = 3  # blocks at the head of the body
_REACH = 14  # blocks after the headline
_MARK_LEVELS = 4
_FEWEST_SHARED = 2  # words of the headline
_TELLING = 4  # letters
_SHORTEST_OPENING = 100  # letters
_MAX_OPENING = 1_500  # letters of the element around it
_SENTENCE_END = (".", "!", "?", "”", '"', "»", "…", "。", "।", "؟")
_ELSEWHERE = hints.JUNK | hints.CAPTION | hints.CREDIT | hints.COMMENTS | hints.BYLINE | hints.HIDDEN | hints.ASIDE


def standfirst(below: list[Block], blocks: list[Block], descriptions: Iterable[str]) -> Block | None:
    """The block of the standfirst, of those `below` the headline or, if marked, among the first of `blocks`; None where there is none."""
    before = [block for block in below if _may_be(block)]
    told = [comparable(text)[:120] for text in descriptions if len(text) > _MIN_SUBHEADING]
    for block in before:
        if bears(block.node, hints.STANDFIRST, _MARK_LEVELS) or _is_told(block, told):
            return block
    marked = next(
        (block for block in blocks[:_HEAD] if block.node.hint & hints.STANDFIRST or (block.tag in HEADINGS and _is_told(block, told))), None
    )
    if marked is not None and _may_be(marked) and len(blocks) > 1:
        return marked
    headings = (block for block in before if block.tag in ("h2", "h3") and block.size > _MIN_SUBHEADING)
    return next((block for block in headings if not bears(block.node, hints.JUNK, 3)), None)


def opening(below: list[Block], blocks: list[Block], headline: str) -> list[Block]:
    """Of the blocks `below` the headline and above the element of the text, the paragraphs with which the article begins.

    They tell of what the headline tells, as notices do not that publishers set there: how the text was made, who may read it.
    """
    candidates = [block for block in below if _is_paragraph(block)]
    if not candidates:  # as on most pages
        return []
    wanted = _telling(headline)
    known = {comparable(block.text) for block in blocks[:_REACH]}
    fewest = max(1, min(_FEWEST_SHARED, len(wanted)))
    return [block for block in candidates if comparable(block.text) not in known and len(wanted & _telling(block.text)) >= fewest]


def _telling(text: str) -> set[str]:
    return {word for word in comparable(text).split() if len(word) >= _TELLING}


def _is_paragraph(block: Block) -> bool:
    box = block.node.parent
    if box is not None and box.size <= _MAX_OPENING and box.link_size > 0.1 * box.size:  # a teaser
        return False
    if block.tag != "p" or block.size < _SHORTEST_OPENING or block.link_size > 0.2 * block.size or block.node.size > _MAX_OPENING:
        return False
    return block.text.endswith(_SENTENCE_END) and not bears(block.node, _ELSEWHERE, 5)


def below_headline(page: Blocks, blocks: list[Block], headline: str) -> list[Block]:
    """What stands between the headline, or else the last h1, and `blocks`, less what says the same as the headline."""
    if not blocks:
        return []
    before = page.blocks[: blocks[0].node.first]
    place = page.place_of(headline)
    if place is None:
        place = max((block.place for block in before if block.tag == "h1"), default=None)
    if place is None or place >= len(before):
        return []
    wanted = comparable(headline)
    near = [(block, comparable(block.text)) for block in before[place + 1 : place + _REACH]]
    return [block for block, own in near if not (wanted in own or own in wanted)]


def _is_told(block: Block, told: list[str]) -> bool:
    own = comparable(block.text)
    return any(own.startswith(text[: len(own)]) for text in told if len(text) > 30)


def _may_be(block: Block) -> bool:
    if not _MIN_SIZE <= block.size <= _MAX_SIZE or block.link_size > 0.5 * block.size or block.tag == "figcaption":
        return False
    return not phrases.is_label(block.text) and not bears(block.node, hints.CAPTION | hints.CREDIT, 3)
