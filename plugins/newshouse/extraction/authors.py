"""Who wrote the article: people's names out of bylines, agencies marked as organisations.

"By A and B, C" is three people; "THE HERALD STAFF NOVEMBER 3, 2019" is an organisation and a date; addresses, handles, roles and calls to
follow somebody are none.
"""

import re
from collections.abc import Iterator

from lxml import etree

from newshouse.extraction import hints
from newshouse.extraction.facts import Facts
from newshouse.extraction.months import MONTHS
from newshouse.extraction.patterns import names, pattern
from newshouse.extraction.site_name import site_names
from newshouse.extraction.structured import listed, type_names
from newshouse.extraction.text import comparable, folded, readable
from newshouse.extraction.tree import text_of
from newshouse.model import Author

BY = pattern(
    r"""
    ^\W*(?:(?:this (?:post|article|story) was )?(?:written|authored|posted|published|reported|insights|recipe|story|words
    |text|article|review|analysis|opinion|edited|guest post|report|video|exclusive|interview|column|commentary)\s+)?(?:by
    |from(?=\s+[A-Z])|contributors?\s*:|authors?\s*:|by|von|por|par|di|da|door|av|af|autor(?:in|es|a)?|author|auteur
    |autore|redaktion|redacción|texto?|tekst|skriven av|skrevet av|kirjoittaja|oleh|penulis|reporter|reporters|автор|текст
    |от|од|بقلم|كتب|著者|文|記者|by:|writer|contributor)\b\s*[:：]?\s*(?:de\s)?
    """
)
_SPLIT = re.compile(
    r"\s*(?:[,;|/•·、，+]|\s&\s|\band\b|\bund\b|\by\b|\bet\b|\be\b(?=\s+[A-Z])|\ben\b(?=\s+[A-Z])|\boch\b|\bog\b|\bi\b(?=\s+[A-Z])|\bи\b|\bja\b|\bwith\b|\bvia\b|\bfor\b|\bdan\b|\s[–—-]\s|\bin\b(?=\s+[A-Z]))\s*"
)
_CUT = pattern(
    r"""
    \s*(?:[(\[<].*|\b(?:updated|aktualisiert|actualizado|mis à jour|published
    |posted|last\b|on\b|at\b|created|modified|follow|contact|email|e-mail|is an?\b
    |is the\b|has been|covers|writes|read more|more by|view|see all|\d+ (?:min|hours?|days?|comments?)).*
    |\d{1,2}[:./]\d{2}.*|\d{4}.*|\d{1,2}(?:st|nd|rd|th)?\b.*|@\S+.*|\S+@\S+.*|https?:.*|www\..*)$
    """
)
_ROLE = pattern(
    r"""
    \b(?:staff|editor|editors|reporter|reporters|correspondent|writer|writers|journalist|columnist|contributor
    |contributing|producer|photographer|photography|illustrat\w+|director|manager|founder|ceo|professor|ph\.?d|md|m\.d\.
    |jr\.?|sr\.?|intern|fellow|author|authors|analyst|chief|senior|deputy|bureau|desk|president|attorney|researcher
    |lecturer|freelance\w*|redakteur\w*|redaktion\w*|redacción|redazione|rédaction|redactie|reporterin|korrespondent\w*
    |periodista|redactora?|corresponsal|journaliste|giornalista|toimittaja|dziennikarz|redaktor|newsroom|news service
    |press release|guest|admin|administrator|webmaster|team|special to|for the|breaking news|opinion|politics|sports?
    |business|technology|health|entertainment|lifestyle|the author|minutes?|read)\b
    """
)
_JOB = re.compile(r"\b(?:writer|reporter|correspondent|journalist|columnist|contributor|photographer|producer|fellow)s?$", re.IGNORECASE)
_ORGANIZATION = pattern(
    r"""
    \b(?:staff|team|desk|newsroom|editors?|editorial(?: board)?|news|press|agency|agencies|agence|agencia|agenzia|reuters
    |afp|ap|dpa|ansa|efe|tass|xinhua|bloomberg|pti|ani|ians|upi|apa|sda|epa|kna|lusa|belga|ritzau|ntb|tt|stt|pap|mti
    |redaktion|redacción|redazione|rédaction|redactie|redakcja|redakce|redacția|toimitus|online|media|magazine|times|post
    |tribune|herald|gazette|journal|daily|today|network|channel|radio|tv|television|group|institute|university|foundation
    |association|society|council|ministry|department|office|committee|company|inc\.?|ltd\.?|gmbh|llc|llp|corp(?:oration)?
    |services?|wire|bureau|guardian|express|observer|chronicle|bbc|cnn|npr|nbc|cbs|abc|service)\b
    |^(?:the )?associated press$|редакция|編集部|编辑部|新华社|通信社|通讯社|[.](?:com|org|net|de|fr|uk)$
    """
)
_NO_NAME = pattern(
    r"""
    https?:|www\.|@|^\W*$|^\d|facebook|twitter|instagram|linkedin|^(?:by|von|por|share|follow|admin|administrator|user
    |anonymous|unknown|none|null|undefined|n/?a|author|authors|guest|editor|comments?|photo|image|home|profile|view
    |updated|published|posted|aktualisiert|veröffentlicht|stand|actualizado|publicado|mis à jour|publié|aggiornato|pubblicato
    |read|more|show|hide|save|image|credit|about|advertisement|subscribe|newsletter|email|contact
    |english|news|opinion|sponsored|sports?|latest|print)\b
    """
)
_WEEKDAYS = frozenset(
    names(
        """
        mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch
        donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado
        domingo
        """
    )
)
_LIKE_A_NAME = re.compile(  # capitalised words with particles between them, or a name in another script
    r"^[^\W\d_a-z][\w.'’\-]*(?:\s+(?:[^\W\d_a-z][\w.'’\-]*"
    r"|de|da|di|del|van|von|der|den|la|le|bin|al|el|dos|du|ter|zu)){1,4}$|^[^\x00-\u02ff]{2,30}$"
)
_MAX_NAME = 60
_MAX_AUTHORS = 20
_META = names(
    """
    author parsely-author sailthru.author dc.creator dcterms.creator article:author og:article:author byl byline citation_author
    cxenseparse:author rnews:author article.author article_author authors dc.contributor twitter:data1
    """
)


def authors(facts: Facts, headline: str) -> tuple[tuple[Author, ...], str]:
    """The authors in the page's order and where they were read; an empty tuple where the page names none."""
    fallback: tuple[tuple[Author, ...], str] = ((), "")
    own = site_names(facts)
    for origin, candidates in _candidates(facts, headline):
        unique: dict[str, Author] = {}
        for name, is_organization in candidates:
            for author in names_in(name, is_organization):
                unique.setdefault(comparable(author.name), author)
        if not unique:
            continue
        found = tuple(unique.values())[:_MAX_AUTHORS], origin
        if not all(author.is_organization or name in own for name, author in unique.items()):
            return found
        fallback = fallback if fallback[0] else found
        if origin == "byline":
            break
    return fallback


def _candidates(facts: Facts, headline: str) -> Iterator[tuple[str, list[tuple[str, bool]]]]:
    yield "json-ld", list(_linked(facts))
    yield "microdata", [(value, False) for value in facts.meta.items.get("author", ())]
    yield "meta", [(value, False) for value in _distinct_meta(facts)]
    yield "byline", [(text, False) for text in _rel_author(facts)]
    yield "byline", [(text, False) for text in _near_headline(facts, headline)]
    yield "byline", [(text, False) for text in _marked(facts)]


def _linked(facts: Facts) -> Iterator[tuple[str, bool]]:
    for key in ("author", "creator"):
        for value in listed(facts.article.get(key)):
            node = facts.data.resolved(value)
            if isinstance(node, dict):
                for name in listed(node.get("name")):
                    yield readable(name), "Organization" in type_names(node) or "NewsMediaOrganization" in type_names(node)
            elif isinstance(node, str):
                yield readable(node), False


def _distinct_meta(facts: Facts) -> list[str]:
    for name in _META:
        values = [value for value in facts.meta.all(name) if not value.startswith(("http", "/"))]
        if any(names_in(value) for value in values):
            return values
    return []


def _rel_author(facts: Facts) -> Iterator[str]:
    for element, _ in zip(facts.root.iter("a"), range(400), strict=False):
        if "author" in (element.get("rel") or "").split():
            yield text_of(element)


def _near_headline(facts: Facts, headline: str) -> list[str]:
    """Lines that start with "By" from the headline to ten blocks after it, and one before."""
    blocks, place = facts.blocks.blocks, facts.blocks.place_of(headline)
    if place is None:
        return []
    near = [block.text for block in blocks[max(0, place - 2) : place + 25]]
    return [text for text in near if len(text) < 140 and BY.match(text)][:1]


def _marked(facts: Facts) -> list[str]:
    """Texts of elements whose class or itemprop says author; those inside comments and related boxes are far down and cut off."""
    found: list[str] = []
    for element, _ in zip(
        facts.root.iter("a", "span", "div", "p", "address", "li", "strong", "h4", "h5", "cite", "td"), range(3_000), strict=False
    ):
        if len(element) < 4 and hints.hints_of(element, "") & hints.BYLINE and not hints.hints_of(element, "") & hints.COMMENTS:
            text = _own_text(element)
            if text and (BY.match(text) or any(_LIKE_A_NAME.match(author.name) for author in names_in(text))) and names_in(text):
                found.append(text)
                break
    return found


def _own_text(element: etree._Element) -> str:
    text = text_of(element, " ")
    return text if len(text) < 140 else ""


def names_in(text: str, is_organization: bool = False) -> list[Author]:
    """The names in a byline."""
    text = BY.sub("", folded(text)[:400])
    if text.startswith(("http://", "https://", "www.")):
        return []
    if is_organization:
        return [Author(name=text, is_organization=True)] if text and not _NO_NAME.search(text) and len(text) <= _MAX_NAME else []
    found = []
    for part in _SPLIT.split(text):
        name = _name(part)
        if name:
            found.append(Author(name=name, is_organization=bool(_ORGANIZATION.search(name))))
    return found


def _is_calendar(token: str) -> bool:
    """Is `token` a month or a day of the week? A capitalised month at the end of a byline is the beginning of its date."""
    word = token.strip(".,").lower()
    return (len(word) >= 3 and word in MONTHS) or word in _WEEKDAYS


def _name(part: str) -> str:
    """`part` as a name, or "" where it is none: dates, roles and addresses are cut off."""
    text = BY.sub("", part.strip(" \t.:-–—|•*'\"“”"))
    text = _CUT.sub("", text).strip(" \t.,:;-–—|•*'\"")
    tokens = text.split()
    while tokens and _is_calendar(tokens[-1]):
        tokens.pop()
    text = " ".join(tokens)
    if not 2 <= len(text) <= _MAX_NAME or len(tokens) > 7 or _NO_NAME.search(text):
        return ""
    if _JOB.search(text) or (_ROLE.search(text) and (text[0].islower() or not _ORGANIZATION.search(text))):
        return ""
    return text
