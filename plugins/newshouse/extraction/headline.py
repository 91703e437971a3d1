"""The headline as it stands on the page, without the site's name.

A page has several legitimate headlines: in its h1, for search engines, for social media. The one in the h1 is the headline; the first that
differs is the alternative headline.
"""

import re

from lxml import etree

from newshouse.extraction import hints, phrases
from newshouse.extraction.body import Body, is_head_line
from newshouse.extraction.facts import Facts, Found
from newshouse.extraction.site_name import site_names, without_site_name
from newshouse.extraction.structured import listed
from newshouse.extraction.text import comparable, readable, words
from newshouse.extraction.tree import text_of

_MAX_LENGTH = 400  # letters; a longer h1 wraps something else
_PIPED = re.compile(r"\s+\|\s+.{2,60}$")  # a section or a site's name; no headline has a bar


def headlines(facts: Facts) -> tuple[Found | None, str | None]:
    """The headline and, where another wording stands in the metadata, the alternative headline."""
    declared = _declared(facts)
    shown = _shown(facts, declared)
    best = shown or (declared[0] if declared else None)
    if best is None:
        return None, None
    known = comparable(best.value)
    other = next((found.value for found in declared if comparable(found.value) != known and comparable(found.value) not in known), None)
    return best, other


def declared_headlines(facts: Facts) -> list[str]:
    return [found.value for found in _declared(facts)]


def _declared(facts: Facts) -> list[Found]:
    """The headlines of the metadata, most trusted first, cleaned of the site's name."""
    linked = listed(facts.article.get("headline")) + listed(facts.article.get("name"))
    found = [Found(value=readable(value), origin="json-ld") for value in linked]
    found += [Found(value=value, origin="opengraph") for value in facts.meta.all("og:title")[:1]]
    found += [Found(value=facts.meta.item("headline"), origin="microdata")]
    found += [
        Found(value=value, origin="meta")
        for value in facts.meta.all("twitter:title", "title", "dc.title", "parsely-title", "sailthru.title", "headline", "hdl")
    ]
    found += [Found(value=facts.meta.title, origin="title")]
    names = site_names(facts)
    cleaned = [Found(value=without_site_name(item.value, names), origin=item.origin) for item in found if item.value]
    return [item for item in cleaned if 1 < len(item.value) <= _MAX_LENGTH and comparable(item.value) not in names]


def _shown(facts: Facts, declared: list[Found]) -> Found | None:
    """The h1 (or what is marked as headline) that agrees best with the metadata."""
    names = site_names(facts)
    candidates = [
        without_site_name(text, names) for element in facts.root.iter("h1") if (text := _text(element)) and comparable(text) not in names
    ]
    best = _best(candidates, declared, 0.5)
    if best is not None:
        return Found(value=_PIPED.sub("", best), origin="h1")
    if len(candidates) == 1 and not declared:
        return Found(value=candidates[0], origin="h1")
    marked = _best([without_site_name(text, names) for text in _marked(facts)], declared, 0.65)
    return Found(value=_PIPED.sub("", marked), origin="heading") if marked is not None else None


def headline_above(facts: Facts, body: Body, *, is_only_hope: bool) -> Found | None:
    """The line above the body that reads like its headline, for pages whose metadata names only the site.

    It shares its words with the body, is a heading or a part of the title, and stands near.
    """
    first = next(iter(body.blocks), None)
    if first is None:
        return None
    text_words = set(words(body.text))
    title = comparable(facts.meta.title)
    names = site_names(facts)
    place = next((i for i, block in enumerate(facts.blocks.blocks) if block is first), 0)
    best, best_score = None, 0.35 if is_only_hope else 0.75
    for distance, block in enumerate(reversed(facts.blocks.blocks[max(0, place - 25) : place + 2])):
        own = set(words(block.text))
        if not 2 <= len(own) <= 30 or block.size > 200 or block.link_size > 0.7 * block.size or comparable(block.text) in names:
            continue
        if block.text.endswith((".", ",")) or phrases.is_label(block.text) or is_head_line(block):
            continue
        long = [word for word in own if len(word) > 3] or list(own)
        score = sum(word in text_words for word in long) / len(long) - 0.02 * distance
        score += 0.5 if block.tag in ("h1", "h2", "h3") or block.node.hint & hints.HEADLINE else 0.0
        score += 0.6 if comparable(block.text) in title else 0.0
        if score > best_score:
            best, best_score = block.text, score
    return Found(value=best, origin="heading") if best else None


def is_about(headline: str, body: Body) -> bool:
    """Does a third of the headline's longer words stand in the body?"""
    text_words = set(words(body.text))
    long = [word for word in set(words(headline)) if len(word) > 3]
    return not long or sum(word in text_words for word in long) >= 0.34 * len(long)


def _marked(facts: Facts) -> list[str]:
    found = []
    for element in facts.root.iter("h2", "h3", "h4", "div", "span", "p", "font", "td", "strong", "b"):
        if element.tag in ("h2", "h3", "h4") or (len(element) < 4 and hints.hints_of(element, "") & hints.HEADLINE):
            text = _text(element)
            if text:
                found.append(text)
        if len(found) > 60:
            break
    return found


def _text(element: etree._Element) -> str:
    text = text_of(element)
    return text if 1 < len(text) <= _MAX_LENGTH else ""


def _best(candidates: list[str], declared: list[Found], threshold: float) -> str | None:
    """The candidate nearest to a declared headline: the same words, else one that holds most of the other's."""
    best, best_score = None, threshold
    for text in candidates:
        own = set(words(text))
        for found in declared:
            theirs = set(words(found.value))
            if own and theirs:
                score = len(own & theirs) / min(len(own), len(theirs)) * (0.9 + 0.1 * len(own & theirs) / max(len(own), len(theirs)))
                if score > best_score and (len(own) >= 2 or own == theirs):
                    best, best_score = text, score
    return best
