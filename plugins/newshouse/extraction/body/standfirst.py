"""The standfirst where the page shows it: between the headline and the text.

Told by its mark, by its place as a sub-heading of the headline, by the page's description, whose words it mostly is, or by standing there
alone.

Not the place for what else of the article stands there (see opening.py).
"""

from collections.abc import Collection
from dataclasses import replace
from itertools import islice, takewhile

from newshouse.extraction.body import phrases
from newshouse.extraction.body.foot import is_note
from newshouse.extraction.body.head import is_date_line, is_head_line, is_paragraph
from newshouse.extraction.page import hints
from newshouse.extraction.page.blocks import Block, Blocks, Node, bears
from newshouse.extraction.page.hints import class_hints
from newshouse.extraction.page.tree import HEADINGS, text_within
from newshouse.extraction.text import comparable, terms

_MIN_SIZE, _MAX_SIZE = 30, 700  # letters
_MIN_MARKED, _MAX_MARKED = 10, 1_500  # letters of what bears the mark itself, or stands alone in what bears it
_MIN_SUBHEADING = 40
_MIN_WHOLE, _FEWEST_WORDS = 12, 3  # letters and words of what is a description from its first to its last word
_MIN_ALONE, _MAX_ALONE = 40, 300  # letters of what bears no mark
_STEM = 5  # letters of a longer word
_MAX_BESIDE = 2  # times its letters in a box that is a picture's
_HEAD = 3  # blocks at the head of the body
REACH = 14  # blocks after the headline
_MARK_LEVELS = 4
_MAX_BOX = 3_000  # letters of what bears the mark around it
_MEDIA = ("img", "picture", "video", "audio", "iframe", "object", "embed", "amp-img", "amp-video")
_INLINE = frozenset(("span", "font", "b", "strong", "i", "em", "big"))
_MAX_INLINE = 10  # of them that bear the mark
_NEAR = 100  # elements at the head of the block's own among which the one that holds it is looked for
SHORTEST_PARAGRAPH = 100  # letters
SENTENCE_END = (".", "!", "?", "”", '"', "»", "…", "。", "।", "؟")
ELSEWHERE = hints.JUNK | hints.CAPTION | hints.CREDIT | hints.COMMENTS | hints.BYLINE | hints.HIDDEN | hints.ASIDE
_OTHER = hints.HEADLINE | hints.DATE | hints.BYLINE | hints.PICTURE  # as an element says of itself inside a lead picture or video


def standfirst(below: list[Block], blocks: list[Block], descriptions: Collection[str]) -> Block | None:
    """The block of the standfirst, of those `below` the headline or, if marked, among the first of `blocks`; None where there is none."""
    headings = [block for block in blocks[:_HEAD] if block.tag in HEADINGS]
    told = _told(descriptions) if below or headings else []
    found = next((block for block in below if _is_marked(block, _MIN_SIZE) or (_is_told(block, told) and _may_be(block))), None)
    if found is None:
        lines = (block for block in below if block.size <= _MIN_SUBHEADING)
        short = [block for block in lines if _is_marked(block, _MIN_MARKED) or _is_whole(block, descriptions)]
        start = next((block for block in below if not is_head_line(block)), None) if short else None
        found = start if start in short else None
    if found is not None:
        return _with_next_lines(found, below)
    marked = next(
        (block for block in blocks[:_HEAD] if block.node.hint & hints.STANDFIRST or (block.tag in HEADINGS and _is_told(block, told))), None
    )
    if marked is None and blocks and _bears_mark(blocks[0]):
        marked = blocks[0]
    if marked is not None and _may_be(marked) and len(blocks) > 1:
        return marked
    return _unmarked(below, blocks)


def standfirst_above_byline(page: Blocks, blocks: list[Block], headline: str, descriptions: Collection[str]) -> Block | None:
    """The block of the standfirst where it stands in the element of the text, right below the headline and above a byline or date line.

    Only a short one, which would go with what stands there: a paragraph stays.
    """
    if not blocks or not blocks[0].place or page.place_of(headline) != blocks[0].place - 1:
        return None
    head = list(takewhile(lambda block: not is_head_line(block) and not is_paragraph(block), blocks[: _HEAD + 1]))
    if not 0 < len(head) < min(_HEAD + 1, len(blocks)) or not is_head_line(blocks[len(head)]):
        return None
    told = _told(descriptions)
    described = (block for block in head if (_is_told(block, told) and _may_be(block)) or _is_whole(block, descriptions))
    return next(described, None) or _unmarked(head, blocks[len(head) :])


def _unmarked(below: list[Block], blocks: list[Block]) -> Block | None:
    """Of the blocks `below` the headline the first longer sub-heading, or the one sentence that stands there alone."""
    headings = (block for block in below if block.tag in ("h2", "h3") and block.size > _MIN_SUBHEADING and _may_be(block))
    heading = next((block for block in headings if not bears(block.node, hints.JUNK, 3)), None)
    return heading or _alone(below, blocks)


def _is_marked(block: Block, fewest: int) -> bool:
    """Does the block, of at least so many letters, bear the mark of a standfirst, or stand with little else in what does?"""
    if not fewest <= block.size <= _MAX_MARKED:
        return False
    if _bears_mark(block):
        return _is_text(block)
    node = block.node.parent
    for _ in range(_MARK_LEVELS - 1):
        if node is None or node.size > _MAX_BOX:
            return False
        if node.hint & hints.STANDFIRST:
            is_alone = node.past - node.first == 1 or _MIN_SIZE <= block.size <= _MAX_SIZE
            is_else = bool(block.node.hint & _OTHER) or is_head_line(block) or _holds(node, "h1", *_MEDIA)
            return is_alone and _is_text(block) and not is_else
        node = node.parent
    return False


def _holds(node: Node, *tags: str) -> bool:
    return next(node.element.iter(*tags), None) is not None


def _bears_mark(block: Block) -> bool:
    """Does the block's element bear the mark, or an inline element in it that holds the block and nothing else?"""
    if block.node.hint & hints.STANDFIRST:
        return True
    if len(block.node.element) == 0:
        return False
    near = islice(block.node.element.iter(), _NEAR)
    inline = (inner for inner in near if inner.tag in _INLINE and (names := inner.get("class")) and class_hints(names) & hints.STANDFIRST)
    return any(text_within(inner, len(block.text)) == block.text for inner in islice(inline, _MAX_INLINE))


def _with_next_lines(block: Block, below: list[Block]) -> Block:
    """The block with the lines that follow it in the same heading or marked element, set apart by a <br>."""
    if block.tag not in HEADINGS and not block.node.hint & hints.STANDFIRST:
        return block
    lines = [other for other in below if other.node is block.node and other.place >= block.place and _is_text(other)]
    if len(lines) == 1 or any(line.size >= SHORTEST_PARAGRAPH for line in lines):
        return block
    return replace(block, text=" ".join(line.text for line in lines), size=sum(line.size for line in lines))


def _alone(below: list[Block], blocks: list[Block]) -> Block | None:
    """The one sentence that stands right below the headline, with nothing but bylines and labels beside it and no mark of anything else."""
    long = [block for block in below if block.size >= _MIN_ALONE]
    if len(long) > _HEAD or not any(block.tag == "p" and block.size <= _MAX_ALONE for block in long):
        return None
    found = [block for block in long if not is_head_line(block)]
    if len(found) != 1 or not all(is_head_line(block) for block in below if block.place < found[0].place):
        return None
    return found[0] if _is_plain(found[0]) and _is_about(found[0], blocks) else None


def _is_plain(block: Block) -> bool:
    """Is the block a paragraph without a link, that neither its element nor its words or a picture beside it make something else?"""
    if block.tag != "p" or block.size > _MAX_ALONE or block.link_size or not _is_text(block):
        return False
    if phrases.stands_between(block.text, block.size) or is_note(block.text, block.size):
        return False
    return not bears(block.node, ELSEWHERE, 5) and not block.node.hint & _OTHER and not _is_beside_media(block)


def _is_about(block: Block, blocks: list[Block]) -> bool:
    """Does a third of the block's longer words stand in the text, in whatever form? A slogan or a note speaks of other things.

    Never where the text begins with the same words.
    """
    own = comparable(block.text)
    if any(comparable(other.text) == own for other in blocks[:REACH]):
        return False
    stems = {word[:_STEM] for word in own.split() if len(word) >= _STEM}
    text = "\n".join(other.text for other in blocks).casefold()
    return 3 * sum(stem in text for stem in stems) >= len(stems) if stems else block.text.endswith(SENTENCE_END)


def _is_beside_media(block: Block) -> bool:
    """Does a picture or player stand in a box with the block and little else?"""
    node: Node | None = block.node
    for _ in range(_MARK_LEVELS):
        if node is None or node.size > _MAX_BESIDE * block.size:
            return False
        if _holds(node, *_MEDIA):
            return True
        node = node.parent
    return False


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
    near = [(block, comparable(block.text)) for block in before[place + 1 : place + REACH]]
    return [block for block, own in near if not (wanted in own or own in wanted)]


def _told(descriptions: Collection[str]) -> list[str]:
    """How the longer descriptions begin, comparable."""
    return [comparable(text)[:120] for text in descriptions if len(text) > _MIN_SUBHEADING]


def _is_whole(block: Block, descriptions: Collection[str]) -> bool:
    """Is the block, of whatever length but more than a label, one of the descriptions from its first word to its last?"""
    own = comparable(block.text) if _MIN_WHOLE <= block.size <= _MAX_SIZE else ""
    if not own or all(comparable(text) != own for text in descriptions):
        return False
    return len(terms(block.text)) >= _FEWEST_WORDS and _is_text(block)


def _is_told(block: Block, told: list[str]) -> bool:
    own = comparable(block.text)
    return any(own.startswith(text[: len(own)]) for text in told if len(text) > 30)


def _may_be(block: Block) -> bool:
    return _MIN_SIZE <= block.size <= _MAX_SIZE and _is_text(block)


def _is_text(block: Block) -> bool:
    if block.link_size > 0.5 * block.size or block.node.tag in ("figcaption", "summary") or block.tag == "figcaption":
        return False
    if block.text.endswith(":") or is_date_line(replace(block, tag="p") if block.size < _MIN_SUBHEADING else block):
        return False
    return not phrases.is_label(block.text) and not bears(block.node, hints.CAPTION | hints.CREDIT, 3)
