"""Which element of a page holds the article.

Every block gets a prose score: letters outside links, less for lists and short lines, below zero for rows of links. Scores are summed up
the tree, and one goes down from `<body>` as long as a single child holds nearly all of what its parent holds, or bears the mark of an
article body and holds much of it. A body cut in pieces is put together again from neighbours that are set alike, and gets its sections.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate, islice

from newshouse.extraction.body.sections import with_sections
from newshouse.extraction.page import hints
from newshouse.extraction.page.blocks import Block, Blocks, Node
from newshouse.extraction.page.tree import HEADINGS

_SENTENCE_MARKS = frozenset('.,!?。、，！？؟،।;…”"»」')
_LEAVES = frozenset(("p", "li", "blockquote", "ul", "ol"))  # never the whole article
_MARKS = hints.COMMENTS | hints.CAPTION | hints.JUNK | hints.HIDDEN | hints.ASIDE  # which make prose faint
_ELSEWHERE = hints.JUNK | hints.CAPTION | hints.CREDIT | hints.COMMENTS | hints.BYLINE | hints.HIDDEN

_LINKS = 0.5  # share of link letters above which a block is no prose
_SHORT = 25  # letters: a label
_LITTLE = 8  # prose that weighs nothing, faint or not
_LINE = 100  # letters: shorter ones count fully only if punctuated
_FAINT = 0.25  # weight of prose in marked elements ...
_WHOLE = 0.7  # ... unless they hold this share of the page's: then the mark is about the page, not about its article
_MAX_BODIES = 20
_SOME = 0.1  # share of the page's prose that makes an element with the mark of a body the article beside a longer aside
_MOST = 0.8  # share of the parent's prose that makes a child its heir
_MUCH = 0.5  # the same for a child that bears a mark
_ALIKE = 0.8  # share of a neighbour's prose that is set like the body's
_LEVELS = 4  # how far up one looks for such neighbours
_PIECE = 0.15  # share of the container's prose that makes another marked body a piece of the article
_LOOK = 3  # elements that tell how a paragraph is set


def prose(block: Block) -> float:
    """Letters that count as prose; below zero for what is mostly links."""
    if block.tag in HEADINGS:
        return 0.0
    link_share = block.link_size / block.size if block.size else 0.0
    if link_share > _LINKS:
        return -0.3 * min(block.size, 100)
    value = block.size * (1.0 - link_share)
    if block.size < _SHORT:
        return value * 0.1
    if block.size < _LINE and block.text[-1:] not in _SENTENCE_MARKS:
        value *= 0.25
    return value * 0.5 if block.tag in ("li", "td", "figcaption") else value


def container_of(page: Blocks) -> tuple[Node, list[Node]]:
    """The element that holds the article, and the elements in it that are the article's, in the order of the page."""
    _score(page)
    node = page.nodes[0]
    if node.prose <= 0:  # more links than text, as around a short notice on a busy page
        node = max(page.nodes, key=lambda inner: inner.prose)
    while True:
        child = _heir(page, node)
        if child is None:
            return with_sections(page, *_with_other_bodies(page, *_with_kin(page, node)))
        node = child


def _score(page: Blocks) -> None:
    total = 0.0
    for node in page.nodes:
        node.prose = 0.0
    for block in page.blocks:
        value = block.prose = prose(block)
        block.node.prose += value
        if value > 0:
            total += value
    bodies: list[Node] | None = None
    whole = _WHOLE * total
    for node in reversed(page.nodes):
        own = node.prose
        if abs(own) > _LITTLE and node.hint & _MARKS:
            if own > whole and bodies is None and node.hint & hints.ASIDE:
                bodies = list(islice(_bodies(page, total), _MAX_BODIES))
            if _is_faint(page, node, total, bodies or []):
                own = node.prose = own * _FAINT
        if own and node.parent is not None:
            node.parent.prose += own if own > -30.0 else -30.0


def _is_faint(page: Blocks, node: Node, total: float, bodies: list[Node]) -> bool:
    if node.hint & hints.COMMENTS:
        return True
    if node.prose > _WHOLE * total:
        return bool(node.hint & hints.ASIDE) and _has_body_beside(node, bodies) and all(block.tag != "h1" for block in page.inside(node))
    return bool(node.hint & hints.CAPTION) or not node.hint & (hints.BODY | hints.ARTICLE)


def _has_body_beside(node: Node, bodies: Iterable[Node]) -> bool:
    """Does one of the `bodies` stand beside an aside that does not hold the headline?"""
    return any(not node.holds(other) and not other.holds(node) for other in bodies)


def _bodies(page: Blocks, total: float) -> Iterator[Node]:
    """The elements that bear the mark of an article body and hold some of the prose."""
    sums = list(accumulate((block.prose for block in page.blocks), initial=0.0))
    for node in page.nodes:
        if node.size > _SOME * total and node.hint & hints.BODY and sums[node.past] - sums[node.first] > _SOME * total:
            yield node


def _heir(page: Blocks, node: Node) -> Node | None:
    """The element below `node` to go on with, or None where `node` is the container."""
    children = page.children(node)
    if not children or node.prose <= 0:
        return None
    best = max(children, key=lambda child: child.prose)
    if best.tag in _LEAVES:
        return None
    if node.hint & hints.BODY and not best.hint & hints.BODY and _opens_before(page, node, best):
        return None
    if node.hint & hints.BODY:
        return best if best.prose >= _MOST * node.prose else None  # the mark is on the whole already, not on its pieces
    if best.prose >= (_MUCH if best.hint & (hints.BODY | hints.ARTICLE) else _MOST) * node.prose:
        return best
    return _marked_below(page, node)


def _opens_before(page: Blocks, node: Node, child: Node) -> bool:
    """Does prose stand in `node` before `child`, as first paragraphs stand before a paywall's wrapper?"""
    before = page.blocks[node.first : child.first]
    return any(block.prose > 60 and block.node.parent is node and not block.node.hint & _ELSEWHERE for block in before)


def _marked_below(page: Blocks, node: Node) -> Node | None:
    """The element below `node` that bears the mark of an article body and holds most of the prose.

    One of several that look the same is a piece of the body or one article of many: neither is the container.
    """
    marked = [
        inner
        for inner in page.nodes[node.order + 1 : node.last + 1]
        if inner.prose >= 0.15 * node.prose and inner.hint & (hints.BODY | hints.ARTICLE)
    ]
    if len(marked) > _MAX_BODIES:
        return None
    alone = [
        inner
        for inner in marked
        if inner.prose >= 0.4 * node.prose
        and not any(other.name == inner.name and not inner.holds(other) and not other.holds(inner) for other in marked)
    ]
    return max(alone, key=lambda inner: (bool(inner.hint & hints.BODY), inner.prose), default=None)


def _with_kin(page: Blocks, container: Node) -> tuple[Node, list[Node]]:
    """The container, widened to elements beside it whose paragraphs are set exactly like its own."""
    pieces, node, widest = [container], container, container
    for _ in range(_LEVELS):
        parent = node.parent
        if parent is None or parent.tag == "body":
            break
        looks: set[tuple[object, ...]] = set()
        for child in page.children(parent):
            if child is node or child.prose < 60 or child.hint & _ELSEWHERE:
                continue
            looks = looks or _looks(page, container, node)
            alike = sum(block.prose for block in page.inside(child) if block.prose > 0 and _look(block.node, child) in looks)
            if alike > _ALIKE * child.prose:
                pieces.append(child)
                widest = parent
        node = parent
    return widest, sorted(pieces, key=lambda piece: piece.order)


def _with_other_bodies(page: Blocks, container: Node, pieces: list[Node]) -> tuple[Node, list[Node]]:
    """The container, widened to other elements that bear the mark of an article body, wherever they stand between the same headings."""
    if not any(piece.hint & hints.BODY for piece in pieces):
        return container, pieces
    past, least = 0, _PIECE * sum(piece.prose for piece in pieces)
    for node in page.nodes[1:]:
        if node.prose < least or node.order < past or node.tag in _LEAVES or not node.hint & hints.BODY or node.holds(container):
            continue
        past = node.last + 1
        if any(piece.holds(node) or node.holds(piece) for piece in pieces):
            continue
        around = _around_both(container, node)
        if around is not None and _is_same_article(page, around, container, node):
            pieces, container = [*pieces, node], around
    return container, sorted(pieces, key=lambda piece: piece.order)


def _around_both(one: Node, other: Node) -> Node | None:
    around: Node | None = one
    while around is not None and not around.holds(other):
        around = around.parent
    return around


def _is_same_article(page: Blocks, around: Node, container: Node, node: Node) -> bool:
    """Is no element between `around` and `node` one of another article or of something else, and no headline between the two?"""
    inner = node.parent
    while inner is not None and inner is not around:
        if inner.hint & (_ELSEWHERE | hints.ASIDE | hints.ARTICLE):
            return False
        inner = inner.parent
    first, last = sorted((container, node), key=lambda piece: piece.order)
    between = page.blocks[first.past : last.first]
    return node.link_size < 0.2 * node.size and all(block.tag != "h1" for block in between)


def _looks(page: Blocks, container: Node, top: Node) -> set[tuple[object, ...]]:
    """How the paragraphs inside `container` are set below `top`, as far as one setting holds a sixth of the prose."""
    weights: dict[tuple[object, ...], float] = {}
    for block in page.inside(container):
        if block.prose > 0:
            look = _look(block.node, top)
            weights[look] = weights.get(look, 0.0) + block.prose
    total = sum(weights.values())
    return {look for look, weight in weights.items() if weight > total / 6}


def _look(node: Node, top: Node) -> tuple[object, ...]:
    """How deep a paragraph stands, and the names of the elements around it; of `top`, one of the neighbours, only the tag."""
    look: list[object] = [node.depth]
    around: Node | None = node
    for _ in range(_LOOK):
        if around is None:
            break
        look.append(around.tag if around is top else around.name)
        around = None if around is top else around.parent
    return tuple(look)
