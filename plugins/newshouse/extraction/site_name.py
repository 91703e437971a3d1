"""What a site calls itself, and titles without it."""

import re

from newshouse.extraction.metadata import Metadata, url_parts
from newshouse.extraction.text import comparable, readable
from newshouse.model import Source

_DOMAIN = re.compile(r"(?:www\.)?[\w-]{3,}\.(?:com|net|org|info|news|tv|eu|(?:co|com|org)\.[a-z]{2}|[a-z]{2})", re.IGNORECASE)
_MARK = re.compile(r"[|–—\-:·•»«/\\~｜_：]")  # in every separator
_SEPARATED = re.compile(r"\s+[|–—\-:·•»«/\\~]+\s+|\s*[|»｜_：]\s*|\s[-–—]\s?|: (?=[A-Z])|(?<=[\u3040-\u9fff\uac00-\ud7af])-+")

_LONGEST_NAME = 60  # letters
_SHORT_HEADLINE = 15  # letters: a word or two, as the names of sites and sections are


def site_names(url: str, meta: Metadata, publisher: object, source: Source | None) -> frozenset[str]:
    """What the site calls itself, as comparable texts, with the words of its host name. `publisher`: of the article, by JSON-LD."""
    host = url_parts(url).hostname or ""
    labels = [label for label in host.split(".") if label not in ("www", "com", "co", "org", "net", "uk", "news", "m", "amp")]
    names = meta.all("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "twitter:site")
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


def is_site_name(line: str, names: frozenset[str]) -> bool:
    """Is `line` nothing but what the site calls itself, whatever its spaces?"""
    known = comparable(line)
    return known in names or known.replace(" ", "") in names


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
