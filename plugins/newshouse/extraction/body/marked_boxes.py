"""Elements inside the article that their names or tags mark as something else: boxes, captions, comments, what is hidden.

A mark is not believed where much of the text has it. Not the place for boxes told by their links (see teasers.py).
"""

from collections import Counter

from newshouse.extraction.body.attributions import is_attribution
from newshouse.extraction.page import hints
from newshouse.extraction.page.accordions import is_answer
from newshouse.extraction.page.blocks import Block, Blocks, Node, bears
from newshouse.extraction.page.tree import HEADINGS

_ELSEWHERE = hints.JUNK | hints.CAPTION | hints.CREDIT | hints.COMMENTS | hints.BYLINE | hints.HIDDEN
_MARKS = _ELSEWHERE | hints.SURE | hints.ASIDE
_PROTECTED = 0.2  # share of the text above which a mark is not believed ...
_PROTECTED_SURE = 0.5  # ... and the same for marks that are hardly ever wrong
_HIDING_LEVELS = 6  # elements around a paragraph that may hide it, as an accordion does until somebody opens it
_PICTURE_LEVELS = 3  # elements around a paragraph that may be a picture's box
_BOXED = 0.4  # share of the text in boxes of one name
_LINKED = 0.3  # share of links that a text may have
_NO_ENTRY = hints.SURE | hints.TEASER | hints.COMMENTS | hints.CAPTION | hints.CREDIT | hints.BYLINE | hints.HIDDEN
_ENTRIES = 3
_ENTRY_LEVELS = 4  # elements around a sub-heading that may begin with it
_GALLERY = 0.5  # share of the text below pictures that makes it the article
_STORY = 1_000  # letters: a text that does without what its pictures say
_LINE = 100  # letters: a paragraph


def without_marked(page: Blocks, blocks: list[Block], container: Node) -> list[Block]:
    """`blocks` without those in elements inside `container` that are marked so and hold a small share of the text."""
    total = sum(block.size for block in blocks)
    long = [block for block in blocks if block.size > _LINE]
    hidden = _marked_size(long, hints.HIDDEN, _HIDING_LEVELS)
    doubtful = hints.HIDDEN | hints.JUNK if hidden > _PROTECTED * total else 0  # the text itself is hidden, paragraph by paragraph
    below = _marked_size(long, hints.CAPTION, _PICTURE_LEVELS)
    beside = sum(block.size for block in long) - below
    is_gallery = below > _GALLERY * total and beside < _STORY  # the text stands below its pictures
    marked: dict[int, Node] = {}  # by the order of an element, the outermost around it that is marked as something else
    for node in page.nodes[container.order + 1 : container.last + 1]:
        around = marked.get(node.parent.order) if node.parent is not None else None
        if around is not None:
            marked[node.order] = around
        elif node.hint & _MARKS:
            hint = node.hint & ~(doubtful if node.hint & hints.HIDDEN else 0) & ~(hints.CAPTION if is_gallery else 0)
            if hint & hints.HIDDEN and node.link_size <= _LINKED * node.size and is_answer(node.element):
                hint &= ~hints.HIDDEN
            if _is_elsewhere(node, hint, total):
                marked[node.order] = node
    if not marked:
        return blocks
    boxes = [marked.get(block.node.order) for block in blocks]
    alike = _text_in_boxes(blocks, boxes, total) | _entries(blocks, boxes)
    kept: list[Block] = []
    for block, box in zip(blocks, boxes, strict=True):
        if box is None or box.name in alike or is_attribution(block, kept[-1] if kept else None):
            kept.append(block)
    return kept


def _marked_size(blocks: list[Block], hint: int, levels: int) -> int:
    """The letters of those of `blocks` that bear `hint`, or stand in one of the next `levels - 1` elements that does."""
    size = 0
    boxes: dict[Node | None, bool] = {}  # most paragraphs stand in the same one
    for block in blocks:
        box = block.node.parent
        if box not in boxes:
            boxes[box] = bears(box, hint, levels - 1)
        if boxes[box] or block.node.hint & hint:
            size += block.size
    return size


def _text_in_boxes(blocks: list[Block], boxes: list[Node | None], total: int) -> set[str]:
    """The names of marked boxes that together hold most of the text: each paragraph has a box of its own, so the mark is of no use."""
    inside = [(block, box) for block, box in zip(blocks, boxes, strict=True) if box is not None and block.prose >= _LINE]
    if sum(block.size for block, _ in inside) < _BOXED * total:
        return set()
    sizes: Counter[str] = Counter()
    for block, box in inside:
        if block.link_size <= _LINKED * block.size and not box.hint & (hints.COMMENTS | hints.CAPTION | hints.HIDDEN):
            sizes[box.name] += block.size
    return {name for name, size in sizes.items() if size > _BOXED * total}


def _entries(blocks: list[Block], boxes: list[Node | None]) -> set[str]:
    """The names of marked boxes that are entries of a list: several in a row begin with a sub-heading of their own and tell of it."""
    heads = {block.place: block for block in blocks if not block.link_size and block.tag in HEADINGS}
    led = {box.order: box for box in boxes if box is not None and box.first in heads} if heads else {}
    names = {box.name for box in led.values() if _may_be_entry(box)}
    rows: dict[str, list[tuple[Node, str]]] = {name: [] for name in names}
    found: set[str] = set()
    for head in heads.values() if names else ():
        box = _box_led_by(head, names)
        if box is None:
            continue
        row = rows[box.name]
        if row and (row[-1][0].past != box.first or row[-1][0].parent is not box.parent):
            row.clear()
        row.append((box, head.text))
        if len({text for _, text in row}) >= _ENTRIES:
            found.add(box.name)
    return found


def _box_led_by(head: Block, names: set[str]) -> Node | None:
    """The element of one of `names` that begins with the sub-heading `head` and says more, with few links."""
    node: Node | None = head.node
    for _ in range(_ENTRY_LEVELS):
        if node is None or node.first < head.place:
            return None
        if node.name in names and node.size > head.size and node.link_size <= _LINKED * node.size:
            return node
        node = node.parent
    return None


def _may_be_entry(box: Node) -> bool:
    return box.tag in ("div", "section", "li", "article") and not box.hint & _NO_ENTRY


def _is_elsewhere(node: Node, hint: int, total: int) -> bool:
    if hint & hints.BODY:
        return False
    if hint & (hints.COMMENTS | hints.CAPTION | hints.SURE):
        return node.size < _PROTECTED_SURE * total
    size = node.prose if node.tag == "form" else node.size  # the words beside its fields are no text
    return bool(hint & _ELSEWHERE or node.tag == "aside") and size < _PROTECTED * total
