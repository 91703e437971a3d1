"""Is the body only the teaser of an article that a paywall or a registration keeps back?

A teaser is kept, since it is the article's own beginning and its headline, date and authors are true; it is flagged, so that nobody
counts its words as the article's: `is_accessible_for_free` is false, and the provenance of `article_body` is "teaser".
"""

from newshouse.extraction.body import Body
from newshouse.extraction.facts import Facts
from newshouse.extraction.page_words import PAYWALL_PHRASES

_LONG_TEASER = 2_500  # letters; of more than this much publishers show no teaser
_SHORT_TEASER = 1_200  # letters
_LINE = 400  # letters of a paragraph that tells of the paywall
_BELOW = 12  # blocks after the body among which it is looked for
_CUT = ("…", "...", "[…]", "[...]", "..", "→")
_TOLD_SHARE = 0.6  # of the words that the page says the article has


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
    return any(block.size < _LINE and block.link_size <= 0.5 * block.size and PAYWALL_PHRASES.search(block.text) for block in below)
