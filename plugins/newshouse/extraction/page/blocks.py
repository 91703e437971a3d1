"""The page as a row of text blocks in reading order, each knowing the elements around it.

One walk over the tree, without recursion. A block is a run of text that a browser would set on lines of its own; it ends where a
block-level element begins or ends, at a double `<br>`, and at a single one that follows a finished sentence, a short line that is none of
a heading's, or a line in a look of its own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree

from newshouse.errors import Rejected
from newshouse.extraction.page.accordions import is_question
from newshouse.extraction.page.footnotes import is_note_link, is_raised_note
from newshouse.extraction.page.heading_parts import is_headline_and_more, without_anchor
from newshouse.extraction.page.hidden import is_hidden
from newshouse.extraction.page.hints import JUNK, TEASER, hints_of
from newshouse.extraction.page.line_breaks import is_set_apart, is_within_heading
from newshouse.extraction.page.tree import HEADINGS
from newshouse.extraction.patterns import names
from newshouse.extraction.text import comparable, folded, size
from newshouse.model import Reason

_INLINE, _BLOCK, _SKIPPED, _LINK, _BREAK, _SPAN, _BUTTON, _READING, _RAISED = range(9)
_TAGS = {
    # what holds no text of the article, whatever it holds
    **dict.fromkeys(
        names(
            """
            script style noscript template svg iframe object embed canvas audio video select input textarea map head title nav
            progress meter datalist frameset applet link meta base param source track dialog rtc
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
    **dict.fromkeys(names("abbr b big cite code del em font i img ins mark picture q s small strong sub time u wbr"), _INLINE),
    "a": _LINK,
    "br": _BREAK,
    "span": _SPAN,
    "button": _BUTTON,
    "sup": _RAISED,
    "rp": _READING,
    "rt": _READING,
}
# A menu or button that nothing closes swallows the page after it; where a page seems empty, these are looked into.
_OPENED = {**_TAGS, **dict.fromkeys(names("nav button select dialog object"), _BLOCK)}
MAX_LETTERS = 1_000_000  # of text on one page; the longest of 1,600 real pages has a ninth of it
MAX_BLOCKS = 20_000  # the most on one of those pages is a third of it
_LONGEST_BLOCK = 20_000  # letters: a <br> after so many always ends the block
_LEVELS = 6  # elements around a word that may be its heading
_EMPTY = 200  # letters
_SWALLOWED = 600  # letters outside links
_KINDS = {name: name for name in ("h1", "h2", "h3", "h4", "h5", "h6", "li", "pre", "td", "blockquote", "figcaption")}
_KINDS |= {"th": "td", "dt": "li", "dd": "li", "caption": "figcaption"}
_SENTENCE_END = (".", "!", "?", ":", '"', "”", "»", "…", ")", "。", "！", "？", "」", "؟", "۔", "।", "'", "’", ";")
_SCRIPT = re.compile(
    r"\W*(?:(?:var|let|const)\s+[\w$]+\s*[=,;]|(?:async\s+)?function\b\s*[\w$]*\s*\(|(?:window|document|self|jQuery|\$)\s*[.(\[]|try\s*\{)"
)
_SHORT_CODE = 200  # letters; shorter code may be a line of what the article shows
_FEWEST_STATEMENTS = 5
_TEASER = 80  # letters; what is called a teaser, is as long and leads nowhere is the article's own beginning
_SHORT_LINE = 45  # letters: a line this short before a <br> is a line of its own


@dataclass(slots=True, eq=False)
class Node:
    """A block-level element. Its blocks are `blocks[first:past]` of its page, its descendants `nodes[order + 1 : last + 1]`."""

    element: etree._Element
    tag: str
    parent: "Node | None"
    depth: int
    order: int
    first: int
    past: int = 0
    last: int = 0
    size: int = 0  # letters of all text inside
    link_size: int = 0  # letters of it inside links
    prose: float = 0.0  # see container.py
    _hint: int = -1

    @property
    def hint(self) -> int:
        """Its flags of hints.py, read when first asked for: nobody asks about most elements of a page."""
        if self._hint < 0:
            self._hint = hints_of(self.element, self.tag)
            if self._hint & TEASER and (self.link_size or self.size < _TEASER):
                self._hint |= JUNK
        return self._hint

    @property
    def name(self) -> str:
        """Its tag and class: elements of one name are set alike."""
        return f"{self.tag}.{self.element.get('class', '')}"

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

    def says_more_than(self, headline: str) -> bool:
        """Is the block a heading that says `headline`, comparable and without spaces, and a little more?"""
        return is_headline_and_more(self.node.element, self.tag, self.text, headline)


@dataclass(slots=True)
class Blocks:
    """All blocks and nodes of a page, in the order of the page."""

    blocks: list[Block] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    _places: dict[str, int | None] = field(default_factory=dict)  # of lines that were asked for
    _headings: dict[str, int | None] = field(default_factory=dict)

    def inside(self, node: Node) -> list[Block]:
        return self.blocks[node.first : node.past]

    def place_of(self, line: str) -> int | None:
        """The index of the first heading that says `line`, else of the first block that does, whatever its quotes, dashes and case.

        Where none does, a heading that says a little more.
        """
        if line not in self._places:
            wanted, fewest, most = comparable(line), len(line) - 12, len(line) + 12
            found = None
            for block in self.blocks:
                if fewest <= len(block.text) <= most and comparable(block.text) == wanted:
                    found = block.place if found is None or block.tag in HEADINGS else found
                    if block.tag in HEADINGS:
                        break
            self._places[line] = self._place_in_heading(wanted) if found is None else found
        return self._places[line]

    def _place_in_heading(self, wanted: str) -> int | None:
        squeezed = wanted.replace(" ", "")
        headings = (block for block in self.blocks if block.tag in HEADINGS)
        return next((block.place for block in headings if block.says_more_than(squeezed)), None)

    def place_of_heading(self, line: str) -> int | None:
        """The index of the first heading that says `line` after a kicker, else of the first h1."""
        if line not in self._headings:
            wanted = f" {comparable(line)}"
            headings = [block for block in self.blocks if block.tag in HEADINGS]
            said = next((block.place for block in headings if comparable(block.text).endswith(wanted)), None)
            first = next((block.place for block in headings if block.tag == "h1"), None)
            self._headings[line] = said if said is not None else first
        return self._headings[line]

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
    page = _walked(body, _TAGS)
    if page.nodes[0].size < _EMPTY:
        opened = _walked(body, _OPENED)
        if opened.nodes[0].size - opened.nodes[0].link_size > _SWALLOWED:
            return opened
    return page


def _walked(body: etree._Element, tags: Mapping[str, int]) -> Blocks:
    walk, link_depth = _Walk(body), 0
    parts, waiting, kind_of = walk.parts, walk.waiting, tags.get
    events = etree.iterwalk(body, events=("start", "end"))
    skip = events.skip_subtree
    next(events)  # the start of `body`, which is a node already
    text = body.text
    if text:
        parts.append(text)
    for event, element in events:
        tag = element.tag
        kind = kind_of(tag)
        if kind is None:
            kind = _BLOCK if "-" in tag else _INLINE  # a custom element is mostly a box
        if event == "start":
            if kind:  # not inline
                if kind == _BLOCK:
                    if parts:
                        walk.flush()
                    waiting.append(element)
                elif kind == _LINK:
                    link_depth += 1
                    if parts and is_note_link(element, parts[-1]):
                        skip()
                        continue
                elif kind == _SPAN:
                    if is_hidden(element, is_within_line=bool(parts)):
                        skip()
                        continue
                elif kind == _SKIPPED:
                    skip()
                    continue
                elif kind == _READING:
                    if not _is_read(element):
                        skip()
                        continue
                elif kind == _BUTTON:
                    if not is_question(element):
                        skip()
                        continue
                    if parts:
                        walk.flush()
                elif kind == _RAISED:
                    if parts and is_raised_note(element):
                        skip()
                        continue
                elif parts:
                    walk.line_break(element)
            text = element.text
        else:
            if kind == _BLOCK:
                if parts:
                    walk.flush()
                if waiting:
                    waiting.pop()  # no text was met in it
                else:
                    walk.close()
            elif kind == _LINK:
                link_depth -= 1
            text = element.tail
        if text:
            if not text.isspace():
                parts.append(text)
                if link_depth:
                    walk.link_size += len(text.strip())
            elif parts:
                parts.append(" ")
    return walk.page()


def _is_read(reading: etree._Element) -> bool:
    """Does the page put the reading of a word in brackets, for readers who cannot have it above the word?

    Without brackets both would be one word. In a heading it is left out all the same, since no metadata hold it.
    """
    before = reading.getprevious()
    is_bracket = reading.tag == "rp" or (before is not None and before.tag == "rp")
    return is_bracket and not any(around.tag in HEADINGS for around in islice(reading.iterancestors(), _LEVELS))


class _Walk:
    """The state of one walk: the text since the last break, and the elements around it.

    Most elements of a page hold no text, only pictures, scripts and each other: an element becomes a node when a text is met in it.
    """

    __slots__ = ("break_at", "letters", "link_size", "node", "out", "parts", "waiting")

    def __init__(self, body: etree._Element) -> None:
        self.out = Blocks()
        self.parts: list[str] = []
        self.link_size = 0
        self.letters = 0  # of the whole page so far
        self.break_at = -1  # number of parts when the last <br> was met
        self.node = Node(body, body.tag, None, 0, 0, 0)
        self.out.nodes.append(self.node)
        self.waiting: list[etree._Element] = []  # open elements in which no text was met yet, outer first

    def line_break(self, element: etree._Element) -> None:
        so_far = "".join(self.parts).strip()
        if not so_far:
            return
        line = so_far[so_far.rfind("\n") + 1 :].rstrip()
        is_second = self.break_at >= 0 and not "".join(self.parts[self.break_at :]).strip()
        is_end = is_second or line.endswith(_SENTENCE_END) or len(so_far) > _LONGEST_BLOCK
        if not is_end:
            is_end = is_set_apart(element, self.last_line()) if len(line) >= _SHORT_LINE else not is_within_heading(element)
        if is_end:
            self.flush()
        else:
            self.parts.append("\n")
            self.break_at = len(self.parts)

    def last_line(self) -> str:
        return folded("".join(self.parts[max(0, self.break_at) :]))

    def close(self) -> None:
        node = self.node
        node.last, node.past = len(self.out.nodes) - 1, len(self.out.blocks)
        self.node = node.parent or node

    def flush(self) -> None:
        parts, link_size, blocks = self.parts, self.link_size, self.out.blocks
        raw = parts[0] if len(parts) == 1 else "".join(parts)
        self.letters += len(raw)
        if self.letters > MAX_LETTERS or len(blocks) >= MAX_BLOCKS:
            raise Rejected(Reason.TOO_LARGE, f"more than {MAX_LETTERS} letters of text, or {MAX_BLOCKS} blocks")
        text = folded(raw)
        parts.clear()
        self.link_size, self.break_at = 0, -1
        if not text:
            return
        node = self._around() if self.waiting else self.node
        kind = _kind(node)
        if link_size and kind in HEADINGS:
            text = without_anchor(text, node.element)
            if not text:
                return
        letters = size(text)
        if letters > _SHORT_CODE and "{" in text and _is_script(text) and not _shows_code(node):
            return
        if link_size:
            link_size = min(letters, link_size * letters // len(text) if letters != len(text) else link_size)
        node.size += letters
        node.link_size += link_size
        blocks.append(Block(kind, text, node, letters, link_size, len(blocks)))

    def _around(self) -> Node:
        """The innermost open element, as a node."""
        node, nodes, first = self.node, self.out.nodes, len(self.out.blocks)
        for element in self.waiting:
            tag = element.tag
            node = Node(element, tag, node, node.depth + 1, len(nodes), first)
            nodes.append(node)
        self.waiting.clear()
        self.node = node
        return node

    def page(self) -> Blocks:
        for node in reversed(self.out.nodes):
            parent = node.parent
            if parent is not None:
                parent.size += node.size
                parent.link_size += node.link_size
        return self.out


def _is_script(text: str) -> bool:
    """Is `text` a script that lost its element?"""
    return _SCRIPT.match(text) is not None and text.count(";") + text.count("{") >= _FEWEST_STATEMENTS


def _shows_code(node: Node) -> bool:
    around: Node | None = node
    while around is not None:
        if around.tag == "pre":
            return True
        around = around.parent
    return node.tag != "body" and next(node.element.iter("code", "pre", "samp"), None) is not None


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


def is_set_right(block: Block) -> bool:
    """Does the block stand on the right, as the name of whoever signs an article does?"""
    element = block.node.element
    return "right" in (element.get("style") or element.get("align") or "")
