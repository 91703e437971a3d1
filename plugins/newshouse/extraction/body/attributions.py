"""Who said a quote: the line below its words, in the quote's own box.

Content systems call that line a footer, a caption, a credit or a byline, as they call lines that are none of the article's. Below a pull
quote it is none, since the text around names the speaker.
"""

from newshouse.extraction.page import hints
from newshouse.extraction.page.blocks import Block, Node
from newshouse.extraction.page.class_names import ClassNames

_LONGEST = 80  # letters
_MOST_BELOW = 2  # blocks of the box from the line on: the name, and what its bearer does
_LINES = 10  # blocks of the whole quote
_LEVELS = 4  # elements from the line to the box around it and the words
_names_quote = ClassNames("quote|citation|zitat|citaat|citazione")
_names_pulled = ClassNames("pull[-_]?(?:ed[-_]?)?(?:quote|out)")
_MARKS = hints.CAPTION | hints.CREDIT | hints.BYLINE
_OTHER = hints.SURE | hints.COMMENTS | hints.HIDDEN | hints.DATE | hints.TEASER
_PICTURES = ("img", "picture", "amp-img", "video", "iframe")


def is_attribution(block: Block, before: Block | None) -> bool:
    """Does the block tell who said what stands in `before`: right below it, in one box of a quote without a picture?"""
    if block.size > _LONGEST or block.link_size or before is None or before.place != block.place - 1:
        return False
    if not _is_marked_so(block.node):
        return False
    box = _quote_around(block.node, before.node)
    if box is None or box.past - block.place > _MOST_BELOW or box.past - box.first > _LINES:
        return False
    return not _names_pulled(box.element.get("class")) and next(box.element.iter(*_PICTURES), None) is None


def _is_marked_so(node: Node) -> bool:
    """Does the line, or an element right around it, bear one of the marks by which attributions go, and none that is sure of more?"""
    around: Node | None = node
    for _ in range(_LEVELS):
        if around is None or around.hint & _OTHER:
            return False
        if around.hint & _MARKS or around.tag == "footer":
            return True
        around = around.parent
    return False


def _quote_around(node: Node, words: Node) -> Node | None:
    """The next element around `node` that is a quote's and holds `words`."""
    around: Node | None = node
    for _ in range(_LEVELS):
        if around is None or (around.holds(words) and _is_quote(around)):
            return around
        around = around.parent
    return None


def _is_quote(node: Node) -> bool:
    if node.tag == "blockquote" or _names_quote(node.element.get("class")):
        return True
    return node.tag == "figure" and next(node.element.iter("blockquote"), None) is not None
