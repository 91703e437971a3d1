"""Why a page is no article: walls, challenges, missing pages, lists and shells, told apart before anything is loaded.

A page that says of itself that it is an article (JSON-LD, OpenGraph), or that holds a text of some length, must give strong evidence to
be refused; a short page without any such mark is judged by its names (page_words.py), its types and its shape. Lists are judged in
listings.py, walls in walls.py; a teaser before a paywall is an article, see paywall.py.
"""

from newshouse.errors import Rejected
from newshouse.extraction.body.article_body import Body
from newshouse.extraction.details import is_accessible_for_free
from newshouse.extraction.facts import Facts
from newshouse.extraction.kinds import page_words as words
from newshouse.extraction.kinds.impression import Impression, impression_of, is_named, visible
from newshouse.extraction.kinds.listings import declares_article, is_led_from_footer, is_news_item, list_of, template_of
from newshouse.extraction.kinds.page_types import LIST_TYPES, OTHER_TYPES, lists_items
from newshouse.extraction.kinds.paywall import IS_WALL
from newshouse.extraction.kinds.signs import is_house_page
from newshouse.extraction.kinds.walls import reject_walls
from newshouse.extraction.page.metadata import url_parts
from newshouse.extraction.page.tree import text_of
from newshouse.extraction.patterns import pattern
from newshouse.extraction.text import shortened
from newshouse.model import Reason

_SURELY_OTHER = frozenset(("JobPosting", "RealEstateListing"))
_THEMES = frozenset(("cookie", "cookies", "legal", "privacy", "terms"))  # what an article may be called too
_MEDIA_TYPES = frozenset(("VideoObject", "ImageGallery", "MediaGallery", "AudioObject", "PodcastEpisode"))
_MEDIA_PATH = pattern(
    r"""
    /(?:videos?|watch|galler(?:y|ies)|galerien?|fotos?|photos?|fotostrecken?|bildstrecken?|podcasts?|audio|mediathek)/
    """
)
_STUB_BODY = 1_200  # letters: a wall's own text is seldom longer
_LONG_BODY = 3_000  # letters: more than any page that is nothing but its name
_NO_BODY = 250  # letters: one line below a video or in a shell
_TABLE = 10  # blocks
_CELL = 25  # letters
_SENTENCE = 80  # letters
_MOST = 0.8
_CAPTIONS = 3  # of pictures, which make a gallery


def reject_no_article(facts: Facts, headline: str, body: Body | None) -> None:
    """Raise Rejected with the reason if the page is no article. A page with a headline and a text of some length passes."""
    size = body.size if body else 0
    template = template_of(facts)
    is_article = declares_article(facts, headline) and template is None
    is_theme = is_article and headline.lower() in _THEMES
    if words.LEGAL_NAMES.fullmatch(headline) and not is_news_item(facts) and not is_theme:
        raise Rejected(Reason.NOT_NEWS, headline)
    is_house = is_house_page(facts) and not is_news_item(facts)  # plug-ins call each page of a site an article
    if is_house or not (is_article and size >= _STUB_BODY):
        seen = impression_of(facts, headline, body, is_article=is_article)
        if template is not None and size < _LONG_BODY:
            raise Rejected(template, "the page's template is not that of an article")
        reject_walls(seen)
        _reject_others(facts, seen, is_house=is_house)
        _reject_lists(facts, seen, headline, body)
    if not body or not body.text:
        raise Rejected(_reason_for_nothing(facts, body), "no text in the page")
    if not headline:
        raise Rejected(Reason.NO_HEADLINE, "neither heading nor title")


def _reject_others(facts: Facts, seen: Impression, *, is_house: bool) -> None:
    """Raise Rejected for pages of the house, for goods and jobs, for media without text."""
    path = url_parts(facts.page.url).path
    says = f"{shortened(' | '.join(seen.names), 100)} {', '.join(sorted(seen.types & OTHER_TYPES))}".strip()
    kind = (facts.meta.first("og:type") or ("", ""))[0].lower()
    if (is_house or not seen.is_article) and _is_other(facts, seen, kind):
        raise Rejected(Reason.NOT_NEWS, says)
    has_media = bool(seen.all_types & _MEDIA_TYPES)
    is_media = has_media or kind.startswith(("video", "music")) or _MEDIA_PATH.search(path) is not None
    if is_media and seen.size < (_NO_BODY // 2 if seen.is_article else _NO_BODY) and (has_media or _has_player(facts)):
        raise Rejected(Reason.MEDIA_ONLY, says)
    if seen.size < _NO_BODY and seen.text and not seen.is_vouched_for and words.JAVASCRIPT_PHRASES.search(seen.text):
        raise Rejected(Reason.NEEDS_JAVASCRIPT, shortened(seen.text, 120))


def _is_other(facts: Facts, seen: Impression, kind: str) -> bool:
    """Is the page, which does not declare to be an article, one of the house, of goods, or of figures?"""
    if is_named(seen.headline, words.LEGAL_NAMES) or (is_named(seen.headline, words.HOUSE_NAMES) and not seen.is_dated):
        return True
    if kind.startswith("product") or seen.types & _SURELY_OTHER:
        return True
    if seen.size < _STUB_BODY and "Event" in seen.types:  # whose own date stands below its name
        return True
    is_stub = seen.size < _STUB_BODY and (bool(seen.types & OTHER_TYPES) or is_led_from_footer(facts, seen.title))
    return (is_stub or _is_table(seen.body)) and not seen.is_dated


def _is_table(body: Body | None) -> bool:
    """Is the text hardly anything but cells with a figure or a name in each?"""
    if body is None or len(body.blocks) < _TABLE or any(block.tag != "td" and block.size >= _SENTENCE for block in body.blocks):
        return False
    return sum(block.tag == "td" and block.size < _CELL for block in body.blocks) > _MOST * len(body.blocks)


def _has_player(facts: Facts) -> bool:
    return next(facts.root.iter("video", "audio", "iframe", "object", "embed", "figure", "img"), None) is not None


def _reject_lists(facts: Facts, seen: Impression, headline: str, body: Body | None) -> None:
    if seen.is_article:
        return
    types = seen.types & LIST_TYPES
    if lists_items(facts) and not seen.is_dated:
        types |= {"ItemList"}
    why = list_of(facts, headline, body, types)
    if why:
        raise Rejected(Reason.LISTING, why)
    if is_named(seen.headline, words.LIST_NAMES) and seen.size < _LONG_BODY and not seen.is_dated:
        raise Rejected(Reason.LISTING, shortened(" | ".join(seen.names), 120))


def _reason_for_nothing(facts: Facts, body: Body | None) -> Reason:
    if body is not None and body.origin == IS_WALL:
        return Reason.LOGIN_WALL
    shell = " ".join(text_of(element) for element in facts.root.iter("noscript"))[:5_000]
    scripts = len(facts.tagged["script"])
    shown = visible(facts)
    if is_accessible_for_free(facts) is False and words.PAYWALL_PHRASES.search(shown):
        return Reason.LOGIN_WALL
    if words.JAVASCRIPT_PHRASES.search(shell) or words.JAVASCRIPT_PHRASES.search(shown):
        return Reason.NEEDS_JAVASCRIPT
    if any(True for _ in facts.root.iter("video", "audio")) or _is_gallery(facts):
        return Reason.MEDIA_ONLY
    links = sum(block.link_size for block in facts.blocks.blocks)
    total = sum(block.size for block in facts.blocks.blocks)
    if total > 500 and links > 0.6 * total:
        return Reason.LISTING
    is_shell = scripts > 2 or (scripts and _has_application(facts))
    return Reason.NEEDS_JAVASCRIPT if is_shell and len(shown) < 200 else Reason.NO_BODY


def _is_gallery(facts: Facts) -> bool:
    """Do several pictures have a word below them, where the page has no other text?"""
    return sum(block.tag == "figcaption" for block in facts.blocks.blocks) >= _CAPTIONS and len(facts.tagged["img"]) >= _CAPTIONS


def _has_application(facts: Facts) -> bool:
    """Is there an empty element that a script is to fill?"""
    return any("-" in str(element.tag) or (element.get("id") or "") in _APPLICATIONS for element in facts.root.iter() if len(element) == 0)


_APPLICATIONS = frozenset(("root", "app", "__next", "__nuxt", "main", "react-root", "application", "___gatsby", "svelte"))
