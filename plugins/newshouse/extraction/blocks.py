"""The page as a row of text blocks in reading order, each knowing the elements around it.

One walk over the tree, without recursion. A block is a run of text that a browser would set on lines of its own; it ends where a
block-level element begins or ends, at a double `<br>`, and at a single one that follows a finished sentence or a short line.
"""

from dataclasses import dataclass, field

from lxml import etree

from newshouse.extraction.hints import hints_of
from newshouse.extraction.patterns import names
from newshouse.extraction.text import comparable, folded, size

_INLINE, _BLOCK, _SKIPPED, _LINK, _BREAK = range(5)
_TAGS = {
    # what holds no text of the article, whatever it holds
    **dict.fromkeys(
        names(
            """
            script style noscript template svg iframe object embed canvas audio video select button input textarea map head title nav
            progress meter datalist frameset applet link meta base param source track dialog
            """
        ),
        _SKIPPED,
    ),
    **dict.fromkeys(
        names(
            """
            address article aside blockquote body center caption dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4
            h5 h6 header hgroup hr html legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul noindex
            """
        ),
        _BLOCK,
    ),
    "a": _LINK,
    "br": _BREAK,
}
_KINDS = {name: name for name in ("h1", "h2", "h3", "h4", "h5", "h6", "li", "pre", "td", "blockquote", "figcaption")}
_KINDS |= {"th": "td", "dt": "li", "dd": "li", "caption": "figcaption"}
_SENTENCE_END = (".", "!", "?", ":", '"', "”", "»", "…", ")", "。", "！", "？", "」", "؟", "۔", "।", "'", "’", ";")
_SHORT_LINE = 45  # letters: a line this short before a <br> is a line of its own
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(slots=True, eq=False)
class Node:
    """A block-level element. Its blocks are `blocks[first:past]` of its page, its descendants `nodes[order + 1 : last + 1]`."""

    element: etree._Element
    tag: str
    hint: int  # flags of hints.py
    parent: "Node | None"
    depth: int
    order: int
    first: int
    past: int = 0
    last: int = 0
    size: int = 0  # letters of all text inside
    link_size: int = 0  # letters of it inside links
    prose: float = 0.0  # see container.py

    def holds(self, other: "Node") -> bool:
        return self.order <= other.order <= self.last


@dataclass(slots=True, eq=False)
class Block:
    """A run of text; `tag` is p, h1 to h6, li, blockquote, pre, td or figcaption. Sizes are in Latin letters (see text.size)."""

    tag: str
    text: str
    node: Node
    size: int
    link_size: int
    place: int  # index among the page's blocks
    prose: float = 0.0  # see container.py


@dataclass(slots=True)
class Blocks:
    """All blocks and nodes of a page, in the order of the page."""

    blocks: list[Block] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)

    def inside(self, node: Node) -> list[Block]:
        return self.blocks[node.first : node.past]

    def place_of(self, line: str) -> int | None:
        """The index of the first block that says `line`, whatever its quotes, dashes and case."""
        wanted, length = comparable(line), len(line)
        for place, block in enumerate(self.blocks):
            if abs(len(block.text) - length) <= 12 and comparable(block.text) == wanted:
                return place
        return None

    def children(self, node: Node) -> list[Node]:
        found = []
        order = node.order + 1
        while order <= node.last:
            child = self.nodes[order]
            found.append(child)
            order = child.last + 1
        return found


def blocks_of(body: etree._Element) -> Blocks:
    """The blocks of everything below `body`, with sums filled in on every node."""
    walk = _Walk()
    events = etree.iterwalk(body, events=("start", "end"))
    for event, element in events:
        tag = element.tag
        kind = _TAGS.get(tag)
        if kind is None:
            kind = _BLOCK if "-" in tag else _INLINE  # a custom element is mostly a box
        if event == "start":
            if kind == _SKIPPED:
                events.skip_subtree()
                continue
            if kind == _BLOCK:
                walk.open(element, tag)
            elif kind == _LINK:
                walk.link_depth += 1
            elif kind == _BREAK:
                walk.line_break()
            if text := element.text:
                walk.add(text)
        else:
            if kind == _BLOCK:
                walk.close()
            elif kind == _LINK:
                walk.link_depth -= 1
            if (tail := element.tail) and element is not body:
                walk.add(tail)
    return walk.page()


class _Walk:
    """The state of one walk: the text since the last break, and the elements around it."""

    __slots__ = ("break_at", "link_depth", "link_size", "node", "out", "parts")

    def __init__(self) -> None:
        self.out = Blocks()
        self.parts: list[str] = []
        self.link_size = 0
        self.link_depth = 0
        self.break_at = -1  # number of parts when the last <br> was met
        self.node: Node | None = None

    def add(self, text: str) -> None:
        if text.isspace():
            if self.parts:
                self.parts.append(" ")
            return
        self.parts.append(text)
        if self.link_depth:
            self.link_size += len(text.strip())

    def line_break(self) -> None:
        so_far = "".join(self.parts).strip()
        if not so_far:
            return
        line = so_far[so_far.rfind("\n") + 1 :].rstrip()
        is_second = self.break_at >= 0 and not "".join(self.parts[self.break_at :]).strip()
        if is_second or line.endswith(_SENTENCE_END) or len(line) < _SHORT_LINE:
            self.flush()
        else:
            self.parts.append("\n")
            self.break_at = len(self.parts)

    def open(self, element: etree._Element, tag: str) -> None:
        if self.parts:
            self.flush()
        out, parent = self.out, self.node
        depth = parent.depth + 1 if parent else 0
        self.node = Node(element, tag, hints_of(element, tag), parent, depth, len(out.nodes), len(out.blocks))
        out.nodes.append(self.node)

    def close(self) -> None:
        if self.parts:
            self.flush()
        node = self.node
        if node is not None:
            node.last, node.past = len(self.out.nodes) - 1, len(self.out.blocks)
            self.node = node.parent

    def flush(self) -> None:
        text = folded("".join(self.parts))
        node, link_size = self.node, self.link_size
        self.parts = []
        self.link_size, self.break_at = 0, -1
        if not text or node is None:
            return
        letters = size(text)
        if link_size and letters != len(text):
            link_size = link_size * letters // len(text)
        self.out.blocks.append(Block(_kind(node), text, node, letters, min(link_size, letters), len(self.out.blocks)))

    def page(self) -> Blocks:
        for block in self.out.blocks:
            block.node.size += block.size
            block.node.link_size += block.link_size
        for node in reversed(self.out.nodes):
            if node.parent is not None:
                node.parent.size += node.size
                node.parent.link_size += node.link_size
        return self.out


def _kind(node: Node) -> str:
    kind = _KINDS.get(node.tag)
    if kind is None and node.parent is not None and node.tag in ("p", "div"):
        above = _KINDS.get(node.parent.tag)
        if above is not None and above not in ("td", "pre"):
            return above
    return kind or "p"


def bears(node: Node | None, hint: int, levels: int) -> bool:
    """Does `node` or one of the next `levels - 1` elements around it bear one of the flags `hint`?"""
    for _ in range(levels):
        if node is None:
            return False
        if node.hint & hint:
            return True
        node = node.parent
    return False
