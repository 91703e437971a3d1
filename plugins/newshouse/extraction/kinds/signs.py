"""What marks a page as one article although neither JSON-LD nor OpenGraph says so: its markup, its template, a date below its headline."""

import re
from collections.abc import Callable
from itertools import islice

from lxml import etree

from newshouse.extraction.body.article_body import Body
from newshouse.extraction.body.head import is_date_line
from newshouse.extraction.facts import Facts
from newshouse.extraction.page.blocks import Block
from newshouse.extraction.page.tree import HEADINGS
from newshouse.extraction.text import words

# What content systems write into the class of <body> or of the article's element: WordPress, Drupal, Ghost.
_POST_TEMPLATES = frozenset(("single", "single-post", "node-type-article", "page-node-type-article", "post-template"))
_PAGE_TEMPLATE = re.compile(r"(?:^|\s)page-id-\d+(?:\s|$)")  # WordPress: a page of the house
_POST = re.compile(r"(?:^|\s)type-post(?:\s|$)")
_ARTICLE_ITEM = re.compile(r"(?:^|[/:])(?:\w*Article|BlogPosting|Report|\w*Review)$")
_LEVELS = 12  # elements around the headline
_HEADLINES = 5  # of a list of articles
_BELOW = 5  # blocks below the headline, among which its date stands
_LONG_WORD = 4  # letters
_LONGEST_CLASSES = 2_000  # letters
_SENTENCE = 60  # letters


def is_post(facts: Facts) -> bool:
    """Does the content system say that the page is a post, in the class of its body or of the element around its headline?"""
    if set(_body_classes(facts).split()) & _POST_TEMPLATES:
        return True
    return _marks_headline(facts, lambda element: _POST.search((element.get("class") or "")[:_LONGEST_CLASSES]) is not None)


def is_house_page(facts: Facts) -> bool:
    """Does the content system say that the page is none of its posts?"""
    classes = _body_classes(facts)
    return _PAGE_TEMPLATE.search(classes) is not None and not set(classes.split()) & _POST_TEMPLATES


def is_marked_up(facts: Facts) -> bool:
    """Do microdata or RDFa around the headline say that it is that of an article?"""
    return _marks_headline(facts, _is_article_item)


def is_dated(facts: Facts, headline: str, body: Body | None) -> bool:
    """Does a date stand right below the headline, and below it a sentence of the same matter?"""
    place = facts.blocks.place_of(headline) if headline and body is not None else None
    if place is None or body is None or not _tells_of(headline, body):
        return False
    for block in facts.blocks.blocks[place + 1 : place + 1 + _BELOW]:
        if is_date_line(block):
            return True
        if _is_of_another(block):
            return False
    return False


def _tells_of(headline: str, body: Body) -> bool:
    text = body.text.casefold()
    is_prose = any(block.size >= _SENTENCE and block.link_size < 0.5 * block.size for block in body.blocks)
    return is_prose and any(word in text for word in words(headline) if len(word) >= _LONG_WORD or not word.isascii())


def _is_of_another(block: Block) -> bool:
    """Is the block the headline of another article?"""
    return block.tag in HEADINGS and block.link_size > 0.5 * block.size


def _body_classes(facts: Facts) -> str:
    element = facts.root.find("body")
    return (element.get("class") or "")[:_LONGEST_CLASSES].lower() if element is not None else ""


def _is_article_item(element: etree._Element) -> bool:
    kind = element.get("itemtype") or element.get("typeof") or ""
    return _ARTICLE_ITEM.search(kind[:_LONGEST_CLASSES].split(" ")[0]) is not None


def _marks_headline(facts: Facts, is_marked: Callable[[etree._Element], bool]) -> bool:
    """Does an element with the mark stand around the first h1, and none around another, as on a page that lists articles?"""
    marked = [_around(h1, is_marked) for h1 in facts.tagged["h1"][:_HEADLINES]]
    first = next(iter(marked), None)
    return first is not None and all(other is None or other is first for other in marked[1:])


def _around(h1: etree._Element, is_marked: Callable[[etree._Element], bool]) -> etree._Element | None:
    return next((element for element in islice(h1.iterancestors(), _LEVELS) if is_marked(element)), None)
