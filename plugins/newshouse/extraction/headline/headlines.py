"""The headline as it stands on the page, without the site's name.

A page has several legitimate headlines: in its h1, for search engines, for social media. The one in the h1 is the headline; the first that
differs is the alternative headline. Pages whose metadata name only the site are for headline_above.py.
"""

import re
from collections.abc import Collection
from itertools import islice

from lxml import etree

from newshouse.extraction.body.article_body import Body
from newshouse.extraction.facts import Facts, Found
from newshouse.extraction.headline.heading import MAX_LENGTH, is_in_trail, shown_text
from newshouse.extraction.headline.site_name import is_site_name, names_beside_headline, without_site_name
from newshouse.extraction.headline.titles import headline_parts, squeezed
from newshouse.extraction.page import hints
from newshouse.extraction.page.structured import listed
from newshouse.extraction.text import comparable, readable, terms, words

_MOST_TOLD = 20  # headlines of one kind in the metadata
_MOST_H1 = 100
_MOST_MARKED = 80  # headings and elements that are marked as headline
_MOST_EMPTY = 20  # of them that are no lines
_MOST_HEADINGS = 40  # among which one is looked for that is the headline in place of the h1
_UNSEEN = hints.JUNK | hints.HIDDEN
_MIN_ALONE = 4  # words of an h1 that is the headline although no metadata say so
_AFTER_LINE = re.compile(r"\s+[|–—\-·•»]\s|\s?[|»]")
_PAIRS_ALONE = 7  # the same in a script without spaces: pairs of letters
_SHORTEST_PART = 15  # letters of a title's part that is surely the headline
_TELLING = 4  # letters
ABOUT = 0.34  # of the headline's longer words
_SHORT = 3  # letters of a word that any two texts share
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


def _declared(facts: Facts) -> list[Found]:
    """The headlines of the metadata, most trusted first, cleaned of the site's name."""
    linked = listed(facts.article.get("headline")) + listed(facts.article.get("name"))
    found = [Found(value=readable(value), origin="json-ld") for value in linked[:_MOST_TOLD]]
    found += [Found(value=value, origin="opengraph") for value in facts.meta.all("og:title")[:1]]
    found += [Found(value=_marked_up(facts), origin="microdata")]
    found += [
        Found(value=value, origin="meta")
        for value in facts.meta.all("twitter:title", "title", "dc.title", "parsely-title", "sailthru.title", "headline", "hdl")[:_MOST_TOLD]
    ]
    found += [Found(value=facts.meta.title, origin="title")]
    names = facts.site_names
    cleaned = [
        Found(value=without_site_name(item.value, names), origin=item.origin) for item in found if 0 < len(item.value) <= 2 * MAX_LENGTH
    ]
    return [item for item in cleaned if 1 < len(item.value) <= MAX_LENGTH and not is_site_name(item.value, names)]


def _marked_up(facts: Facts) -> str:
    """The headline by microdata: of several the one that the title says too, since templates mark the name of a section as well."""
    values = facts.meta.items.get("headline", [])
    parts = headline_parts(facts.meta.title) if len(values) > 1 else ()
    return next((value for value in values if squeezed(value) in parts), facts.meta.item("headline"))


def _shown(facts: Facts, declared: list[Found]) -> Found | None:
    """The h1 (or what is marked as headline) that agrees best with the metadata, else the one h1."""
    names = facts.site_names | names_beside_headline(facts.meta)
    known = [comparable(found.value) for found in declared]
    parts = {part for found in declared for part in headline_parts(found.value)}
    lines = [(element, _line(element, known, names, parts)) for element in facts.tagged["h1"][:_MOST_H1]]
    candidates = [line for _, line in lines if line]
    best = _best(candidates, declared, 0.5)
    if best is not None:
        others = [line for line in known if line != comparable(best)]
        if others and any(line == best and is_in_trail(element) for element, line in lines):
            best = _beside_trail(facts, best, others, names) or best
        if any(line == best and hints.hints_of(element, "h1") & _UNSEEN for element, line in lines):
            best = _seen_instead(facts, best, known, names) or best
        return Found(value=_without_section(best, known), origin="h1")
    marked = _best(_marked(facts, known, names, parts), declared, 0.65)
    is_declared = marked is not None and (comparable(marked) in known or (is_long(marked) and squeezed(marked) in parts))
    titled = next((line for line in candidates if any(_opens(line, found.value) for found in declared)), None)
    if titled is not None and not is_declared:
        return Found(value=titled, origin="h1")
    if len(candidates) == 1 and not is_declared and (not declared or is_long(candidates[0])):
        return Found(value=_without_section(candidates[0], known), origin="h1")
    part = None if is_declared else _part_of_title(facts)
    if part is not None:
        return Found(value=part, origin="heading")
    return Found(value=_without_section(marked, known), origin="heading") if marked is not None else None


def is_long(line: str) -> bool:
    """Has the line the length of a headline rather than that of a name?"""
    known = words(line)
    return len(known) >= _MIN_ALONE or len(terms(line).difference(known)) >= _PAIRS_ALONE


def _part_of_title(facts: Facts) -> str | None:
    """The longest line of the page that is the main part of its title, or that the title begins or ends with.

    What stands around it there is the site's name, the section's and a kicker.
    """
    title, parts = comparable(facts.meta.title), headline_parts(facts.meta.title)
    lines = [
        block.text
        for block in facts.blocks.blocks
        if block.size >= _SHORTEST_PART and len(block.text) <= len(title) + 12 and not block.link_size
    ]
    found = [line for line in lines if squeezed(line) in parts or _is_end(comparable(line), title)]
    return max(found, key=len, default=None)


def _is_end(part: str, title: str) -> bool:
    return part.count(" ") >= 2 and (title.startswith(f"{part} ") or title.endswith(f" {part}") or part == title)


def _opens(line: str, title: str) -> bool:
    """Is `line` what `title` says before its first bar or dash?"""
    return title[: len(line)].casefold() == line.casefold() and _AFTER_LINE.match(title, len(line)) is not None


def _line(element: etree._Element, known: list[str], names: frozenset[str], parts: Collection[str] = ()) -> str:
    """What a heading says, without the site's name; "" where it says nothing else."""
    text = shown_text(element, known, parts)
    return "" if not text or is_site_name(text, names) else without_site_name(text, names)


def _without_section(line: str, known: list[str]) -> str:
    """`line` without the section before or after its bar; what stands before goes only if the metadata give the rest as headline."""
    head, bar, tail = line.partition(" | ")
    if bar and len(head) < len(tail):
        return tail if comparable(tail) in known else line
    return _PIPED.sub("", line)


def _beside_trail(facts: Facts, trail: str, known: list[str], names: frozenset[str]) -> str | None:
    """The heading that the metadata give as headline too, on a page whose h1 ends a trail of links and so is none."""
    lines = (_line(element, known, names) for element in islice(facts.root.iter("h1", "h2", "h3"), _MOST_HEADINGS))
    return next((line for line in lines if line and line != trail and comparable(line) in known), None)


def _seen_instead(facts: Facts, unseen: str, known: list[str], names: frozenset[str]) -> str | None:
    """The heading that says the main part of an h1 which only screen readers see, as it may hold the site's name."""
    parts = headline_parts(unseen) - {squeezed(unseen)}
    seen = (element for element in facts.root.iter("h2", "h3") if not hints.hints_of(element, "h2") & _UNSEEN) if parts else ()
    lines = (_line(element, known, names) for element in islice(seen, _MOST_HEADINGS))
    return next((line for line in lines if squeezed(line) in parts), None)


def is_doubtful(facts: Facts, headline: Found | None, body: Body) -> bool:
    """Is `headline` none, the bare title, or a line that is no h1 and of which neither the metadata nor the body tell?"""
    if headline is None or headline.origin == "title":
        return True
    if headline.origin == "h1" or (headline.origin == "heading" and _is_told(facts, headline.value)):
        return False
    return not is_about(headline.value, body)


def _is_told(facts: Facts, line: str) -> bool:
    """Do the metadata give `line` as the headline? A title alone may be the site's name: it counts only for a line that is no name."""
    wanted = comparable(line)
    told = {comparable(found.value) for found in _declared(facts) if found.origin not in ("title", "meta")}
    return wanted in told or (is_long(line) and squeezed(line) in headline_parts(facts.meta.title))


def is_about(headline: str, body: Body) -> bool:
    """Does a third of the headline's longer words stand in the body?"""
    text = body.text.casefold()
    long = long_terms(headline)
    return not long or sum(word in text for word in long) >= ABOUT * len(long)


def long_terms(line: str) -> set[str]:
    """The longer words of `line`; the pairs of letters that stand for words all count."""
    known = words(line)
    if line.isascii():
        return {word for word in known if len(word) > _SHORT}
    return terms(line).difference(word for word in known if len(word) <= _SHORT)


def _marked(facts: Facts, known: list[str], names: frozenset[str], parts: Collection[str]) -> list[str]:
    elements = (
        element
        for element in facts.root.iter("h2", "h3", "h4", "div", "span", "p", "font", "td", "strong", "b")
        if element.tag in ("h2", "h3", "h4") or (len(element) < 4 and hints.hints_of(element, "") & hints.HEADLINE)
    )
    found: list[str] = []
    for place, element in enumerate(islice(elements, _MOST_MARKED)):
        line = _line(element, known, names, parts)
        if line:
            found.append(line)
        elif place - len(found) > _MOST_EMPTY:
            break
    return found


def _best(candidates: list[str], declared: list[Found], threshold: float) -> str | None:
    """The candidate nearest to a declared headline: the same words, else one that holds most of the other's."""
    best, best_score = None, threshold
    told = [_telling(found.value) for found in declared] if candidates else []
    for text in candidates:
        own = _telling(text)
        for theirs in told:
            if own and theirs:
                score = len(own & theirs) / min(len(own), len(theirs)) * (0.9 + 0.1 * len(own & theirs) / max(len(own), len(theirs)))
                if score > best_score and (len(terms(text)) >= 2 or own == theirs):
                    best, best_score = text, score
    return best


def _telling(line: str) -> set[str]:
    """The words of `line` that are not short ones in Latin letters, which any two lines share; all of them where it has no others."""
    own = terms(line)
    return {word for word in own if len(word) >= _TELLING or not word.isascii()} or own
