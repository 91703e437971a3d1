"""Sections of the article that stand below the element of its text: a verdict, questions and answers, a recipe.

They are set in another way than the text, so that nothing but their names tells that they are a part of it.
"""

from itertools import islice

from newshouse.extraction.page import hints
from newshouse.extraction.page.blocks import Blocks, Node
from newshouse.extraction.page.class_names import ClassNames
from newshouse.extraction.text import comparable

_names_section = ClassNames("(?<![a-z])(?:faqs?|verdict|conclusion|fazit|recipe|ingredients)(?![a-z])")
_names_recipe = ClassNames("recipe|ingredients")
_ELSEWHERE = hints.JUNK | hints.CAPTION | hints.CREDIT | hints.COMMENTS | hints.BYLINE | hints.HIDDEN | hints.ASIDE
_TITLES = ("h2", "h3", "h4")
_FIELDS = ("form", "input", "iframe", "video", "audio")
_LEVELS = 2  # elements around the text beside which a section may stand
_MOST = 12  # elements after the text that are looked at
_FEWEST_BLOCKS = 2
_LINKED = 0.1  # share of its letters in links
_STEM = 5  # letters of a longer word
_SHARED = 0.2  # of its longer words, that the text has, too


def with_sections(page: Blocks, container: Node, pieces: list[Node]) -> tuple[Node, list[Node]]:
    """The container, widened to the sections below its pieces."""
    node, found, widest = container, list(pieces), container
    stems = ""
    for _ in range(_LEVELS):
        parent = node.parent
        if parent is None or parent.tag == "body":
            break
        later = (child for child in page.children(parent) if child.order > node.order)
        for child in islice(later, _MOST):
            if child.name == node.name or not _may_be_section(page, child):  # of one name are articles of a list
                continue
            stems = stems or "\n".join(comparable(block.text) for piece in pieces for block in page.inside(piece))
            if _names_recipe(child.element.get("class")) or _tells_of(page, child, stems):
                found.append(child)
                widest = parent
        node = parent
    return widest, sorted(found, key=lambda piece: piece.order)


def _may_be_section(page: Blocks, node: Node) -> bool:
    """Does the element bear the name of a section and open with a title, without anything to click, to fill in or to play?"""
    if not (_names_section(node.element.get("class")) or _names_section(node.element.get("id"))) or node.hint & _ELSEWHERE:
        return False
    if node.past - node.first < _FEWEST_BLOCKS or node.link_size > _LINKED * node.size or page.blocks[node.first].tag not in _TITLES:
        return False
    return next(node.element.iter(*_FIELDS), None) is None


def _tells_of(page: Blocks, node: Node, text: str) -> bool:
    """Are the longer words below the section's title, whatever their ends, in part those of the text?"""
    words = {word[:_STEM] for block in page.inside(node)[1:] for word in comparable(block.text).split() if len(word) >= _STEM}
    shared = sum(word in text for word in words)
    return shared >= 2 and shared >= _SHARED * len(words)
