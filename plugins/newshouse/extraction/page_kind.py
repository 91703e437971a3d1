"""Why a page is no article: walls, challenges, missing pages, lists and shells, told apart before anything is loaded.

A page that says of itself that it is an article (JSON-LD, OpenGraph), or that holds a text of some length, must give strong evidence to
be refused; a short page without any such mark is judged by its names (page_words.py), its types and its shape. Lists are judged in
listings.py; a teaser before a paywall is an article, see paywall.py.
"""

import re
from dataclasses import dataclass

from newshouse.errors import Rejected
from newshouse.extraction import page_words as words
from newshouse.extraction.body import Body
from newshouse.extraction.facts import Facts
from newshouse.extraction.listings import LIST_TYPES, declares_article, list_of, template_of
from newshouse.extraction.metadata import url_parts
from newshouse.extraction.patterns import Phrases, names, pattern
from newshouse.extraction.structured import type_names
from newshouse.extraction.text import comparable, shortened
from newshouse.extraction.tree import text_of
from newshouse.model import Reason

_OTHER_TYPES = frozenset(
    names(
        """
        Product ProductGroup JobPosting RealEstateListing Event LocalBusiness Restaurant Hotel Course SoftwareApplication Vehicle Car Offer
        AboutPage ContactPage CheckoutPage Person
        """
    )
)
_SURELY_OTHER = frozenset(("JobPosting", "RealEstateListing"))
_MEDIA_TYPES = frozenset(("VideoObject", "ImageGallery", "MediaGallery", "AudioObject", "PodcastEpisode"))
_MEDIA_PATH = pattern(
    r"""
    /(?:videos?|watch|galler(?:y|ies)|galerien?|fotos?|photos?|fotostrecken?|bildstrecken?|podcasts?|audio|mediathek)/
    """
)
_PARTS = re.compile(r"\s+[|–—·•»:-]\s+|\s*[|»]\s*")
_EDGES = " \t.!?…:;,'\"“”„«»#*-–—¡¿✨🙂☹"

_QUOTED = re.compile(r"[“„«\"][^“”„«»\"]{1,80}[”“»\"]")  # what a page quotes it does not say of itself
_SHORT_BODY = 400  # letters: below it a page may well be something else
_STUB_BODY = 1_200  # letters: a wall's own text is seldom longer
_LONG_BODY = 3_000  # letters: more than any page that is nothing but its name
_LINE = 150  # letters: next to nothing
_NO_BODY = 250  # letters: one line below a video or in a shell
_SHORT_PAGE = 1_500  # letters of everything that a reader sees
_SITE_NAME = 40  # letters of a title's part beside the name of the page


@dataclass(frozen=True, slots=True, kw_only=True)
class Impression:
    """What the page looks like before one reads its text."""

    names: tuple[str, ...]  # the headline, the title and the first h1, each also without the site's name
    headline: tuple[str, ...]  # the same of the headline alone
    text: str  # of the body
    size: int  # of the body, in letters
    visible: str  # the first few thousand letters that a reader sees
    types: frozenset[str]  # schema.org types of the page's JSON-LD
    is_article: bool  # as the page declares


def reject_no_article(facts: Facts, headline: str, body: Body | None) -> None:
    """Raise Rejected with the reason if the page is no article. A page with a headline and a text of some length passes."""
    size = body.size if body else 0
    template = template_of(facts)
    is_article = declares_article(facts, headline) and template is None
    if not (is_article and size >= _STUB_BODY):
        seen = _impression(facts, headline, body, is_article=is_article)
        if template is not None and size < _LONG_BODY:
            raise Rejected(template, "the page's template is not that of an article")
        _reject_walls(facts, seen)
        _reject_others(facts, seen)
        _reject_lists(facts, seen, headline, body)
    if not body or not body.text:
        raise Rejected(_reason_for_nothing(facts), "no text in the page")
    if not headline:
        raise Rejected(Reason.NO_HEADLINE, "neither heading nor title")


def _impression(facts: Facts, headline: str, body: Body | None, *, is_article: bool) -> Impression:
    h1 = next(iter(facts.tagged["h1"]), None)
    whole = {headline, facts.meta.title, text_of(h1) if h1 is not None else ""}
    called = [name for title in sorted(whole) if len(title) <= 200 for name in _named(title)]
    return Impression(
        names=tuple(dict.fromkeys(name for name in called if name)),
        headline=tuple(_named(headline or facts.meta.title)),
        text=body.text if body else "",
        size=body.size if body else 0,
        visible=_visible(facts),
        types=frozenset(name for node in facts.data.nodes for name in type_names(node)),
        is_article=is_article,
    )


def _named(title: str) -> list[str]:
    """The whole title, and the part of it beside which only a short name of the site stands."""
    parts = _PARTS.split(title)
    found = [title.strip(_EDGES)]
    for place in (0, -1) if len(parts) > 1 else ():
        others = parts[1:] if place == 0 else parts[:-1]
        if all(len(other) <= _SITE_NAME for other in others):
            found.append(parts[place].strip(_EDGES))
    return found


def _is_named(own: tuple[str, ...], table: Phrases) -> bool:
    return any(table.fullmatch(name) for name in own)


def _reject_walls(facts: Facts, seen: Impression) -> None:
    """Raise Rejected where something stands in place of the page: a guard, a question of consent, a login, an error."""
    little = len(seen.visible) < _SHORT_PAGE
    says = f"{shortened(' | '.join(seen.names), 100)}: {shortened(seen.text, 100)}"
    if seen.size < _SHORT_BODY and little and not seen.is_article and any(mark in facts.page.content for mark in words.CHALLENGE_MARKS):
        raise Rejected(Reason.BOT_CHALLENGE, says)
    for phrases, reason in ((words.CONSENT_PHRASES, Reason.CONSENT_WALL), (words.PAYWALL_PHRASES, Reason.LOGIN_WALL)):
        if _mostly(seen, phrases) and not (reason is Reason.CONSENT_WALL and _is_report(seen)):
            raise Rejected(reason, says)
    if seen.is_article:
        return
    is_stub = seen.size < _STUB_BODY
    if is_stub and (_is_named(seen.names, words.CHALLENGE_NAMES) or (little and words.CHALLENGE_PHRASES.search(seen.visible))):
        raise Rejected(Reason.BOT_CHALLENGE, says)
    if is_stub and _is_named(seen.names, words.CONSENT_NAMES):
        raise Rejected(Reason.CONSENT_WALL, says)
    if seen.size < _LONG_BODY and _is_named(seen.names, words.MISSING_NAMES):
        raise Rejected(Reason.SOFT_404, says)
    if (seen.size < _LONG_BODY and any(_is_all(words.MISSING_PHRASES, name) for name in seen.names)) or (
        seen.size < _SHORT_BODY and words.MISSING_PHRASES.search(_QUOTED.sub("", seen.text if seen.size > _LINE else seen.visible)[:600])
    ):
        raise Rejected(Reason.SOFT_404, says)
    if seen.size < _SHORT_BODY and (_is_named(seen.names, words.LOGIN_NAMES) or (little and seen.size < _LINE and _asks_password(facts))):
        raise Rejected(Reason.LOGIN_WALL, says)


def _is_report(seen: Impression) -> bool:
    """Does the text tell of what its headline says, which does not speak as a wall does: a report about cookies?"""
    if any(words.CONSENT_PHRASES.search(name) for name in seen.headline) or _is_named(seen.names, words.CONSENT_NAMES):
        return False
    text = seen.text.casefold()
    told = [word for word in comparable(seen.headline[0]).split() if len(word) > 3] if seen.headline else []
    found = sum(word in text for word in told)
    return found >= 2 and found >= 0.5 * len(told)


def _is_all(phrases: Phrases, name: str) -> bool:
    """Does a name say hardly anything but the phrase?"""
    return phrases.share(name) > 0.6


def _mostly(seen: Impression, phrases: Phrases) -> bool:
    """Do paragraphs with such phrases make up most of a short body?"""
    if seen.size >= _LONG_BODY or (not seen.text and len(seen.visible) > _SHORT_PAGE):
        return False
    lines = sorted((seen.text or seen.visible).split("\n"), key=len, reverse=True)
    left = sum(map(len, lines))
    needed = (0.6 if seen.is_article else 0.4) * left
    marked = 0
    for line in lines:  # long ones first, since most pages are told from a wall when half of their text is read
        if marked + left <= needed:
            return False
        left -= len(line)
        if len(line) < _STUB_BODY and phrases.search(line):
            marked += len(line)
    return marked > needed


def _asks_password(facts: Facts) -> bool:
    return any((element.get("type") or "").lower() == "password" for element in facts.tagged["input"])


def _reject_others(facts: Facts, seen: Impression) -> None:
    """Raise Rejected for pages of the house, for goods and jobs, for media without text."""
    path = url_parts(facts.page.url).path
    says = f"{shortened(' | '.join(seen.names), 100)} {', '.join(sorted(seen.types & (_OTHER_TYPES | _MEDIA_TYPES)))}".strip()
    kind = (facts.meta.first("og:type") or ("", ""))[0].lower()
    if not seen.is_article:
        if _is_named(seen.headline, words.HOUSE_NAMES):
            raise Rejected(Reason.NOT_NEWS, says)
        if kind.startswith("product") or seen.types & _SURELY_OTHER or (seen.types & _OTHER_TYPES and seen.size < _STUB_BODY):
            raise Rejected(Reason.NOT_NEWS, says)
    is_media = bool(seen.types & _MEDIA_TYPES) or kind.startswith(("video", "music")) or _MEDIA_PATH.search(path) is not None
    if is_media and seen.size < (_NO_BODY // 2 if seen.is_article else _NO_BODY) and _has_player(facts, seen):
        raise Rejected(Reason.MEDIA_ONLY, says)
    if seen.size < _NO_BODY and seen.text and not seen.is_article and words.JAVASCRIPT_PHRASES.search(seen.text):
        raise Rejected(Reason.NEEDS_JAVASCRIPT, shortened(seen.text, 120))


def _has_player(facts: Facts, seen: Impression) -> bool:
    if seen.types & _MEDIA_TYPES:
        return True
    return next(facts.root.iter("video", "audio", "iframe", "object", "embed", "figure", "img"), None) is not None


def _reject_lists(facts: Facts, seen: Impression, headline: str, body: Body | None) -> None:
    if seen.is_article:
        return
    if _is_named(seen.headline, words.LIST_NAMES) and seen.size < _LONG_BODY:
        raise Rejected(Reason.LISTING, shortened(" | ".join(seen.names), 120))
    why = list_of(facts, headline, body, seen.types & LIST_TYPES)
    if why:
        raise Rejected(Reason.LISTING, why)


def _reason_for_nothing(facts: Facts) -> Reason:
    shell = " ".join(text_of(element) for element in facts.root.iter("noscript"))[:5_000]
    scripts = len(facts.tagged["script"])
    visible = _visible(facts)
    if words.JAVASCRIPT_PHRASES.search(shell) or words.JAVASCRIPT_PHRASES.search(visible):
        return Reason.NEEDS_JAVASCRIPT
    if any(True for _ in facts.root.iter("video", "audio")):
        return Reason.MEDIA_ONLY
    links = sum(block.link_size for block in facts.blocks.blocks)
    total = sum(block.size for block in facts.blocks.blocks)
    if total > 500 and links > 0.6 * total:
        return Reason.LISTING
    is_shell = scripts > 2 or (scripts and _has_application(facts))
    return Reason.NEEDS_JAVASCRIPT if is_shell and len(visible) < 200 else Reason.NO_BODY


def _has_application(facts: Facts) -> bool:
    """Is there an empty element that a script is to fill?"""
    return any("-" in str(element.tag) or (element.get("id") or "") in _APPLICATIONS for element in facts.root.iter() if len(element) == 0)


_APPLICATIONS = frozenset(("root", "app", "__next", "__nuxt", "main", "react-root", "application", "___gatsby", "svelte"))


def _visible(facts: Facts) -> str:
    """The first few thousand letters a reader sees."""
    found, size = [], 0
    for block in facts.blocks.blocks:
        found.append(block.text)
        size += block.size
        if size > 4_000:
            break
    return "\n".join(found)[:8_000]
