"""Boxes that ask for an e-mail address, told by their field: no class has to name them, in no language."""

from itertools import islice

from lxml import etree

from newshouse.extraction.page.blocks import Block, Blocks, Node

_LONGEST = 350  # letters of a box
_PARAGRAPH = 100  # letters of a sentence beside the box
_SHARE = 0.33  # of the text; a larger box holds the article
_MOST = 8  # fields looked at on one page
_LEVELS = 6  # elements around a field until one that holds text


def without_signup_boxes(page: Blocks, blocks: list[Block], container: Node) -> list[Block]:
    """`blocks` without those in the small element around a field for an e-mail address."""
    fields = list(islice((field for field in container.element.iter("input") if field.get("type") == "email"), _MOST))
    if not fields:
        return blocks
    most = min(_LONGEST, _SHARE * sum(block.size for block in blocks))
    nodes = {node.element: node for node in page.nodes[container.order + 1 : container.last + 1]}
    texts = {block.node.parent for block in blocks if block.tag == "p" and block.size >= _PARAGRAPH and block.text.endswith(".")}
    boxes = [box for field in fields if (box := _box_around(field, nodes, most, texts)) is not None]
    return [block for block in blocks if not any(box.holds(block.node) for box in boxes)]


def _box_around(field: etree._Element, nodes: dict[etree._Element, Node], most: float, texts: set[Node | None]) -> Node | None:
    """The largest element around `field` that has at most `most` letters, of those in `nodes`, and does not hold the field beside text."""
    node = next((nodes[element] for element in islice(field.iterancestors(), _LEVELS) if element in nodes), None)
    box = None
    while node is not None and node.size <= most and node.element in nodes:
        if node in texts:
            break
        box, node = node, node.parent
    return box
