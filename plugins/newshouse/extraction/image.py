"""The lead image: its address, caption and credit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from newshouse.extraction.body.article_body import Body
from newshouse.extraction.facts import Facts
from newshouse.extraction.page import hints
from newshouse.extraction.page.blocks import Node, bears
from newshouse.extraction.page.metadata import absolute
from newshouse.extraction.page.structured import listed
from newshouse.extraction.patterns import pattern
from newshouse.extraction.text import folded, readable

_CREDIT_AT_END = pattern(
    r"""
    [\s(\[|–—-]*(?:(?:photo|image|picture|foto|fotografía|credit|photograph|copyright|bild|crédit|crédito|source|quelle|fuente|fonte|zdroj
    |фото|ảnh|사진|사진 출처|사진제공|写真|©|[(（](?:c|ｃ)[)）])s?(?:\s*(?:credit|by|courtesy(?: of)?|de|von))?\s*[:：/©=]\s*|©\s*
    |（ｃ）|(?:photo|photograph|image|foto|picture) (?:by|courtesy of|courtesy|via|von|de|di)\s+
    |＝(?=[^＝]{1,12}$))(?P<credit>[^:：]{2,100}?)[)\]]?\s*$
    |[(（](?P<shot>[^()（）]{2,20})撮影[)）]$
    |\s[(\[](?P<agency>(?:ap|afp|reuters|epa|dpa|getty|efe|ansa|lusa|pa|ap photo)\b[^()]{0,60})[)\]]\.?$
    """
)
_CREDIT_LABEL = pattern(
    r"""
    ^\W*(?:(?:photo(?:graph(?:er|y|ie)?)?|image|picture|foto|fotograf(?:ie)?|credit|crédit|bild(?:rechte|quelle)?|copyright|source|quelle|фото
    |zdroj)s?(?: (?:credit|by|courtesy of|source))?\s*[:：/]\s*|(?:photo|photograph|image)s? (?:by|courtesy of)\s+|©\s*|[(（](?:c
    |ｃ)[)）]\s*|copyright\s+)
    """
)
_CREDIT_CLASS = re.compile(
    r"credit|copyright|photograph|fotograf|urheber|\bsource|-source|_source|rights|bildnachweis|photo-?by|image-?author|attribution"
    r"|caption-?(?:author|source|agency)|byline",
    re.IGNORECASE,
)
_NO_CAPTION = pattern(
    r"""
    ^(?:diesen artikel|sie sind|share|teilen|click|tap|open|close|zoom|advertisement|anzeige|photo|image|foto|video|loading|caption|toggle
    |play|watch|enlarge|view (?:image|gallery)|open image|1 of \d+|\d+/\d+)\b.{0,25}$|@\w+\.\w|^sie sind angemeldet|\d\d:\d\d uhr
    """
)
_PICTURE_CAPTION = re.compile(
    r"(?:image|photo|bild|img|picture|media|figure|foto)[-_]{0,2}(?:caption|text|description|legend)", re.IGNORECASE
)
_MAX_CAPTION = 1_000
_MAX_BOX = 1_400  # letters of an element that holds an image and its caption
_ABOVE = 40  # blocks above the headline in which a caption may stand
_BELOW = 3  # blocks after the text in which a caption may stand
_MAX_EVENTS = 2_000  # starts and ends of elements in the box of a caption
_MAX_CAPTIONS = 30  # marked elements that are looked at
_MAX_CREDIT = 120
_LEVELS = 4  # elements around a caption in which its image stands
_IMAGES = ("img", "picture", "amp-img", "video", "source", "svg", "iframe")
_NO_TEXT = frozenset(("script", "style", "noscript", "template", "svg", "button", "template"))
_NO_LEAD = re.compile(r"logo|default|placeholder|blank\.|avatar|sprite|favicon|1x1|pixel", re.IGNORECASE)
_ENDS_A_SENTENCE = (".", "!", "?", "…", "”", '"', "»", ")", "。")


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadImage:
    """What is known of the lead image; `origin` says where its address was read."""

    url: str | None = None
    caption: str | None = None
    credit: str | None = None
    origin: str = ""


def lead_image(facts: Facts, headline: str, body: Body) -> LeadImage:
    """The image that the page declares, with the caption and credit of the first captioned image that it shows with the article."""
    url, origin = _address(facts)
    caption, credit = _declared_caption(facts)
    shown_caption, shown_credit = _shown_caption(facts, headline, body)
    return LeadImage(url=url, caption=shown_caption or caption, credit=shown_credit or credit, origin=origin)


def _address(facts: Facts) -> tuple[str | None, str]:
    candidates = [("opengraph", value) for value in facts.meta.all("og:image", "og:image:url", "og:image:secure_url")]
    candidates += [("json-ld", _image_url(facts, value)) for value in listed(facts.article.get("image"))]
    candidates += [
        ("meta", value)
        for value in facts.meta.all("twitter:image", "twitter:image:src", "parsely-image-url", "sailthru.image.full", "thumbnail")
    ]
    candidates += [("json-ld", _image_url(facts, value)) for value in listed(facts.article.get("thumbnailUrl"))]
    candidates += [("microdata", value) for value in facts.meta.items.get("image", ())]
    doubtful: tuple[str | None, str] = (None, "")
    for origin, value in dict.fromkeys(candidates):
        url = absolute(value, facts.page.url, facts.meta.base_href)
        if url and not _NO_LEAD.search(url):
            return url, origin
        doubtful = (url, origin) if url and doubtful[0] is None else doubtful
    return doubtful


def _image_url(facts: Facts, value: object) -> str:
    node = facts.data.resolved(value)
    if isinstance(node, dict):
        node = next((item for item in listed(node.get("url")) + listed(node.get("contentUrl")) if isinstance(item, str)), "")
    return node if isinstance(node, str) else ""


def _declared_caption(facts: Facts) -> tuple[str | None, str | None]:
    for value in listed(facts.article.get("image")):
        node = facts.data.resolved(value)
        if isinstance(node, dict):
            caption = readable(node.get("caption")) or None
            credit = next((name for key in ("creditText", "author", "creator", "copyrightHolder") if (name := _named(node.get(key)))), None)
            if caption or credit:
                return caption, credit
    return None, None


def _named(value: object) -> str:
    value = next(iter(listed(value)), None)
    return readable(value.get("name") if isinstance(value, dict) else value)


def _shown_caption(facts: Facts, headline: str, body: Body) -> tuple[str | None, str | None]:
    """Caption and credit of the first captioned image from the headline on, else of the first one above it."""
    place = facts.blocks.place_of(headline) or 0
    end = body.blocks[-1].place + _BELOW if body.blocks else len(facts.blocks.blocks)
    near = [node for node in facts.blocks.nodes if 3 < node.size <= _MAX_CAPTION and place - _ABOVE < node.past and node.first <= end]
    captions = (node for node in sorted(near, key=lambda node: node.past <= place) if node.hint & hints.CAPTION)
    for node in islice(captions, _MAX_CAPTIONS):
        box = _box(node)
        if box is None or bears(node, hints.COMMENTS, 6):
            continue
        caption, credit = _split(node.element, box.element)
        if (caption and not _NO_CAPTION.search(caption)) or (credit and not caption):
            return caption, credit
    return _beside_image(_around(facts, body))


def _around(facts: Facts, body: Body) -> etree._Element:
    """The innermost element that holds all of the body; the whole page where the body was not read from it."""
    if not body.blocks:
        return facts.root
    node = body.blocks[0].node
    while node.parent is not None and (node.past <= body.blocks[-1].place or node.size < body.size + _MAX_CAPTION):
        node = node.parent
    return node.element


def _box(node: Node) -> Node | None:
    """The element around a caption that holds its image, too; where a script brings that, the element of a caption that is surely one.

    None where the mark means something else: "legend", "gallery" and the like have many uses.
    """
    around: Node | None = node
    for _ in range(_LEVELS):
        if around is None or around.size > _MAX_BOX or around.tag == "body":
            break
        if next(around.element.iter(*_IMAGES), None) is not None:
            return around
        around = around.parent
    is_sure = node.tag == "figcaption" or _PICTURE_CAPTION.search(node.element.get("class") or "")
    return (node.parent or node) if is_sure else None


def _beside_image(around: etree._Element) -> tuple[str | None, str | None]:
    """Caption and credit as inline elements beside an image, as pages without figures set them."""
    inline = around.iter("span", "em", "i", "small", "font")
    marked = (element for element in inline if (name := element.get("class")) and hints.class_hints(name) & hints.CAPTION)
    for element in islice(marked, _MAX_CAPTIONS):
        box = element.getparent()
        if box is not None and next(box.iter("img"), None) is not None and len("".join(map(str, box.itertext()))) <= 2 * _MAX_BOX:
            caption, credit = _split(element, box)
            if caption and len(caption) <= _MAX_CAPTION:
                return caption, credit
    return None, None


def _split(element: etree._Element, box: etree._Element) -> tuple[str | None, str | None]:
    """The caption in `element` without its credit, and the credit: in it, or beside it in `box`."""
    runs = list(_runs(element))
    credited = [place for place, (owner, text) in enumerate(runs) if _is_credit(owner, text, element)]
    if not credited and len(runs) > 1 and _is_signed(runs):
        credited = [len(runs) - 1]
    caption = folded(" ".join(text for place, (_, text) in enumerate(runs) if place not in credited)).strip(" |/–—[]")
    credit = folded(" ".join(runs[place][1] for place in credited))
    if not credit:
        match = _CREDIT_AT_END.search(caption)
        if match:
            return caption[: match.start()].strip() or None, match["credit"] or match["shot"] or match["agency"]
        others = ((owner, text) for owner, text in _runs(box) if owner is not element and element not in owner.iterancestors())
        credit = next((text for owner, text in others if _is_credit(owner, text, box)), "")
    credit = _CREDIT_LABEL.sub("", credit).strip(" ()[]|")
    return caption or None, credit if 1 < len(credit) <= _MAX_CREDIT else None


def _runs(element: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The runs of text inside `element`, each with the element that holds it."""
    events = etree.iterwalk(element, events=("start", "end"))
    for event, part in islice(events, _MAX_EVENTS):
        if event == "start":
            if part.tag in _NO_TEXT:
                events.skip_subtree()
            elif text := folded(part.text or ""):
                yield part, text
        elif part is not element and (text := folded(part.tail or "")):
            parent = part.getparent()
            if parent is not None:
                yield parent, text


def _is_credit(owner: etree._Element, text: str, within: etree._Element) -> bool:
    """Is a run of text marked as credit by a class between it and `within`, by its label, or as a figure's footer?"""
    if len(text) > _MAX_CREDIT:
        return False
    around: etree._Element | None = owner
    while around is not None and around is not within:
        if around.tag == "footer" or _CREDIT_CLASS.search(f"{around.get('class', '')} {around.get('itemprop', '')}"):
            return True
        around = around.getparent()
    return bool(_CREDIT_LABEL.match(text))


def _is_signed(runs: list[tuple[etree._Element, str]]) -> bool:
    """Does a short last run, in an element of its own beside the others', follow a finished sentence?"""
    (before, sentence), (last, text) = runs[-2:]
    is_beside = last is not before and before not in last.iterancestors() and last.tag != "a"
    return is_beside and len(text) < 60 and sentence.endswith(_ENDS_A_SENTENCE) and not text.endswith((".", "!", "?"))
