"""Captions and credits that bear no mark, or bear it inside a line, told by the picture beside them.

Not the place for captions marked by tag or class (see page/hints.py), nor for the caption as a field of the record (see image.py).
"""

from collections import Counter
from itertools import islice

from lxml import etree

from newshouse.extraction.body.attributions import is_attribution
from newshouse.extraction.page import hints
from newshouse.extraction.page.blocks import Block, Node, bears
from newshouse.extraction.page.class_names import ClassNames
from newshouse.extraction.page.hints import hints_of
from newshouse.extraction.page.tree import HEADINGS, text_within
from newshouse.extraction.patterns import pattern

_LONGEST = 420  # letters of all that stands in a picture's box
_CELLS = ("td", "p")  # yet a short line below a picture in one of these is its caption
_SHORT = 130  # letters of such a line
_LINE = 200  # letters of a line that ends in the name of a photographer
_PHOTOGRAPHER = pattern(
    r"""
    [（(\[【〔][^（）()\[\]【】〔〕]{1,40}(?:[攝摄]影?|撮影|提供)[）)\]】〕]$
    |^\W?사진(?:\s?(?:제공|출처))?\s?[=:]
    """
)
# At the end of a line, with whom it names; its label opens the line or stands apart. A line of rights begins with its sign, or has a year.
_APART = r"(?:^|[.!?…\"”»()\[\]（/|–—。！？-])\s?"
_NAMES = r"(?-i:[^\W\d_a-z][^!?。:\d]{0,49})"
_CREDITED = pattern(
    rf"""
    (?:{_APART}(?:photo(?:graph)?|picture|image|illustration|graphic|rendering|screenshot|credit
    |bild(?:nachweis|quelle)?|foto(?:graf(?:in)?|grafía|grafia|credit)?|crédito?|imagen|imagem|immagine|kuva|zdjęcie|fotó|фото|снимка
    |φωτο(?:γραφία)?)s?(?: (?:credit|courtesy|by|of|via|von|de|di))*\s?[:：/／|]\s?(?:{_NAMES}|[^\W\d_]\S{{1,40}})
    |(?:[图圖]片?|写真)\s?[:：/／|][^!?。]{{1,50}}
    |{_APART}(?:photo(?:graph)?|picture|image|foto)s? (?:courtesy(?: of)?|by)\s(?:the )?{_NAMES}
    |.©\s?[^\d\s][^!?。]{{1,50}})[)\]）】]?$
    |(?:[记記]者\s?[\u4e00-\u9fff\s]{{2,10}}[攝摄]|供[图圖])[)）]?$
    """
)
_CREDIT_END = 75  # letters in which it stands
_ABOVE = 3  # elements around the text whose neighbour above may be the picture
_MAX_BLOCKS = 3  # in a picture's box
_MAX_SHARE = 0.25  # of the article
_MAX_MARKED = 0.5  # of the article, where the captions bear a mark
_MARKS = hints.PICTURE | hints.CAPTION | hints.CREDIT
_PARAGRAPH = 80  # letters of one that stands in a picture's box, yet apart from the picture
_LONG = 150  # letters of one that stands right below it
_SENTENCE_END = (".", "!", "?", "”", '"', "»", "。", "！", "？", "」", "؟", "۔", "।")
_MOST = 0.8  # of a block that its marked part holds
_MAX_INLINE = 60  # inline elements of one element that are looked at
_PICTURES = frozenset(("img", "picture", "amp-img", "video"))
_names_halves = ClassNames(
    r"(?:\b|_)(?:(?:media|image|picture)[-_](?:(?:and|with)[-_])?text|text[-_](?:(?:and|with)[-_])?(?:media|image|picture))(?![a-z])"
)
_LEVELS = 4  # elements around the text within which the picture is looked for
_FLOWING = ("p", "li", "td", "th", "body", "blockquote", "dd", "pre")  # a picture in one of these stands beside the article's own text


def without_captions(blocks: list[Block]) -> list[Block]:
    """`blocks` without the captions and credits of pictures; where most texts stand below pictures, these are the article."""
    total = sum(block.size for block in blocks)
    if any(block.tag == "figcaption" for block in blocks):
        blocks = [block for number, block in enumerate(blocks) if not _is_bare_caption(block, blocks, number)]
    marks: dict[int, list[str]] = {}
    near: dict[int, bool] = {}
    below: dict[int, bool] = {}
    marked = [
        block for block in blocks if _is_inline_caption(block, marks) or _names_photographer(block, near) or _ends_in_credit(block, below)
    ]
    blocks = _without(blocks, marked, _MAX_MARKED * total)
    boxes = [(block, box) for block in blocks if (box := _box_with_picture(block)) is not None]
    if not boxes:
        return blocks
    others = _without(blocks, [block for block, _ in boxes], total)
    look = _main_look(others)
    end = max((block.place for block in others if block.size >= _PARAGRAPH and _look(block.node) == look), default=0)
    boxed = [block for block, box in boxes if not (block.place < end and _is_paragraph_beside(block, box, look))]
    return _without(blocks, boxed, _MAX_SHARE * total)


def _is_bare_caption(block: Block, blocks: list[Block], number: int) -> bool:
    """Is the block, of that number among `blocks`, one whose tag says that it is a caption: that of a picture?"""
    if block.tag != "figcaption" or block.size > _LONGEST:
        return False
    return not is_attribution(block, blocks[number - 1] if number else None) and not _heads_table(block, blocks, number)


def _heads_table(block: Block, blocks: list[Block], number: int) -> bool:
    """Does the block stand above cells, in a table without a picture?"""
    table = block.node.parent
    if block.node.tag != "caption" or table is None or number + 1 == len(blocks):
        return False
    cell = blocks[number + 1]
    return cell.tag == "td" and table.holds(cell.node) and next(table.element.iter(*_PICTURES), None) is None


def _without(blocks: list[Block], others: list[Block], most: float) -> list[Block]:
    """`blocks` without `others`, unless these have more letters than `most` and are the article."""
    if not others or sum(block.size for block in others) > most:
        return blocks
    dropped = set(map(id, others))
    return [block for block in blocks if id(block) not in dropped]


def _box_with_picture(block: Block) -> Node | None:
    """The small element in which the block stands below a picture, with few others."""
    if block.size > _LONGEST or block.tag in HEADINGS:
        return None
    node: Node | None = block.node
    for _ in range(_LEVELS):
        if node is None or node.size > _LONGEST or node.past - node.first > _MAX_BLOCKS or node.hint & (hints.BODY | hints.ARTICLE):
            return None
        order = _pictures_and(node.element, block.node.element)
        if order is not None:
            if node.tag in _FLOWING:
                return node if node.tag in _CELLS and node.size < _SHORT and _opens_with_picture(node.element) else None
            return node if order and not _has_heading(node.element) and not _is_set_beside(block, node) else None
        node = node.parent
    return None


def _is_set_beside(block: Block, box: Node) -> bool:
    """Is the block a sentence in the half of `box` that is for text, as the class of the box says that it has such halves?"""
    is_sentence = block.node.tag == "p" and block.node.parent is not box and block.text.endswith(_SENTENCE_END)
    return is_sentence and _names_halves(box.element.get("class")) and not bears(block.node, _MARKS, block.node.depth - box.depth)


def _main_look(blocks: list[Block]) -> str:
    """How most of the text of `blocks` is set."""
    sizes: Counter[str] = Counter()
    for block in blocks:
        sizes[_look(block.node)] += block.size
    return max(sizes, key=lambda look: sizes[look], default="")


def _look(node: Node) -> str:
    return f"{node.tag}.{node.element.get('class', '')}"


def _is_paragraph_beside(block: Block, box: Node, look: str) -> bool:
    """Is the block, in the `box` it shares with a picture, a paragraph of the article, most of which looks like `look`?

    It is one only in that look and in sentences, as a whole element, and in none that is marked as a picture's.
    """
    is_sentence = _PARAGRAPH <= block.size == block.node.size and block.text.endswith(_SENTENCE_END)
    if not is_sentence or _look(block.node) != look or bears(block.node, _MARKS, block.node.depth - box.depth + 1):
        return False
    is_apart = block.node.tag == "p" and block.node.parent is not box
    return block.size >= _LONG or _is_picture_closed(box.element, is_apart=is_apart) or _has_caption(box.element)


def _is_picture_closed(box: etree._Element, *, is_apart: bool) -> bool:
    """Does the first picture in `box` stand in a figure of its own, or in any element of its own where the text `is_apart`, too?"""
    picture = next(box.iter(*_PICTURES))
    around = picture.getparent()
    while around is not None and around is not box:
        if around.tag == "figure" or (is_apart and around.tag not in ("a", "picture")):
            return True
        around = around.getparent()
    return False


def _has_caption(box: etree._Element) -> bool:
    return any(hints_of(inner, inner.tag) & hints.CAPTION for inner in islice(box.iter(), 1, _MAX_INLINE))


def _pictures_and(element: etree._Element, text: etree._Element) -> bool | None:
    """Does a picture in `element` stand before the element `text` or in it? None where there is no picture."""
    if len(element) == 0 and element.tag not in _PICTURES:
        return None
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
    return next(element.iter(*HEADINGS), None) is not None


def _is_inline_caption(block: Block, marks: dict[int, list[str]]) -> bool:
    """Is nearly all that the block says in inline elements that are marked as caption or credit?

    `marks` remembers what such elements say, by the order of the node around them.
    """
    if block.size > _LONGEST or block.tag in HEADINGS or len(block.node.element) == 0:
        return False
    marked = marks.get(block.node.order)
    if marked is None:
        marked = marks[block.node.order] = _marked_inside(block.node.element)
    if not marked:
        return False
    said = rest = block.text.replace(" ", "")
    for text in marked:
        if said in text:  # a caption of several lines
            return True
        rest = rest.replace(text, "", 1)
    return len(rest) < (1 - _MOST) * len(said)


def _names_photographer(block: Block, known: dict[int, bool]) -> bool:
    """Is the block a line at a picture that tells who took it, as Chinese, Japanese and Korean captions do?

    `known` remembers whether there is one, by the order of the node around the line; so does that of `_ends_in_credit`.
    """
    if block.text.isascii() or block.size > _LINE or not _PHOTOGRAPHER.search(block.text):
        return False
    place = block.node.order
    if place not in known:
        element = block.node.element
        known[place] = any(at is not None and next(at.iter(*_PICTURES), None) is not None for at in (element, element.getprevious()))
    return known[place]


def _ends_in_credit(block: Block, known: dict[int, bool]) -> bool:
    """Is the block a line right below a picture that ends with who made it?"""
    if block.size > _LINE or block.tag in HEADINGS or block.text.endswith(_SENTENCE_END):
        return False
    end = "" if "://" in block.text else block.text[-_CREDIT_END:]
    may_be = ":" in end or "/" in end or "©" in end or " by " in end or "courtesy" in end or end[-1:] > "\u3040"
    if not may_be:
        return False
    place = block.node.order
    if place not in known:
        known[place] = _is_below_picture(block.node.element)
    return known[place] and _CREDITED.search(block.text, max(0, len(block.text) - _CREDIT_END)) is not None


def _is_below_picture(element: etree._Element) -> bool:
    """Is a picture without words the first thing in `element`, or what stands right above it?"""
    if _opens_with_picture(element):
        return True
    around: etree._Element | None = element
    for _ in range(_ABOVE):
        above = around.getprevious() if around is not None else None
        if above is not None:
            return next(above.iter(*_PICTURES), None) is not None and all(
                str(said).isspace() for said in islice(above.itertext(), _MAX_INLINE)
            )
        around = around.getparent() if around is not None else None
    return False


def _marked_inside(element: etree._Element) -> list[str]:
    """What the inline elements inside `element` say, without spaces, that are marked as captions or, beside a picture, as credits."""
    inner = list(islice(element.iter("span", "em", "i", "small", "font"), _MAX_INLINE))
    if not inner:
        return []
    wanted = hints.CAPTION | (hints.CREDIT if next(element.iter(*_PICTURES), None) is not None else 0)
    texts = [text_within(found, _LONGEST).replace(" ", "") for found in inner if hints_of(found, "") & wanted]
    return [text for text in texts if text]
