"""What else of the article than its standfirst stands above the element of its text: first paragraphs, and the list that sums it up."""

from newshouse.extraction.body.head import is_head_line
from newshouse.extraction.body.standfirst import ELSEWHERE, REACH, SENTENCE_END, SHORTEST_PARAGRAPH
from newshouse.extraction.page import hints
from newshouse.extraction.page.blocks import Block, Node, bears
from newshouse.extraction.page.class_names import ClassNames
from newshouse.extraction.text import comparable

_FEWEST_SHARED = 2  # words of the headline
_TELLING = 4  # letters
_MAX_OPENING = 1_500  # letters of the element around it
_SHORTEST_POINT = 25  # letters of an item of the list that sums the article up
_MOST_POINTS = 8
_LONGEST_TITLE = 60  # letters of the line above such a list
_LISTS = ("ul", "ol")
_LIST_LEVELS = 3  # elements between an item's text and its list, or around a list that say what it is
_names_summary = ClassNames("key[-_]?(?:points?|takeaways?)|takeaways|at[-_]?a[-_]?glance|summary|bullets")
_LEVELS = 4  # elements around a list of which none may be marked as something else


def opening(below: list[Block], blocks: list[Block], headline: str) -> list[Block]:
    """Of the blocks `below` the headline and above the element of the text, those with which the article begins.

    Paragraphs tell of what the headline tells, as notices do not that publishers set there: how the text was made, who may read it.
    Those in a box that is called a teaser, as before a paywall, are set like the text that follows right below.
    """
    points = _points(below)
    candidates = [block for block in below if _may_open(block)]
    if not candidates:  # as on most pages
        return points
    wanted = _telling(headline)
    known = {comparable(block.text) for block in blocks[:REACH]}
    fewest = max(1, min(_FEWEST_SHARED, len(wanted)))
    first = next((block for block in blocks if _may_open(block)), None)
    found = [
        block
        for block in candidates
        if comparable(block.text) not in known
        and len(wanted & _telling(block.text)) >= fewest
        and (not bears(block.node, ELSEWHERE, 5) or _leads_on(block, below, first))
    ]
    return sorted((*points, *found), key=lambda block: block.place)


def _telling(text: str) -> set[str]:
    return {word for word in comparable(text).split() if len(word) >= _TELLING}


def _may_open(block: Block) -> bool:
    box = block.node.parent
    if box is not None and box.size <= _MAX_OPENING and box.link_size > 0.1 * box.size:  # a teaser
        return False
    if block.tag != "p" or block.size < SHORTEST_PARAGRAPH or block.link_size > 0.2 * block.size or block.node.size > _MAX_OPENING:
        return False
    return block.text.endswith(SENTENCE_END)


def _leads_on(block: Block, below: list[Block], first: Block | None) -> bool:
    """Does the block stand in a box that bears a teaser's mark, yet right above the text and set like its paragraph `first`?"""
    if first is None or block.node.element.get("class") != first.node.element.get("class"):
        return False
    box = block.node
    while box.parent is not None and not box.parent.holds(first.node):
        box = box.parent
    return box.past == below[-1].place + 1 and not bears(block.node, ELSEWHERE & ~hints.JUNK, 5)


def _points(below: list[Block]) -> list[Block]:
    """The items of the first list above the text that sums it up, with the title right above them."""
    lists: dict[int, list[Block]] = {}
    for block in below:
        if block.tag == "li" and (around := _list_around(block)) is not None:
            lists.setdefault(around.order, []).append(block)
    return next((_with_title(items, below) for items in lists.values() if _sums_up(items)), [])


def _list_around(item: Block) -> Node | None:
    node: Node | None = item.node
    for _ in range(_LIST_LEVELS):
        if node is None or node.tag in _LISTS:
            return node
        node = node.parent
    return None


def _sums_up(items: list[Block]) -> bool:
    """Does a list say what the article says: in a few lines, most of them sentences, none of which leads away or tells of the page?"""
    around = _list_around(items[0])
    if around is None or not 2 <= len(items) <= _MOST_POINTS or around.past - around.first != len(items):
        return False
    long = sum(item.size >= _SHORTEST_POINT for item in items)
    if (long < 2 or 3 * long < 2 * len(items)) and not _is_called_summary(around):
        return False
    return not _is_in_marked_box(around) and not any(item.link_size or is_head_line(item) for item in items)


def _is_in_marked_box(node: Node) -> bool:
    """Does an element near `node` bear the mark of something else, and not that of the text?"""
    around: Node | None = node
    for _ in range(_LEVELS):
        if around is None:
            return False
        if around.hint & ELSEWHERE and not around.hint & hints.BODY:
            return True
        around = around.parent
    return False


def _is_called_summary(around: Node) -> bool:
    node: Node | None = around
    for _ in range(_LIST_LEVELS):
        if node is None or node.past - node.first > _MOST_POINTS + 2:
            return False
        if _names_summary(node.element.get("class")):
            return True
        node = node.parent
    return False


def _with_title(items: list[Block], below: list[Block]) -> list[Block]:
    """The items of a list, after the line that opens the box around it, where there is such a box that holds nothing else but a link."""
    first, past = items[0].place, items[-1].place + 1
    node = items[0].node
    while node.parent is not None and node.parent.first == first and node.parent.past <= past + 1:
        node = node.parent
    box = node.parent
    if box is None or box.first != first - 1 or box.past > past + 1:
        return items
    title = next((block for block in below if block.place == box.first), None)
    is_title = title is not None and title.size <= _LONGEST_TITLE and not title.link_size and not is_head_line(title)
    return [title, *items] if title is not None and is_title else items
