"""Why a page is no article: walls, challenges, missing pages, lists and shells, told apart before anything is loaded."""

from itertools import pairwise

from newshouse.errors import Rejected
from newshouse.extraction.blocks import Block, Blocks
from newshouse.extraction.body import Body
from newshouse.extraction.facts import Facts
from newshouse.extraction.metadata import url_parts
from newshouse.extraction.patterns import pattern
from newshouse.extraction.structured import type_names
from newshouse.extraction.tree import text_of
from newshouse.model import Reason

_CHALLENGE = pattern(
    r"""
    just a moment|attention required|checking (?:your|if the site) (?:browser|connection)
    |verify(?:ing)? (?:that )?you are (?:a )?human|are you a (?:robot|human)|pardon our interruption
    |access (?:to this page has been )?denied|please verify you|ddos protection|unusual traffic
    |enable javascript and cookies to continue|security check|bot (?:verification|detection)|captcha|request blocked
    |incapsula|you have been blocked
    """
)
_MISSING = pattern(
    r"""
    \b404\b|page (?:not|cannot be|can't be|could not be) found|not found|(?:page|article|story
    |content) (?:is )?(?:no longer (?:available|exists)|unavailable|does(?:n't| not) exist|has (?:been )?(?:expired
    |removed|moved|deleted))|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada
    |pagina non trovata|pagina niet gevonden|sidan (?:kunde inte hittas|finns inte)|nie znaleziono|страница не найдена
    |ページが見つかりません|页面不存在|sorry, (?:we|this|the page)|oops
    """
)
_CONSENT = pattern(
    r"""
    (?:before you continue|your privacy|we value your privacy|we (?:and our partners )?(?:use|store).{0,60}cookies
    |privacy (?:choices|settings|center)|cookie (?:consent|settings|policy|wall)|datenschutz|einwilligung
    |mit werbung weiterlesen|consent|accept (?:all )?cookies|zustimm|consentement|aceptar (?:las )?cookies)
    """
)
_LOGIN = pattern(
    r"""
    \b(?:log ?in|sign ?in|subscribe|register|create an account|anmelden|einloggen|iniciar sesión|se connecter|logga in)\b
    """
)
_JAVASCRIPT = pattern(
    r"""
    (?:enable|requires?|turn on|activate|aktivieren|activer|active|need) (?:sie )?(?:bitte )?java ?script|javascript (?:is
    |must be|ist) (?:disabled|required|enabled|deaktiviert)|without javascript
    """
)
_LIST_TYPES = frozenset(("CollectionPage", "SearchResultsPage", "ProfilePage", "ItemList"))
_OTHER_TYPES = frozenset(("Product", "JobPosting", "RealEstateListing", "Event", "LocalBusiness", "Recipe"))
_MEDIA_TYPES = frozenset(("VideoObject", "ImageGallery", "MediaGallery", "AudioObject", "PodcastEpisode"))
_LIST_PATH = pattern(
    r"""
    /(?:tags?|topics?|categor(?:y|ies)|sections?|authors?|search|archives?|page/\d+|themen?|thema|rubrik
    |ressort)(?:/[^/]*){0,2}/?$
    """
)
_SHORT_LINE = 30  # letters
_LINKED_HEADLINE = 15  # letters of a link that may be a headline
_FEWEST_TEASERS = 4
_SHORT_BODY = 400  # letters: below it a page may well be something else
_STUB_BODY = 1_200  # letters: a wall's own text is seldom longer


def reject_no_article(facts: Facts, headline: str, body: Body | None) -> None:
    """Raise Rejected with the reason if the page is no article. A page with a headline and a text of some length passes."""
    size = body.size if body else 0
    head = f"{headline} | {facts.meta.title}"
    text = body.text if body else ""
    _reject_walls(facts, head, text, size)
    _reject_lists(facts, body, text, size)
    if not text:
        raise Rejected(_reason_for_nothing(facts), "no text in the page")
    if not headline:
        raise Rejected(Reason.NO_HEADLINE, "neither heading nor title")


def _reject_walls(facts: Facts, head: str, text: str, size: int) -> None:
    if size > _STUB_BODY:
        return
    everything = _visible(facts)
    if _CHALLENGE.search(head) or (len(everything) < 1_500 and _CHALLENGE.search(everything)):
        raise Rejected(Reason.BOT_CHALLENGE, head[:120])
    if _MISSING.search(head) and not facts.article:
        raise Rejected(Reason.SOFT_404, head[:120])
    if size < _SHORT_BODY and not facts.article and _MISSING.search(everything[:600]):
        raise Rejected(Reason.SOFT_404, everything[:120])
    if _CONSENT.search(head) and not facts.article:
        raise Rejected(Reason.CONSENT_WALL, head[:120])
    if not facts.article and _CONSENT.search(text) and len(everything) < 3_000:
        raise Rejected(Reason.CONSENT_WALL, text[:120])
    if size < _SHORT_BODY and not facts.article and _LOGIN.search(head) and len(head) < 120:
        raise Rejected(Reason.LOGIN_WALL, head[:120])


def _reject_lists(facts: Facts, body: Body | None, text: str, size: int) -> None:
    parts = url_parts(facts.page.url)
    types = {name for node in facts.data.nodes for name in type_names(node)}
    declared = " ".join(facts.meta.all("og:type")).lower()
    is_article = bool(facts.article) or "article" in declared
    if len(parts.path.strip("/")) == 0 and not parts.query and not facts.article:
        raise Rejected(Reason.LISTING, "the front page")
    if not is_article and _LIST_PATH.search(parts.path) and (size < _STUB_BODY or types & _LIST_TYPES):
        raise Rejected(Reason.LISTING, f"an address of lists: {parts.path[:120]}")
    if not is_article and types & _LIST_TYPES and size < _STUB_BODY:
        raise Rejected(Reason.LISTING, ", ".join(sorted(types & _LIST_TYPES)))
    if not is_article and types & _OTHER_TYPES and size < _STUB_BODY:
        raise Rejected(Reason.NOT_NEWS, ", ".join(sorted(types & _OTHER_TYPES)))
    if not is_article and body and _is_row_of_teasers(facts.blocks, body):
        raise Rejected(Reason.LISTING, "paragraphs that each lead to another page")
    if not text and types & _MEDIA_TYPES:
        raise Rejected(Reason.MEDIA_ONLY, ", ".join(sorted(types & _MEDIA_TYPES)))


def _is_row_of_teasers(page: Blocks, body: Body) -> bool:
    """Does a linked headline lead nearly every paragraph, as on a section page without any marks?"""
    paragraphs = [block for block in body.blocks if block.size > _SHORT_LINE]
    if len(paragraphs) < _FEWEST_TEASERS or any(block.size >= _SHORT_BODY for block in paragraphs):
        return False
    before = {id(block): previous for previous, block in pairwise(page.blocks)}
    led = sum(_is_linked_headline(block) or (id(block) in before and _is_linked_headline(before[id(block)])) for block in paragraphs)
    return led > 0.8 * len(paragraphs)


def _is_linked_headline(block: Block) -> bool:
    return block.link_size >= max(_LINKED_HEADLINE, 0.4 * block.size)


def _reason_for_nothing(facts: Facts) -> Reason:
    shell = " ".join(text_of(element) for element in facts.root.iter("noscript"))[:5_000]
    scripts = sum(1 for _ in facts.root.iter("script"))
    visible = _visible(facts)
    if _JAVASCRIPT.search(shell) or _JAVASCRIPT.search(visible) or (scripts > 2 and len(visible) < 200):
        return Reason.NEEDS_JAVASCRIPT
    if any(True for _ in facts.root.iter("video", "audio")):
        return Reason.MEDIA_ONLY
    links = sum(block.link_size for block in facts.blocks.blocks)
    total = sum(block.size for block in facts.blocks.blocks)
    return Reason.LISTING if total > 500 and links > 0.6 * total else Reason.NO_BODY


def _visible(facts: Facts) -> str:
    """The first few thousand letters a reader sees."""
    found, size = [], 0
    for block in facts.blocks.blocks:
        found.append(block.text)
        size += block.size
        if size > 4_000:
            break
    return " ".join(found)
