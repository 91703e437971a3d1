"""Captions and credits that bear no mark, told by the picture beside them.

Not the place for captions marked by tag or class (see hints.py), nor for the caption as a field of the record (see image.py).
"""

from lxml import etree

from newshouse.extraction import hints
from newshouse.extraction.blocks import HEADINGS, Block, Node
from newshouse.extraction.hints import hints_of
from newshouse.extraction.text import size
from newshouse.extraction.tree import text_of

_LONGEST = 420  # letters of all that stands in a picture's box
_CELLS = ("td", "p")  # yet a short line below a picture in one of these is its caption
_SHORT = 130  # letters of such a line
_MAX_BLOCKS = 3  # in a picture's box
_MAX_SHARE = 0.25  # of the article
_PICTURES = frozenset(("img", "picture", "amp-img", "video"))
_LEVELS = 4  # elements around the text within which the picture is looked for
_FLOWING = ("p", "li", "td", "th", "body", "blockquote", "dd", "pre")  # a picture in one of these stands beside the article's own text


def without_captions(blocks: list[Block]) -> list[Block]:
    """`blocks` without the captions and credits of pictures; where most texts stand below pictures, these are the article."""
    total = sum(block.size for block in blocks)
    blocks = [block for block in blocks if not (block.tag == "figcaption" and block.size <= _LONGEST) and not _is_inline_caption(block)]
    boxed = [block for block in blocks if _shares_box_with_picture(block)]
    if not boxed or sum(block.size for block in boxed) > _MAX_SHARE * total:
        return blocks
    dropped = set(map(id, boxed))
    return [block for block in blocks if id(block) not in dropped]


def _shares_box_with_picture(block: Block) -> bool:
    """Does the block stand with few others in a small element, below a picture?"""
    if block.size > _LONGEST or block.tag in HEADINGS:
        return False
    node: Node | None = block.node
    for _ in range(_LEVELS):
        if node is None or node.size > _LONGEST or node.past - node.first > _MAX_BLOCKS or node.hint & (hints.BODY | hints.ARTICLE):
            return False
        order = _pictures_and(node.element, block.node.element)
        if order is not None:
            if node.tag in _FLOWING:
                return node.tag in _CELLS and node.size < _SHORT and _opens_with_picture(node.element)
            return order and not _has_heading(node.element)
        node = node.parent
    return False


def _pictures_and(element: etree._Element, text: etree._Element) -> bool | None:
    """Does a picture in `element` stand before the element `text` or in it? None where there is no picture."""
    is_before = True
    for inner in element.iter():  # without names of tags: that of `text` may be none that lxml takes
        if inner.tag in _PICTURES:
            return is_before
        if inner is text and inner is not element:
            is_before = False
    return None


def _opens_with_picture(element: etree._Element) -> bool:
    """Is there no text in `element` before its first picture?"""
    for inner in element.iter():
        if inner.tag in _PICTURES:
            return True
        if (inner.text and not inner.text.isspace()) or (len(inner) == 0 and inner.tail and not inner.tail.isspace()):
            return False
    return False


def _has_heading(element: etree._Element) -> bool:
    return next(element.iter("h1", "h2", "h3", "h4", "h5", "h6"), None) is not None


def _is_inline_caption(block: Block) -> bool:
    """Does the block hold an image and, in inline elements that are marked so, its caption and credit, and little else?"""
    element = block.node.element
    if block.node.size != block.size or len(element) == 0 or next(element.iter("img"), None) is None:
        return False
    marked = [inner for inner in element.iter("span", "em", "i", "small", "font") if hints_of(inner, "") & (hints.CAPTION | hints.CREDIT)]
    return sum(size(text_of(inner, " ")) for inner in marked) > 0.8 * block.size
