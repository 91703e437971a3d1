"""What a site calls itself, and titles without it."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from lxml import etree

from newshouse.extraction.headline.titles import beside
from newshouse.extraction.page import hints
from newshouse.extraction.page.blocks import Blocks
from newshouse.extraction.page.metadata import Metadata, absolute, site_of, url_parts
from newshouse.extraction.page.tree import HEADINGS, text_of
from newshouse.extraction.text import comparable, readable
from newshouse.model import Source

_DOMAIN = re.compile(r"(?:www\.)?[\w-]{3,}\.(?:com|net|org|info|news|tv|eu|(?:co|com|org)\.[a-z]{2}|[a-z]{2})", re.IGNORECASE)
_MARK = re.compile(r"[|–—\-:·•»«/\\~｜_：]")  # in every separator
_SEPARATED = re.compile(r"\s+[|–—\-:·•»«/\\~]+\s+|\s*[|»｜_：]\s*|\s[-–—]\s?|: (?=[A-Z])|(?<=[\u3040-\u9fff\uac00-\ud7af])-+")

_LONGEST_NAME = 60  # letters
_SHORT_HEADLINE = 15  # letters: a word or two, as the names of sites and sections are
_MOST_NAMES = 20  # that the metadata give
_MOST_HEADINGS = 3  # that may be a masthead
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa"})  # as in the names of hosts
_BARE = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae"})  # letters that are no other with an accent
_HOME = re.compile(r"/?(?:(?:index|default|home)\.\w{2,5})?")


def site_names(url: str, meta: Metadata, publisher: object, source: Source | None) -> frozenset[str]:
    """What the site calls itself, as comparable texts, with the words of its host name. `publisher`: of the article, by JSON-LD."""
    host = url_parts(url).hostname or ""
    labels = [label for label in host.split(".") if label not in ("www", "com", "co", "org", "net", "uk", "news", "m", "amp")]
    names = meta.all("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "twitter:site")[:_MOST_NAMES]
    names += [readable(publisher.get("name"))] if isinstance(publisher, dict) else []
    names += [*labels, host, host.removeprefix("www.")]
    names += [source.name] if source else []
    known = {name for name in map(comparable, names) if name}
    return frozenset(known | {name.replace(" ", "") for name in known})


def names_beside_headline(meta: Metadata) -> frozenset[str]:
    """What the title has before or after the headline that OpenGraph tells: a name of the site or a section, which may be the page's h1."""
    title, headline = meta.title, next(iter(meta.all("og:title")), "")
    if len(headline) <= _SHORT_HEADLINE:
        return frozenset()
    wanted, found = comparable(headline), []
    for separator in _SEPARATED.finditer(title):
        head, tail = title[: separator.start()], title[separator.end() :]
        found += [one for one, other in ((head, tail), (tail, head)) if len(one) <= _LONGEST_NAME and comparable(other) == wanted]
    return frozenset(map(comparable, found))


def masthead_names(headings: Iterable[etree._Element], titles: Iterable[str], url: str, page: Blocks) -> frozenset[str]:
    """What an h1 says that is no headline but the site's name or a section's: a part of a title whose other parts the page shows.

    Where the h1 does not lead to the site's first page, a short headline may stand before its standfirst just so: then what the title says
    besides must be longer, be a heading, and begin the title.
    """
    found = set()
    for heading in islice(headings, _MOST_HEADINGS):
        line = text_of(heading)
        if not 1 < len(line) <= _LONGEST_NAME:
            continue
        for title in titles:
            rest = beside(line, title)
            if rest is None:
                continue
            is_home = _leads_home(heading, line, url)
            if (is_home or (rest.is_longer and rest.is_before)) and any(_is_shown(run, page, is_heading=not is_home) for run in rest.runs):
                found.add(comparable(line))
    return frozenset(found)


def _leads_home(heading: etree._Element, line: str, url: str) -> bool:
    """Is all of the heading one link to the first page of the site?"""
    links = [link for link, _ in zip(heading.iter("a"), range(2), strict=False)]
    links += [around for around, _ in zip(heading.iterancestors("a"), range(1), strict=False)]
    if len(links) != 1 or (text_of(links[0]) != line):
        return False
    if "home" in (links[0].get("rel") or "").split():
        return True
    parts = url_parts(absolute(links[0].get("href") or "", url) or "")
    is_first_page = _HOME.fullmatch(parts.path) is not None and not parts.query
    return is_first_page and site_of(parts.hostname) == site_of(url_parts(url).hostname)


def _is_shown(line: str, page: Blocks, *, is_heading: bool) -> bool:
    place = page.place_of(line)
    if place is None:
        return False
    block = page.blocks[place]
    return not is_heading or block.tag in HEADINGS or bool(block.node.hint & hints.HEADLINE)


def is_site_name(line: str, names: frozenset[str]) -> bool:
    """Is `line` nothing but what the site calls itself, whatever its spaces?"""
    known = comparable(line)
    return known in names or known.replace(" ", "") in names


def is_called_like_site(name: str, names: frozenset[str]) -> bool:
    """Is `name` what the site calls itself, but for its article, spaces and accents, which the name of a host lacks?"""
    known = comparable(name)
    return any(_is_one_of(one, names) for one in ((known, known[4:]) if known.startswith("the ") else (known,)))


def _is_one_of(known: str, names: frozenset[str]) -> bool:
    joined = known.replace(" ", "")
    if known in names or joined in names:
        return True
    if joined.isascii():
        return False
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", joined.translate(_BARE)) if not unicodedata.combining(letter))
    return bare in names or joined.translate(_SPELLED_OUT) in names


@lru_cache(maxsize=64)  # the metadata and the h1 say the same line again and again
def without_site_name(title: str, names: frozenset[str]) -> str:
    """`title` without a part, first or last, that is the site's name or contains it."""
    for _ in range(3):
        cut = _cut_once(title, names) if _MARK.search(title) else title
        if cut == title:
            break
        title = cut
    return title


def _cut_once(title: str, names: frozenset[str]) -> str:
    for separator in _SEPARATED.finditer(title):
        head = title[: separator.start()]
        if _is_site(head, names, is_exact=True) and len(title) - separator.end() > 8:
            return title[separator.end() :].strip()
        break
    last = None
    for separator in _SEPARATED.finditer(title):
        last = separator
        if _is_site(title[separator.end() :], names) and separator.start() > 8:
            return title[: separator.start()].strip()
    if last is not None and _is_site(title[last.end() :], names) and last.start() > 8:
        return title[: last.start()].strip()
    return title


def _is_site(part: str, names: frozenset[str], *, is_exact: bool = False) -> bool:
    """Is `part` the site's name or, unless `is_exact`, something that begins with it, such as the name of a section?"""
    if len(part) > _LONGEST_NAME or not (known := comparable(part)):
        return False
    if _DOMAIN.fullmatch(part):
        return True
    squeezed = known.replace(" ", "")
    for name in names:
        other = name.replace(" ", "")
        if squeezed == other or (not is_exact and len(name) > 4 and squeezed.startswith(other)):
            return True
    return False
