"""What stands above the first paragraph inside the article's element and is no part of its text: the headline, bylines, date lines."""

import re
from functools import lru_cache
from itertools import islice

from newshouse.extraction.authors.names import BY, is_full_name, names_in
from newshouse.extraction.authors.reporters import is_reporter_line
from newshouse.extraction.authors.roles import is_house, is_one_of_several, is_role, is_sentence, is_sure_role
from newshouse.extraction.body import phrases
from newshouse.extraction.dates.date_text import goes_on
from newshouse.extraction.dates.moments import MAY_BE_DATED, is_yearless_line, moment_of
from newshouse.extraction.page import hints
from newshouse.extraction.page.blocks import Block, bears
from newshouse.extraction.page.tree import HEADINGS
from newshouse.extraction.text import comparable

_HEAD_BLOCKS = 5  # bylines and date lines are looked for in the first few blocks ...
_FAR_HEAD_BLOCKS = 9  # ... or a little further where no paragraph stands before them
_PARAGRAPH = 80  # letters
_LONGEST = 110  # letters of a byline or date line
_BYLINE_LEVELS = 2  # elements around a byline that may be marked as one
_OF_DESKS = re.compile(  # initials or an address, perhaps with more of them: "KLM", "velm.example", "v-online, kl"
    r"\s*(?:[A-Z]{2,5}|[^\W\d_]{1,20}[.-][^\W\d_]{2,20})(?:(?:, ?| ?/ ?)[^\W\d_]{1,8}){0,3}"
)
_MARKED = 3  # elements of a line that may be so
_NEAR = 0.1  # share of the article that may stand before its headline


def without_headline(blocks: list[Block], headline: str) -> list[Block]:
    """What stands after the page's headline, where the headline stands near the beginning of the element."""
    wanted = comparable(headline)
    total = sum(block.size for block in blocks)
    before = paragraphs = 0
    for place, block in enumerate(blocks):
        if before > _NEAR * total or paragraphs > 1:  # a section that is called like the whole
            break
        if (block.tag != "li" or not paragraphs) and says(block, headline, wanted):  # a list of contents may begin with it
            return blocks[place + 1 :]
        if block.tag in HEADINGS and not paragraphs and block.says_more_than(wanted.replace(" ", "")):
            return blocks[place + 1 :]
        before += block.size - block.link_size
        paragraphs += is_paragraph(block)
    return blocks


def parted_at_head_lines(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """The bylines and date lines at the head of `blocks` with what stands above them and is no paragraph; and all the rest."""
    first = next((place for place, block in enumerate(blocks) if is_paragraph(block)), 0)
    lines = _head_lines(blocks, range(min(first, _FAR_HEAD_BLOCKS)))
    start = lines[-1] + 1 if lines else 0
    above = blocks[:start] + [blocks[place] for place in _head_lines(blocks, range(start, min(start + _HEAD_BLOCKS, len(blocks))))]
    dropped = set(map(id, above))
    return above, [block for block in blocks if id(block) not in dropped]


def _head_lines(blocks: list[Block], places: range) -> list[int]:
    """Of `places` those of bylines, date lines, and lines right below a byline that tell what its author does, or for whom."""
    found: list[int] = []
    is_below_byline = False
    for place in places:
        block = blocks[place]
        is_more = is_below_byline and _tells_of_author(block)
        if is_more or (is_head_line(block) and not (_is_named_with_role(block) and is_one_of_several(block, *_around(blocks, place)))):
            found.append(place)
        is_below_byline = is_more or may_be_byline(block)
    return found


def is_paragraph(block: Block) -> bool:
    """Is the block as long as a paragraph, and neither heading nor links?"""
    return block.size >= _PARAGRAPH and block.tag not in HEADINGS and block.link_size < 0.5 * block.size


def is_head_line(block: Block) -> bool:
    """Is the block a byline or a date line?"""
    text = block.text
    if block.size >= _LONGEST or block.tag in ("h1", "h2", "h3"):
        return False
    if is_sentence(text):
        return False
    return _is_marked(block) or (block.tag != "li" and is_sure_role(text)) or is_date_line(block)


def _is_marked(block: Block) -> bool:
    return _is_byline(block) or is_reporter_line(block.text) or phrases.tells_reading_time(block.text)


def _is_byline(block: Block) -> bool:
    """Does the block say by whom the article is? "By the numbers" and "Por qué importa" begin as a byline does."""
    label = BY.match(block.text)
    if label is None:
        return False
    rest = block.text[label.end() :]
    if not rest or (is_full_name(rest) and not rest.lower().startswith("the ")):  # which most are
        return True
    return _OF_DESKS.fullmatch(rest) is not None or _bears_mark(block) or _names_somebody(block.text)


@lru_cache(maxsize=256)  # asked of the same lines by several steps
def _names_somebody(line: str) -> bool:
    found = names_in(line, is_shown=True)
    return any(author.is_organization or (is_full_name(author.name) and not author.name.startswith("The ")) for author in found)


def _bears_mark(block: Block) -> bool:
    """Is an element around the block, or one of the first in it, marked as a byline?"""
    if bears(block.node, hints.BYLINE, _BYLINE_LEVELS):
        return True
    inside = islice(block.node.element.iterdescendants("*"), _MARKED)
    return any(inner.get("rel") == "author" or hints.class_hints(inner.get("class", "")) & hints.BYLINE for inner in inside)


def _is_named_with_role(block: Block) -> bool:
    return is_sure_role(block.text) and not _is_marked(block) and not is_date_line(block)


def _around(blocks: list[Block], place: int) -> tuple[Block | None, str]:
    """The block above the one at `place`, and what the block below it says."""
    return blocks[place - 1] if place else None, blocks[place + 1].text if place + 1 < len(blocks) else ""


def may_be_byline(block: Block) -> bool:
    """May the block be a byline, or a name in place of one?"""
    return block.size < _LONGEST and block.tag not in ("h1", "h2", "h3") and (_is_byline(block) or is_full_name(block.text))


def _tells_of_author(block: Block) -> bool:
    return block.tag not in HEADINGS and not is_sentence(block.text) and (is_role(block.text) or is_house(block.text))


def bylines(blocks: list[Block]) -> str:
    """The words of the bylines among `blocks`, each between spaces."""
    return f" {comparable(' '.join(block.text for block in blocks if block.size < _LONGEST and BY.match(block.text)))} "


def is_date_line(block: Block) -> bool:
    """Is the block little more than a date?"""
    text = block.text
    if block.size >= _LONGEST or block.tag in HEADINGS or is_sentence(text):
        return False
    if MAY_BE_DATED.search(text) is None or len(text.split()) >= 14:
        return False
    return (moment_of(text) is not None and not goes_on(text)) or is_yearless_line(text)


def says(block: Block, line: str, wanted: str) -> bool:
    """Does the block say `line`, whose comparable form is `wanted`? A heading may say its day first: "03 Dec"."""
    if abs(len(block.text) - len(line)) > 12:
        return False
    said = comparable(block.text)
    if said == wanted:
        return True
    is_longer = block.tag in HEADINGS and bool(wanted) and said.endswith(f" {wanted}")
    return is_longer and any(character.isdigit() for character in said[: -len(wanted)])
