"""The standfirst where the page shows it: between the headline and the text.

Told by its mark, by its place as a sub-heading of the headline, or by the page's description, whose words it mostly is.
"""

from collections.abc import Iterable

from newshouse.extraction import hints, phrases
from newshouse.extraction.blocks import Block, Blocks, bears
from newshouse.extraction.text import comparable

_MIN_SIZE, _MAX_SIZE = 30, 700  # letters
_MIN_SUBHEADING = 40
_HEAD = 3  # blocks at the head of the body
_REACH = 14  # blocks after the headline


def standfirst(page: Blocks, blocks: list[Block], headline: str, descriptions: Iterable[str]) -> Block | None:
    """The block of the standfirst; it stands before `blocks`, or first among them if it is marked. None where the page shows none."""
    if not blocks:
        return None
    marked = next((block for block in blocks[:_HEAD] if block.node.hint & hints.STANDFIRST), None)
    if marked is not None and _may_be(marked) and len(blocks) > 1:
        return marked
    wanted = comparable(headline)
    before = page.blocks[: blocks[0].node.first]
    place = page.place_of(headline)
    if place is None or place >= len(before):
        return None
    told = [comparable(text)[:120] for text in descriptions if len(text) > _MIN_SUBHEADING]
    for block in before[place + 1 : place + _REACH]:
        own = comparable(block.text)
        if not _may_be(block) or wanted in own or own in wanted:
            continue
        if any(own.startswith(text[: len(own)]) for text in told if len(text) > 30) or bears(block.node, hints.STANDFIRST, 3):
            return block
        if block.tag in ("h2", "h3") and block.size > _MIN_SUBHEADING and not bears(block.node, hints.JUNK, 3):
            return block
    return None


def _may_be(block: Block) -> bool:
    if not _MIN_SIZE <= block.size <= _MAX_SIZE or block.link_size > 0.5 * block.size or block.tag == "figcaption":
        return False
    return not phrases.is_label(block.text) and not bears(block.node, hints.CAPTION | hints.CREDIT, 3)
