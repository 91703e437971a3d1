"""What the article is about, in the publisher's own words."""

import re
from collections.abc import Iterator

from newshouse.extraction.facts import Facts
from newshouse.extraction.page import hints
from newshouse.extraction.page.blocks import bears
from newshouse.extraction.page.class_names import ClassNames
from newshouse.extraction.page.structured import listed
from newshouse.extraction.page.tree import text_of
from newshouse.extraction.patterns import pattern
from newshouse.extraction.text import comparable, folded, readable

_MAX_KEYWORDS = 50
_MAX_LENGTH = 100  # letters
_MAX_SHOWN = 60  # letters of a keyword in a list that readers see
_SEPARATOR = re.compile(r"[,;，、|]")
_NO_KEYWORD = re.compile(r"\d{5,}|[0-9a-f]{8}-[0-9a-f-]{27}|https?:.*", re.IGNORECASE)  # ids and addresses
_names_tags = ClassNames(
    r"(?:^|[\s_-])(?:tags?|taglist|tagcloud|topics?|topiclist|keywords?|themen|schlagw[oö]rte?r?|etiquetas|temas)(?:$|[\s_-])"
)
_NO_TAG = pattern(
    r"^(?:tags?|topics?|more on.*|read more|themen|mehr zum thema|filed under|schlagw[oö]rter|keywords?|related.*|share|\W*)\s*:?$"
)


def keywords(facts: Facts, headline: str) -> tuple[tuple[str, ...], str]:
    """Keywords in the page's order without repetitions, and where they were read."""
    own = facts.site_names
    only: tuple[tuple[str, ...], str] = ((), "")
    for origin, words in _candidates(facts, headline):
        unique: dict[str, str] = {}
        for word in words:
            if 1 < len(word) < _MAX_LENGTH and not _NO_KEYWORD.fullmatch(word):
                unique.setdefault(comparable(word), word)
        found = tuple(word for key, word in unique.items() if key and key not in own)[:_MAX_KEYWORDS]
        if len(found) > 1:
            return found, origin
        only = only if only[0] or not found else (found, origin)  # one alone may be a whole list that nothing parts
    return only


def _candidates(facts: Facts, headline: str) -> Iterator[tuple[str, list[str]]]:
    yield "json-ld", [word for value in listed(facts.article.get("keywords")) for word in _split(value)]
    yield "meta", [word for value in facts.meta.all("news_keywords") for word in _split(value)]
    yield "opengraph", facts.meta.all("article:tag", "og:article:tag")
    yield "meta", [word for value in facts.meta.all("keywords", "parsely-tags", "sailthru.tags") for word in _split(value)]
    yield "microdata", [word for value in facts.meta.items.get("keywords", ()) for word in _split(value)]
    yield "text", _shown(facts, headline)


def _split(value: object) -> list[str]:
    text = readable(value.get("name")) if isinstance(value, dict) else readable(value)
    if text.startswith("[") and text.endswith("]"):
        text = text[1:-1].replace('"', "")
    return [word.strip(" '\"#") for word in _SEPARATOR.split(text)]


def _shown(facts: Facts, headline: str) -> list[str]:
    """The links of the list of tags that the page shows with the article: HTML's `rel=tag`, else an element that is named so."""
    marked = [folded(text_of(link)) for link in facts.tagged["a"] if link.get("rel") == "tag"]
    if not marked:
        place = facts.blocks.place_of(headline) or 0
        for node in facts.blocks.nodes:
            if node.past <= place or not (0 < node.size < 400 and node.link_size > 0.6 * node.size):
                continue
            is_named = _names_tags(node.element.get("class")) or _names_tags(node.element.get("id"))
            if is_named and not bears(node, hints.COMMENTS, 6):
                marked = [folded(text_of(link)) for link in node.element.iter("a") if not (link.get("href") or "#").startswith("#")]
                break
    return [word.lstrip("# ") for word in marked if len(word) <= _MAX_SHOWN and not _NO_TAG.match(word)]
