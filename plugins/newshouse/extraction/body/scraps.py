"""Is the body of a page without text a scrap that stands there instead: a cookie banner, the imprint in the footer, rules for comments?

Elsewhere a mark that holds most of the page's prose is not believed, since it may be about the page (container.py). Here it is, where the
headline stands outside of it and the text has nothing of what the headline says.
"""

import re
from collections.abc import Callable

from newshouse.extraction.body.article_body import Body
from newshouse.extraction.page import hints
from newshouse.extraction.page.blocks import Block, Blocks, Node
from newshouse.extraction.page.class_names import LONGEST_NAMES
from newshouse.extraction.text import words

_NAMES = re.compile(r"cookie|consent|gdpr|onetrust|cybot|klaro|ad-?block|author-?(?:box|bio|card)|app-?promo")
_ROLES = frozenset(("dialog", "alertdialog", "contentinfo"))
_WEAK = hints.JUNK | hints.ASIDE
_LONGEST_SURE, _LONGEST = 1_500, 400  # letters
_LONG_WORD = 5  # letters
_LEVELS = 12  # elements around a block
_WIDGET = re.compile(r"(?:^|[\s_-])widget(?:[\s_-]|$)")


def is_scrap(page: Blocks, body: Body, headline: str) -> bool:
    """Does every block of a short body stand in an element that holds no article, away from the headline that it says nothing of?"""
    if body.size > _LONGEST_SURE or not body.blocks:
        return False
    place = _headline(page, headline)
    if place is None:
        return False
    shared = _shared(headline, body.text)
    if shared > 1:
        return False
    if body.size < _LONGEST and not shared and _is_beside(page, body, place):
        return True
    verdicts: dict[int, bool] = {}
    if all(_stands_in(block, place, verdicts, _is_sure) for block in body.blocks):
        return True
    verdicts.clear()
    return body.size < _LONGEST and not shared and all(_stands_in(block, place, verdicts, _is_marked) for block in body.blocks)


def _headline(page: Blocks, headline: str) -> int | None:
    """The index of the block that says the headline, else of the first h1."""
    place = page.place_of(headline) if headline else None
    return place if place is not None else next((block.place for block in page.blocks if block.tag == "h1"), None)


def _is_beside(page: Blocks, body: Body, headline: int) -> bool:
    """Does no block of the body stand in the `main` or `article` that holds the headline?"""
    node: Node | None = page.blocks[headline].node
    while node is not None and node.tag not in ("main", "article"):
        node = node.parent
    return node is not None and not any(node.first <= block.place < node.past for block in body.blocks)


def _shared(headline: str, text: str) -> int:
    """How many of the headline's long words the text has."""
    own = text.casefold()
    return sum(word in own for word in {word for word in words(headline) if len(word) >= _LONG_WORD or not word.isascii()})


def _stands_in(block: Block, headline: int, verdicts: dict[int, bool], marks: Callable[[Node], bool]) -> bool:
    """Does an element with a mark stand around the block and not around the headline?"""
    node: Node | None = block.node
    chain: list[Node] = []
    found = False
    for _ in range(_LEVELS):
        if node is None or node.first <= headline < node.past:
            break
        if node.order in verdicts:
            found = verdicts[node.order]
            break
        chain.append(node)
        if marks(node):
            found = True
            break
        node = node.parent
    for inner in chain:
        verdicts[inner.order] = found
    return found


def _is_sure(node: Node) -> bool:
    if node.hint & hints.BODY:
        return False
    if node.tag == "footer" or node.hint & hints.COMMENTS or node.element.get("role") in _ROLES:
        return True
    return _NAMES.search(_names(node)) is not None


def _is_marked(node: Node) -> bool:
    return _is_sure(node) or (bool(node.hint & _WEAK) and not node.hint & hints.BODY) or _WIDGET.search(_names(node)) is not None


def _names(node: Node) -> str:
    return f"{node.element.get('class', '')} {node.element.get('id', '')}"[:LONGEST_NAMES].lower()
