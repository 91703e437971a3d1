"""The names in one element that is marked as byline."""

import re
from itertools import islice

from lxml import etree

from newshouse.extraction.authors.names import BY, is_agency, is_full_name, is_of_others, names_in
from newshouse.extraction.page import hints
from newshouse.extraction.page.class_names import ClassNames
from newshouse.extraction.page.tree import pieces_of, text_of
from newshouse.extraction.patterns import pattern
from newshouse.model import Author

_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|auteurs?|autor(?:e[ns]?|i)?|autore|redakteure?|staff|profiles?|contributors?|writers?|journalists?|reporters?"
    r"|columnists?|by|byline|bios?|team|producers|experts?)/[^/?#]{3,}/?(?:[?#].*)?$|[?&]_?author=",
    re.IGNORECASE,
)
_names_picture = ClassNames("(?:photo|foto|image|img|picture|bild)s?[-_]*(?:author|autor|auteur|byline)")
_ANY_LABEL = re.compile(r"[^\W\d][^\s\d:：,;|/()]{1,19}\s?[:：]\s?(?=\S)")
_SOURCE = pattern(
    r"""
    (?:source|quelle|fonte|fuente|font|sursa|izvor|извор|источник|джерело|źródło|zdroj|forrás|vir|bron|kilde|källa|kaynak|lähde)\b
    """
)
_OF_OTHERS = pattern(  # who made the pictures, or chose and checked the words
    r"""
    (?:photos?|fotos?|fotó|foto\w*|fotograf\w*|zdjęcia|фото\w*|φωτο\w*|kuvat?|bild(?:er)?|image|images|imágenes|picture|video|vidéo|grafik|graphics?
    |edit\w*|editor\w*|urednik|szerkeszt\w*|redigering|translat\w*|übersetzung|traduc\w*|prevod|překlad|tłumaczenie|перевод|переклад
    |tags?|topics?|themen?|temas?|category|section|kategorie?|published|updated|stand|contact|kontakt)\b
    """
)
_LABELS = {"ca": ("per",), "ro": ("de",), "el": ("του", "της", "των"), "sw": ("na",), "tl": ("ni", "nina"), "fi": ("teksti",), "am": ("በ",)}
_LEVELS = 3  # elements around one in which a figure is looked for
_INLINE = ("a", "span", "strong", "b", "em", "i", "address", "cite", "small", "button")
_MAX_INLINE = 400  # elements of a byline
_MAX_NAMED = 40  # of them that are looked into
_LONGEST_PIECE = 1_000  # letters of what may hold names
MAX_LINE = 200  # letters of a byline
_MAX_ACCOUNT = 30  # letters of a name that an account may have


def names_of(element: etree._Element) -> list[Author]:
    """The names in an element that is marked as byline: in its text as a whole, or in those of its parts that are marked alike."""
    language = (element.getroottree().getroot().get("lang") or "")[:2].lower()
    is_list = language not in ("", "en")  # in English an "and" stands between two authors
    pieces = [(key, _without_label(text, language)) for key, text in pieces_of(element) if len(text) <= _LONGEST_PIECE]
    whole = _without_label(" ".join(text for _, text in pieces)[:_LONGEST_PIECE], language)
    if len(whole) > MAX_LINE and not BY.match(whole):
        whole = ""
    in_pieces: list[Author] = []
    kind = None
    for place, (key, text) in enumerate(pieces):
        if not key or kind not in (None, key) or (place and is_of_others(pieces[place - 1][1])):
            continue
        named = names_in(text, is_shown=True, is_list=is_list)
        if named and kind is None:
            kind = key
        in_pieces += named
    in_whole = names_in(whole, is_shown=True, is_list=is_list)
    wanted = {author.name for author in in_pieces}
    return in_whole if wanted <= {author.name for author in in_whole} else in_pieces


def _without_label(text: str, language: str) -> str:
    """`text` without the word before its names: one with a colon, or one that is a label in the page's language only."""
    label = _ANY_LABEL.match(text)
    if label is not None:
        rest = text[label.end() :]
        named = [] if BY.match(text) or _OF_OTHERS.match(text) else names_in(rest, is_shown=True)
        is_all = bool(named) and all(is_full_name(author.name) or is_agency(author.name) for author in named)
        is_told = is_all and rest.startswith(named[0].name) and (not _SOURCE.match(text) or is_agency(named[0].name))
        return rest if is_told else text
    words = _LABELS.get(language, ())
    first, _, rest = text.partition(" ")
    return rest if first.lower() in words and first[:1].isupper() and len(rest.split()) > 1 and is_full_name(rest) else text


def names_inside(element: etree._Element) -> list[Author]:
    """The names in inline elements that are marked as byline or lead to an author's page."""
    found: list[Author] = []
    inline = islice(element.iter(*_INLINE), _MAX_INLINE)
    named = (inner for inner in inline if _is_marked(inner) or (inner.tag == "a" and is_author_link(inner)))
    for inner in islice(named, _MAX_NAMED):
        is_short = inner.tag == "a" and "author" in (inner.get("rel") or "") and len(text_of(inner)) < _MAX_ACCOUNT
        found += names_in(text_of(inner)) if is_short else names_of(inner)
    return found


def _is_marked(element: etree._Element) -> bool:
    """Is `element` marked as byline, and not as that of a picture?"""
    if not hints.hints_of(element, "") & hints.BYLINE or is_picture_credit(element):
        return False
    around = islice(element.iterancestors(), _LEVELS)
    return not any(above.tag in ("figure", "figcaption") for above in around)


def is_picture_credit(element: etree._Element) -> bool:
    """Does the class tell of the author of a picture: "photo-author"? An "author-photo" is the portrait beside a name."""
    return _names_picture(element.get("class"))


def is_author_link(element: etree._Element) -> bool:
    return "author" in (element.get("rel") or "").split() or bool(_AUTHOR_PAGE.search(element.get("href") or ""))
