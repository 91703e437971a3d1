"""The bylines that say a name and no "By": alone below the headline, with a portrait, a role, a house or a date beside it.

They are the last hope, for a name alone may be that of anybody; see bylines.py for the surer kinds.
"""

import re
from datetime import timedelta
from itertools import pairwise

from newshouse.extraction.authors.author_cards import on_cards
from newshouse.extraction.authors.byline_element import MAX_LINE, is_author_link
from newshouse.extraction.authors.bylines import RELATED, is_in_other_part
from newshouse.extraction.authors.names import is_first_and_last_name, is_full_name, names_in, spelling_key
from newshouse.extraction.authors.roles import is_house, is_one_of_several, is_role
from newshouse.extraction.authors.topics import is_like_topic
from newshouse.extraction.body import phrases
from newshouse.extraction.dates.moments import exchanged, moment_of
from newshouse.extraction.dates.published import published
from newshouse.extraction.facts import Facts
from newshouse.extraction.page import hints
from newshouse.extraction.page.blocks import Block, Node, bears
from newshouse.extraction.page.class_names import ClassNames
from newshouse.extraction.page.metadata import url_parts
from newshouse.extraction.page.tree import HEADINGS, pieces_of, text_of
from newshouse.extraction.patterns import pattern
from newshouse.extraction.text import comparable, has_digit
from newshouse.model import Author

_names_facts = ClassNames("(?<![a-z])meta(?![a-z])|(?:entry|post|article)[-_]?(?:meta|info)(?![a-z])")
_ROW_MARKS = re.compile(r"\s*[|·•⋅∙–—]\s*|\s+(?:-|//?)\s+")
_PORTRAIT = pattern(
    r"""
    ^(?:(?:a )?(?:picture|photo|headshot|portrait|avatar|image|profile photo) (?:of|for)|author)\s+|['’]s (?:avatar|photo)$
    """
)
_MINUTES = re.compile(r"\d{1,3} ?mins?\.?", re.IGNORECASE)
_NO_ROW = (*HEADINGS, "td", "blockquote", "figcaption")
_TOPICS = ("article:section", "og:article:section", "section", "article:tag", "keywords")
_MOST_TOPICS = 50
_MAX_LINKS = 600
_NEAREST = 4  # blocks below the headline
_MAX_DATE = 40  # letters
_MOST_DATE_WORDS = 6
_MAX_PARTS = 5  # of a row
_MAX_ROW = 100  # letters
_LEVELS = 3  # elements around a block that may be the row
_AROUND = 4  # blocks above and below a row
_MAX_AROUND = 1_000  # letters of an element that holds a name among its own text
_MAX_SIGNATURE = 60
_LONG = 220  # letters: a paragraph of the text
_LONGEST_ALT = 100  # letters of what describes a picture
_LONGEST_NOTE = 100  # letters of a line that is no paragraph: a byline, a caption
_MOST_BLOCKS = 200  # of a text in which a name is looked for
_SAME_DAYS = timedelta(days=2)


def alone(facts: Facts, headline: str) -> list[Author]:
    """A name that stands alone below the headline, with its portrait on the page, or with a date, a role or a house right after it."""
    blocks, place = facts.blocks.blocks, facts.blocks.place_of(headline)
    if place is None:
        return []
    portraits: frozenset[str] | None = None  # made for the first name, since most pages have none here
    for block in blocks[place + 1 : place + 9]:
        if block.size > _LONG:
            break
        if bears(block.node, RELATED | hints.JUNK, 3):
            continue
        if block.node.size > MAX_LINE:  # the element holds more than the head, whose lines end with <br>
            pieces = [block.text] if block.size <= _MAX_SIGNATURE and block.place <= place + _NEAREST else []
        else:
            pieces = [text for _, text in pieces_of(block.node.element)]
        following = blocks[block.place + 1].text if block.place + 1 < len(blocks) else ""
        for piece, after in zip(pieces, [*pieces[1:], following], strict=False):
            name, comma, _ = piece.partition(",")
            found = names_in(piece, is_shown=True) if is_full_name(name) else []
            if len(found) != 1 or found[0].name != name:
                continue
            if comma and is_role(piece):
                if is_one_of_several(block, blocks[block.place - 1] if block.place > place + 1 else None, after):
                    return []
                return found
            if comma or len(piece.split()) > 4 or is_role(piece):
                continue
            if portraits is None:
                portraits = _portraits(facts)
            has_portrait = spelling_key(piece) in portraits
            is_told = has_portrait or (len(after) < 60 and (is_role(after) or is_house(after)))
            if is_told or (len(after) < 60 and moment_of(after) and not _may_be_no_author(piece, facts)):
                named = on_cards(block.node, piece, portraits if has_portrait else frozenset())
                return found if named is None else named
    return _glued(blocks[place + 1 : place + 3], facts)  # the first may be the standfirst


def _portraits(facts: Facts) -> frozenset[str]:
    """The names that the pictures of the page have."""
    return frozenset(spelling_key(_PORTRAIT.sub("", (image.get("alt") or "")[:_LONGEST_ALT])) for image in facts.tagged["img"][:300])


def in_row_of_facts(facts: Facts, headline: str) -> list[Author]:
    """The name beside a date in a row below the headline: "June 3, 2024 · 2 min read · Ada Lind".

    A row that is not marked as facts of the article may hold nothing else, and have none of its kind beside it, as the rows of a list have.
    """
    blocks, place = facts.blocks.blocks, facts.blocks.place_of(headline)
    if place is None:
        return []
    is_in_head = True
    for block in blocks[place + 1 : place + 1 + _NEAREST]:
        is_in_head = is_in_head and block.size <= _LONG
        row = _meta_row(block.node)
        if row is not None:
            named = [] if is_in_other_part(row) else _name_beside_date(_parts(row), facts, headline)
        else:
            named = _in_plain_row(block, facts, headline) if is_in_head else []
        if named:
            return named
    return []


def _name_beside_date(parts: list[str], facts: Facts, headline: str) -> list[Author]:
    named = [part for part in parts if is_first_and_last_name(part)]
    others = (part for part in parts if len(part) <= _MAX_DATE and part not in named)
    if len(named) != 1 or not any(map(moment_of, others)) or _is_topic(named[0], facts, headline):
        return []
    return [author for author in names_in(named[0], is_shown=True) if author.name == named[0]]


def _in_plain_row(block: Block, facts: Facts, headline: str) -> list[Author]:
    if block.tag in _NO_ROW or block.size > _MAX_ROW:
        return []
    row: Node | None = block.node
    for _ in range(_LEVELS):
        if row is None or row.size > _MAX_ROW:
            return []
        is_dated = any(has_digit(line.text) for line in facts.blocks.inside(row))
        parts = _parts(row) if is_dated else []
        if _is_row(parts) and not is_in_other_part(block.node):
            blocks = facts.blocks.blocks
            others = (*blocks[max(0, row.first - _AROUND) : row.first], *blocks[row.past : row.past + _AROUND])
            is_of_list = any(_is_row(_parts(other.node)) for other in others if other.node.size <= _MAX_ROW and has_digit(other.text))
            named = [] if is_of_list else _name_beside_date(parts, facts, headline)
            return named if named and _is_author_s(named[0].name, parts, facts, headline) else []
        row = row.parent
    return []


def _is_author_s(name: str, parts: list[str], facts: Facts, headline: str) -> bool:
    """Is `name`, in a row of the `parts`, an author's? Most such rows tell a section and a date: "Premier League | May 10, 2024"."""
    if any(text_of(link) == name and is_author_link(link) for link in facts.tagged["a"][:_MAX_LINKS]):
        return True
    if _may_be_no_author(name, facts):
        return False
    is_timed = any(_MINUTES.fullmatch(part) or phrases.tells_reading_time(part) for part in parts)
    return is_timed or spelling_key(name) in _portraits(facts) or _is_of_publication(parts, facts, headline)


def _may_be_no_author(name: str, facts: Facts) -> bool:
    """Is `name` like that of a topic, or that of a person of whom the text tells again and again?"""
    if is_like_topic(name):
        return True
    last = name.split()[-1]
    texts = [block.text for block in facts.blocks.blocks[:_MOST_BLOCKS] if block.size > _LONGEST_NOTE and last in block.text]
    return len(texts) > 1 and any(name in text for text in texts)


def _is_of_publication(parts: list[str], facts: Facts, headline: str) -> bool:
    """Is a date of the `parts` the day on which the article was published, and not one of what it tells of?"""
    dated = published(facts, headline)
    if dated is None:
        return False
    for part in parts:
        moment = moment_of(part, facts.zone, facts.language_hint) if has_digit(part) else None
        readings = (moment, exchanged(part, moment)) if moment is not None else ()
        if any(reading is not None and abs(reading.at - dated.moment.at) < _SAME_DAYS for reading in readings):
            return True
    return False


def _parts(row: Node) -> list[str]:
    return [part for _, text in pieces_of(row.element) for bare in _ROW_MARKS.split(text) if (part := bare.strip())]


def _is_row(parts: list[str]) -> bool:
    """Are `parts` one name and a date, with no more than a time beside them?"""
    if not 2 <= len(parts) <= _MAX_PARTS:
        return False
    others = [part for part in parts if has_digit(part)]
    return (
        len(others) == len(parts) - 1
        and any(map(is_first_and_last_name, parts))
        and all(map(_is_time, others))
        and any(map(moment_of, others))
    )


def _is_time(part: str) -> bool:
    """Is `part` a date, a time of the day, or how long it takes to read the article?"""
    if len(part) > _MAX_DATE:
        return False
    is_date = len(part.split()) <= _MOST_DATE_WORDS and moment_of(part) is not None
    return is_date or _MINUTES.fullmatch(part) is not None or phrases.tells_reading_time(part) or phrases.is_clock_time(part)


def _meta_row(node: Node) -> Node | None:
    row, around = None, node
    for _ in range(3):
        if around.size <= MAX_LINE and _names_facts(around.element.get("class")):
            row = around
        if around.parent is None:
            break
        around = around.parent
    return row


def _is_topic(words: str, facts: Facts, headline: str) -> bool:
    """Are `words` a place or a section: in the headline or the address, told as such, the whole of a link to no author, or like a topic?"""
    if words in headline or comparable(words) in map(comparable, facts.meta.all(*_TOPICS)[:_MOST_TOPICS]):
        return True
    if f" {comparable(words)} " in f" {comparable(url_parts(facts.page.url).path)} ":
        return True
    links = [link for link in facts.tagged["a"][:_MAX_LINKS] if text_of(link) == words]
    return not all(map(is_author_link, links)) if links else is_like_topic(words)


def _glued(blocks: list[Block], facts: Facts) -> list[Author]:
    """The name with which a line begins whose parts stand without a space between them: "Mary MillerOct 17, 202357 shares"."""
    for block in blocks:
        if block.tag != "p" or block.size > MAX_LINE or block.node.size > _MAX_AROUND or bears(block.node, RELATED | hints.JUNK, 3):
            continue
        pieces = [text for _, text in pieces_of(block.node.element)]
        for name, date in pairwise(pieces):
            found = (
                names_in(name, is_shown=True) if len(date) <= _MAX_DATE and block.text.startswith(name + date) and moment_of(date) else []
            )
            if len(found) == 1 and found[0].name == name and is_full_name(name):
                return [] if _may_be_no_author(name, facts) else found
    return []
