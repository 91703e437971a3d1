"""What a page looks like before one reads its text: what it calls itself, what it shows, and what it declares to be."""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from newshouse.extraction.body.article_body import Body
from newshouse.extraction.facts import Facts
from newshouse.extraction.headline.site_name import is_site_name
from newshouse.extraction.kinds.page_types import types_of_page
from newshouse.extraction.kinds.signs import is_dated
from newshouse.extraction.page.structured import type_names
from newshouse.extraction.page.tree import text_of
from newshouse.extraction.patterns import Phrases
from newshouse.extraction.text import comparable

_SEPARATOR = re.compile(r"\s+[|–—·•»:-]\s+|\s*[|»]\s*|:\s+")
_SEPARATORS = 4  # of one title
_BARS = frozenset("|»")
_EDGES = " \t.!?…:;,'\"“”„«»#*-–—¡¿✨🙂☹"
_SITE_NAME = 40  # letters of a title's part beside the name of the page
_LONGEST_NAME = 200  # letters
_VISIBLE, _MOST_VISIBLE = 4_000, 8_000  # letters


@dataclass(frozen=True, kw_only=True)
class Impression:
    """What the page looks like before one reads its text."""

    facts: Facts
    body: Body | None
    title: str  # the headline, "" where there is none
    names: tuple[str, ...]  # the headline, the title and the first h1, each also without the site's name
    headline: tuple[str, ...]  # the same of the headline alone
    text: str  # of the body
    size: int  # of the body, in letters
    visible: str  # the first few thousand letters that a reader sees
    is_article: bool  # as the page declares

    @cached_property
    def types(self) -> frozenset[str]:
        """The schema.org types of the page itself."""
        return types_of_page(self.facts, self.headline[0] if self.headline else "")

    @cached_property
    def all_types(self) -> frozenset[str]:
        """The schema.org types of everything that the page's JSON-LD names."""
        return frozenset(name for node in self.facts.data.nodes for name in type_names(node))

    @cached_property
    def is_dated(self) -> bool:
        """Does the page show a date below its headline, and tell of what that says? Then it may be short."""
        return is_dated(self.facts, self.title, self.body)

    @property
    def is_vouched_for(self) -> bool:
        return self.is_article or self.is_dated


def impression_of(facts: Facts, headline: str, body: Body | None, *, is_article: bool) -> Impression:
    h1 = next(iter(facts.tagged["h1"]), None)
    titles = sorted({headline, facts.meta.title, text_of(h1) if h1 is not None else ""} - {""})
    titles = [title for title in titles if title == headline or not is_site_name(title, facts.site_names)]
    called = [name for title in titles if len(title) <= _LONGEST_NAME for name in _named(title, titles, facts.site_names)]
    return Impression(
        facts=facts,
        body=body,
        title=headline,
        names=tuple(dict.fromkeys(name for name in called if name)),
        headline=tuple(_named(headline or facts.meta.title, titles, facts.site_names)),
        text=body.text if body else "",
        size=body.size if body else 0,
        visible=visible(facts),
        is_article=is_article,
    )


def is_named(own: tuple[str, ...], table: Phrases) -> bool:
    """Is one of the names a whole entry of the table?"""
    return any(table.fullmatch(name) for name in own)


def visible(facts: Facts) -> str:
    """The first few thousand letters a reader sees."""
    found, size = [], 0
    for block in facts.blocks.blocks:
        found.append(block.text)
        size += block.size
        if size > _VISIBLE:
            break
    return "\n".join(found)[:_MOST_VISIBLE]


def _named(title: str, titles: list[str], site_names: frozenset[str]) -> list[str]:
    """The whole title, and what of it stands beside nothing but the site's name.

    A part beside others is else the theme of a headline: "Weather: snow on the way".
    """
    found = [title.strip(_EDGES)]
    others = [comparable(other) for other in titles if other != title]
    for separator in islice(_SEPARATOR.finditer(title), _SEPARATORS):
        head, tail = title[: separator.start()], title[separator.end() :]
        found += [
            own.strip(_EDGES) for own, beside in ((head, tail), (tail, head)) if _is_of_site(beside, separator[0], others, site_names)
        ]
    return found


def _is_of_site(beside: str, mark: str, others: list[str], site_names: frozenset[str]) -> bool:
    """Is what stands beside a part of a title the site's name, perhaps with that of a section: short, and in no other title of the page?"""
    if is_site_name(beside, site_names):
        return True
    marks = [mark, *_SEPARATOR.findall(beside)]
    return all(_BARS & set(mark) for mark in marks) and all(_is_short_name(part, others) for part in _SEPARATOR.split(beside))


def _is_short_name(part: str, others: list[str]) -> bool:
    """May `part` be a name of the site that is not known: short, and in no other title of the page?"""
    return len(part) <= _SITE_NAME and not any(comparable(part) in other for other in others)
