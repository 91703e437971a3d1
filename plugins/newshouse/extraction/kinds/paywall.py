"""Is the body only the teaser of an article that a paywall or a registration keeps back?

A teaser is kept, since it is the article's own beginning and its headline, date and authors are true; it is flagged, so that nobody
counts its words as the article's: `is_accessible_for_free` is false, and the provenance of `article_body` is "teaser". The offer below the
teaser is no part of it; a page with an offer and no teaser is a wall.
"""

import re
from dataclasses import replace

from newshouse.extraction.body.article_body import Body
from newshouse.extraction.facts import Facts
from newshouse.extraction.kinds.page_words import ADDRESS, PAYWALL_PHRASES
from newshouse.extraction.page.blocks import Block, Blocks, Node
from newshouse.extraction.page.tree import HEADINGS
from newshouse.extraction.text import words

IS_WALL = "wall"  # the origin of a body of which nothing is left

_LONG_TEASER = 2_500  # letters; of more than this much publishers show no teaser
_SHORT_TEASER = 1_200  # letters
_LINE = 400  # letters of a paragraph that tells of the paywall
_BELOW = 12  # blocks after the body among which it is looked for
_CUT = ("…", "...", "[…]", "[...]", "..", "→")
_TOLD_SHARE = 0.6  # of the words that the page says the article has
_OFFER = 600  # letters of what a publisher says of its offer
_SENTENCE = 200  # letters: below an offer in mid-text the article goes on
_LONG_OFFER = 1_000  # letters of it in place of a text
_QUOTED = re.compile(r"[“„«\"][^“”„«»\"]{1,200}[”“»\"]")
_PRICE = re.compile(r"[$€£]\s?\d|\d\s?(?:€|euros?\b|kr\b|zł)", re.IGNORECASE)
_LONG_WORD = 5  # letters
_LOOK = 200  # blocks from the first of the text on
_NEAR = 3  # blocks between the word about the paywall and the offer


def without_offer(facts: Facts, body: Body, headline: str, *, is_free: bool | None) -> Body:
    """`body` without what a publisher says of its subscriptions below the teaser; with the origin IS_WALL where nothing else is left.

    The first block that tells of the paywall goes with its own element. A report about paywalls stays: there the words stand among the
    paragraphs, and nobody is spoken to.
    """
    if body.size > _LONG_TEASER + _OFFER or body.origin != "text" or is_free is True or not body.blocks:
        return body
    if not PAYWALL_PHRASES.search(_said(facts.blocks, body.blocks)):  # as on most pages
        return body
    if _is_offer_alone(facts, body, headline):
        return _nothing(body)
    place = _offer_place(facts.blocks, body.blocks)
    if place is None:
        return body
    end = _end_of_offer(body.blocks, place, is_free=is_free)
    start = place - 1 if place and body.blocks[place - 1].tag in HEADINGS else place
    offer, rest = body.blocks[start:end], body.blocks[end:]
    if not offer or (is_free is not False and not ADDRESS.search("\n".join(block.text for block in offer))):
        return body
    if any(block.size >= _SENTENCE for block in rest):
        return body
    kept = body.blocks[:start] + rest
    if not any(block.tag not in HEADINGS for block in kept):
        return _nothing(body)
    standfirst = body.standfirst if kept[0] is body.blocks[0] else None
    return replace(body, text="\n".join(block.text for block in kept), standfirst=standfirst, blocks=kept)


def _said(page: Blocks, blocks: list[Block]) -> str:
    """What the page says from a little above the text to its end."""
    first, last = min(block.place for block in blocks), max(block.place for block in blocks)
    return "\n".join(block.text for block in page.blocks[max(0, first - _NEAR) : min(last + 1, first + _LOOK)])


def _nothing(body: Body) -> Body:
    return replace(body, text="", origin=IS_WALL, standfirst=None, blocks=[])


def _end_of_offer(blocks: list[Block], place: int, *, is_free: bool | None) -> int:
    """The index after the offer that the block at `place` belongs to; `place` where it may be a paragraph like others."""
    if is_free is False and sum(block.size for block in blocks[place:]) <= _OFFER:
        return len(blocks)
    box = _box(blocks, place)
    if box is None:
        return place
    inside = [index for index in range(place, len(blocks)) if box.holds(blocks[index].node)]
    return inside[-1] + 1 if inside else place


def _box(blocks: list[Block], place: int) -> Node | None:
    """The largest element around the block that holds no earlier one and is no longer than an offer; none if that is a mere paragraph."""
    box, node = None, blocks[place].node
    before = blocks[place - 1].node if place else None
    while node.tag not in ("body", "main", "article") and node.size <= _OFFER and not (before is not None and node.holds(before)):
        box = node
        if node.parent is None:
            break
        node = node.parent
    return box if box is not None and box.tag not in ("p", "li", *HEADINGS) else None


def _is_offer_alone(facts: Facts, body: Body, headline: str) -> bool:
    """Is the whole text an offer: below a word about the paywall, spoken to the reader, and not about what the page is called?"""
    first = body.blocks[0].place
    if body.size > _LONG_OFFER or not any(_tells(block) for block in facts.blocks.blocks[max(0, first - _NEAR) : first]):
        return False
    text = _QUOTED.sub("", body.text)
    is_spoken = ADDRESS.search(text) or _PRICE.search(text) is not None
    return is_spoken and not any(len(word) >= _LONG_WORD and word in text.casefold() for word in words(headline))


def _offer_place(page: Blocks, blocks: list[Block]) -> int | None:
    """The index of the first block of the text that tells of the paywall, or that stands right below a line which does."""
    for place, block in enumerate(blocks):
        if _tells(block) or (place and block.size < _LINE and _is_told_above(page, blocks, place)):
            return place
    return None


def _is_told_above(page: Blocks, blocks: list[Block], place: int) -> bool:
    """Does a line tell of the paywall that was left out of the text, and that stands in one box with the block below it?"""
    between = page.blocks[blocks[place - 1].place + 1 : blocks[place].place][-_NEAR:]
    box = _box(blocks, place) if any(_tells(line) for line in between) else None
    return box is not None and any(_tells(line) and box.holds(line.node) for line in between)


def _tells(block: Block) -> bool:
    return block.size < _LINE and block.link_size <= 0.5 * block.size and PAYWALL_PHRASES.search(block.text)


def is_teaser(facts: Facts, body: Body, word_count: int, *, is_free: bool | None) -> bool:
    """Does the page keep back most of the article? `word_count` is the body's, `is_free` what the page declares."""
    if body.size > _LONG_TEASER or body.origin != "text":
        return False
    told = facts.article.get("wordCount")
    if is_free is False and isinstance(told, int | str) and str(told).isdecimal() and len(str(told)) < 7:
        return word_count < _TOLD_SHARE * int(told)
    is_cut = body.text.rstrip().endswith(_CUT)
    if is_free is False and is_cut:
        return True
    return (is_cut or is_free is False or body.size < _SHORT_TEASER) and is_free is not True and _tells_of_paywall(facts, body)


def _tells_of_paywall(facts: Facts, body: Body) -> bool:
    """Does a short paragraph below the first of the body say that the rest is for subscribers?"""
    places = [block.place for block in body.blocks]
    if not places:
        return False
    below = facts.blocks.blocks[min(places) + 1 : max(places) + _BELOW]
    return any(_tells(block) for block in below)
