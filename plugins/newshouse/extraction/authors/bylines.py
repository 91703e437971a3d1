"""The bylines that a page shows to its readers, from the surest kind to the least sure.

Each function gives the authors that one kind of byline names, in the page's order. What is told from a name inside one line is the affair
of names.py.
"""

import re
from itertools import islice

from lxml import etree

from newshouse.extraction.authors.byline_element import MAX_LINE, is_picture_credit, names_inside, names_of
from newshouse.extraction.authors.names import (
    BY,
    is_agency,
    is_full_name,
    is_of_others,
    is_of_several,
    is_organization_name,
    names_in,
)
from newshouse.extraction.authors.reporters import in_line
from newshouse.extraction.authors.roles import is_house, is_role
from newshouse.extraction.dates.moments import moment_of
from newshouse.extraction.facts import Facts
from newshouse.extraction.page import hints
from newshouse.extraction.page.blocks import Block, Node
from newshouse.extraction.page.class_names import ClassNames
from newshouse.extraction.page.tree import HEADINGS, text_of
from newshouse.extraction.patterns import pattern
from newshouse.extraction.text import comparable
from newshouse.model import Author

_INNER_BY = re.compile(
    r"(?:[|•·⋅—–/>,)\d]|[ap]\.?m\.?|\b[Oo]n|\b[Pp]osted)\s*"
    r"\b([Bb]y|[Vv]on|[Pp]or|[Pp]ar|[Dd]oor|[Aa]v|[Aa]f|[Oo]leh)\s+(?=[A-ZÀ-Ž])"
)
_INNER_LABEL = pattern(
    r"""
    (?:[\d|•·⋅—–/>)]|\d[,.]|\b[ap]\.?m\.?|\buhr|\d\s?г\.?)\s*+
    ((?:autor(?:[/*:_·]in|in|es|a|i)?|authors?|auteure?s?|autore|written by|por|oleh|penulis|автор(?:ы|и|ка)?)\s?[:：]\s?(?=[^\W\d_]))
    """
)
_AFTER_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?\s*—\s*(?=[^\W\d_])", re.IGNORECASE)
_DAY_AND_TIME = re.compile(r"\W*(?:[^\W\d]+\W{1,2}){0,2}\d{1,4}\b[^\n]{2,40}?\d[:.hH]\d\d\b")
_names_quote = ClassNames("quot|testimonial|citation|zitat")
_MAX_QUOTE = 600  # letters; a longer one wraps an article
RELATED = hints.COMMENTS | hints.CAPTION | hints.CREDIT
_LABEL = pattern(
    r"""
    ^\W*(?:written by|story by|reporting by|authors?|author\(s\)|autor(?:[/*:_·]in|in|es|a)?(?:/autor(?:in)?)?|auteure?s?|autore
    |contributors?|forfatter|författare|szerző|kirjoittaja|penulis|автор|著者|作者|بقلم|מאת)\s*(?:[:：]|$|\s(?=\S+\s+\S+$))
    """
)
_BEFORE, _AFTER = 6, 40  # blocks around the headline
_ABOVE = 12  # blocks above the body, in which headline and byline stand
_LONG = 220  # letters: a paragraph of the text
_LINKED = 0.9  # of a line's letters
_MAX_SIGNATURE = 60
_MAX_INITIALS = 3
_BELOW_LABEL = 4  # lines
_MAX_LABELS = 50
_MAX_BOXES = 50
_LEVELS = 4  # elements that tell to what a line belongs
_MAX_TWINS = 20
_LAST_WORDS = 40  # letters of a line that may announce whose name follows
_MAX_BOX = 400  # letters of an element that is marked as byline


def near_headline(facts: Facts, headline: str, body: str) -> list[Author]:
    """The names of the first byline after the headline, else of the last one before it.

    Where the page shows its headline in other words than the metadata, the lines above the body stand for it.
    """
    blocks, place = facts.blocks.blocks, facts.blocks.place_of(headline)
    if place is None:
        first = facts.blocks.place_of(body.partition("\n")[0])
        place = max(0, first - _ABOVE) if first is not None else None
    start = -1 if place is None else place
    seen: set[int] = set()
    long = 0
    for block in blocks[start + 1 : start + 1 + _AFTER]:
        found = _of_block(block, blocks, seen)
        if found and not _is_of_reader(block, facts, body):
            return found
        long += block.size > _LONG and block.link_size < 0.5 * block.size
        if long > 1:
            break
    for block in reversed(blocks[max(0, start - _BEFORE) : max(0, start)]):
        found = _of_block(block, blocks, seen)
        if found:
            return found
    return []


def _is_of_reader(block: Block, facts: Facts, body: str) -> bool:
    """Does the block stand below the text and begin with a day and a time, as the words of readers do: "Le 3 mai à 07:12, par Ada"?"""
    if _DAY_AND_TIME.match(block.text) is None:
        return False
    last = facts.blocks.place_of(body.rpartition("\n")[2])
    return last is not None and block.place > last


def by_rel(facts: Facts) -> list[Author]:
    for element in facts.tagged["a"][:600]:
        if "author" in (element.get("rel") or "").split():
            found = names_in(text_of(element), is_shown=True)
            if found:
                return found
    return []


def marked(facts: Facts) -> list[Author]:
    """The names in the first element anywhere that is marked as byline: author boxes below the text, too."""
    boxes = (node for node in facts.blocks.nodes if 0 < node.size <= _MAX_BOX and node.hint & hints.BYLINE)
    for node in islice(boxes, _MAX_BOXES):
        before = facts.blocks.blocks[node.first - 1].text if node.first else ""
        first = facts.blocks.blocks[node.first].text
        is_else = is_of_others(before[-_LAST_WORDS:]) or is_in_other_part(node) or _follows_quote(node, first)
        found = [] if is_else else names_of(node.element)
        if any(is_full_name(author.name) or author.is_organization for author in found):
            return found
    return []


def labelled(facts: Facts) -> list[Author]:
    """The names after a label such as "Author:" anywhere on the page."""
    blocks = facts.blocks.blocks
    labels = (block for block in blocks if block.size <= MAX_LINE and _LABEL.match(block.text))
    for block in islice(labels, _MAX_LABELS):
        if not is_in_other_part(block.node):
            found = [author for author in _of_line(block, blocks) if is_full_name(author.name)]
            if found:
                return found
    return []


def _of_block(block: Block, blocks: list[Block], seen: set[int]) -> list[Author]:
    if is_in_other_part(block.node) or _follows_quote(block.node, block.text):
        return []
    if block.place and is_of_others(blocks[block.place - 1].text[-_LAST_WORDS:]):
        return []
    box = _byline_box(block.node)
    if box is not None and box.order not in seen:
        seen.add(box.order)
        found = _sure(names_of(box.element) + _of_twins(box), box.element)
        if found:
            return found
    linked: list[Author] = []
    if block.node.size <= _MAX_BOX and block.node.order not in seen:
        seen.add(block.node.order)
        linked = _sure(names_inside(block.node.element), block.node.element)
    said = _of_line(block, blocks) if len(block.text) <= MAX_LINE else []
    return said if {author.name for author in linked} <= {author.name for author in said} else linked


def is_in_other_part(node: Node) -> bool:
    """Does `node` stand in a caption, a credit, a quotation or among the words of readers? A credit may be that of the author."""
    around: Node | None = node
    is_author_s = False
    for _ in range(_LEVELS):
        if around is None:
            return False
        hint = around.hint
        if hint & hints.BYLINE:
            if is_picture_credit(around.element):
                return True
            is_author_s = is_author_s or not hint & hints.PICTURE
        if hint & (hints.COMMENTS | hints.CAPTION) or (hint & hints.CREDIT and not is_author_s):
            return True
        if around.size <= _MAX_QUOTE and (around.tag == "blockquote" or _names_quote(around.element.get("class"))):
            return True
        around = around.parent
    return False


def _follows_quote(node: Node, text: str) -> bool:
    """Does `text`, the first of `node`, tell whom the quotation before it is by?"""
    around: Node | None = node
    for _ in range(2):
        before = around.element.getprevious() if around is not None else None
        if before is not None:
            return before.tag == "blockquote" and not BY.match(text)
        around = around.parent if around is not None else None
    return False


def _sure(found: list[Author], element: etree._Element) -> list[Author]:
    """Of the names in `element` those that are surely authors'. A single word needs a "By"; a house beside a person is the publisher."""
    if not found:
        return []
    if any(is_full_name(author.name) for author in found):
        return [author for author in found if is_full_name(author.name) or is_agency(author.name)]
    if BY.match(text_of(element, " ")):
        return found
    linked = {_squeezed(link.get("href") or "") for link in element.iter("a")}
    return [author for author in found if author.is_organization or any(end.endswith(_squeezed(author.name)) for end in linked)]


def _squeezed(text: str) -> str:
    return comparable(text).replace(" ", "")


def _byline_box(node: Node) -> Node | None:
    """The outermost element marked as byline among the nearest around `node`."""
    box, above = None, node
    for _ in range(4):
        if above.hint & hints.BYLINE and above.size <= _MAX_BOX:
            box = above
        if above.parent is None:
            break
        above = above.parent
    return box


def _of_twins(box: Node) -> list[Author]:
    """The names in the elements beside `box` that are marked as it is."""
    found: list[Author] = []
    other = box.element.getnext()
    for _ in range(_MAX_TWINS):
        if other is None or other.tag != box.tag or other.get("class") != box.element.get("class"):
            break
        found += names_of(other)
        other = other.getnext()
    return found


def _of_line(block: Block, blocks: list[Block]) -> list[Author]:
    """The names of a line that begins with "By", or holds a "by" after its date; those of the next lines where it says no more."""
    reporters = in_line(block.text)
    if reporters:
        return [Author(name=name) for name in reporters]
    label = BY.match(block.text)
    if label is None:
        inner = _INNER_BY.search(block.text)
        return names_in(block.text[inner.start(1) :], is_shown=True) if inner else _behind_date(block.text)
    if is_of_others(label[0]):
        return []
    rest = block.text[label.end() :].strip(" :")
    is_linked = block.link_size > _LINKED * block.size
    if is_linked and len(rest.split()) < 2 and not is_organization_name(rest):  # items of a menu: "Haber", "Texto"
        return []
    if rest:
        if block.place and is_house(block.text) and is_full_name(blocks[block.place - 1].text):  # the name's house
            return []
        found = names_in(rest, is_shown=True, is_list=is_of_several(block.text))
        is_told = bool(found) and rest.find(found[0].name) in range(40)
        return found if is_told and (" " in found[0].name or not found[0].name.isascii() or found[0].name == rest.strip(" .")) else []
    is_below_name = block.place > 0 and is_full_name(blocks[block.place - 1].text)
    return [] if is_below_name and is_role(block.text) else _below_label(block, blocks)


def _below_label(label: Block, blocks: list[Block]) -> list[Author]:
    """The names in the lines right below a line that says no more than that names follow: all set alike, or a single word.

    Lists of facts and the boxes beside an article go on with the next label.
    """
    found: list[Author] = []
    first: Node | None = None
    for line in blocks[label.place + 1 : label.place + 1 + _BELOW_LABEL]:
        if len(line.text) <= _MAX_INITIALS and line.text.isupper():  # in place of a portrait
            continue
        is_else = line.size > _MAX_SIGNATURE or (line.node.hint & hints.JUNK and not line.node.hint & hints.BYLINE)
        if is_else or (line.tag in HEADINGS and line.tag == label.tag) or (first is not None and not _is_set_alike(line.node, first)):
            break
        named = names_in(line.text, is_shown=True)
        is_full = bool(named) and all(is_full_name(author.name) or is_agency(author.name) for author in named)
        if not is_full and (found or not named or line.tag in HEADINGS):
            break
        found += named
        first = first or line.node
        if len(named[-1].name.split()) == 1:
            break
    return found


def _is_set_alike(node: Node, other: Node) -> bool:
    """Has `node` the tag and class of `other`, and stands in the same row where they are cells of a table?"""
    return node.name == other.name and (node.tag != "td" or node.parent is other.parent)


def _behind_date(line: str) -> list[Author]:
    """The names behind a label with a colon that follows a date, or behind its time: "April 18, 2023 | Author: Ada Lind"."""
    label = _INNER_LABEL.search(line) if ":" in line or "：" in line else None
    if label is None or moment_of(line[: label.start(1)].rstrip(" |•·")) is None:
        return _after_time(line)
    rest = line[label.end() :]
    found = names_in(rest, is_shown=True, is_list=is_of_several(label[1]))
    return found if found and rest.startswith(found[0].name) and is_full_name(found[0].name) else []


def _after_time(line: str) -> list[Author]:
    """The name that follows a date with its time and a long dash, as some content systems set it: "Tue, 03/02/2004 - 16:33 — Ada Lind"."""
    time = _AFTER_TIME.search(line) if "—" in line else None
    if time is None or moment_of(line[: time.end()].rstrip(" —")) is None:
        return []
    name = line[time.end() :].strip()
    found = names_in(name, is_shown=True)
    return found if is_full_name(name) and [author.name for author in found] == [name] else []
