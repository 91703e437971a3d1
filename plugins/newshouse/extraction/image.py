"""The lead image: its address, caption and credit."""

import re
from dataclasses import dataclass

from lxml import etree

from newshouse.extraction import hints
from newshouse.extraction.facts import Facts
from newshouse.extraction.metadata import absolute
from newshouse.extraction.patterns import pattern
from newshouse.extraction.structured import listed
from newshouse.extraction.text import folded, readable
from newshouse.extraction.tree import text_of

_CREDIT_AT_END = pattern(
    r"""
    [\s(\[|–—-]*(?:(?:photo|image|picture|foto|credit|photograph|copyright|bild|crédit|crédito|source|quelle|fuente|©
    |\(c\))s?(?:\s*(?:credit|by|courtesy(?: of)?|de|von))?\s*[:：/©]\s*|©\s*|(?:photo|photograph|image|foto|picture) (?:by
    |courtesy of|courtesy|via|von|de|di)\s+)(?P<credit>[^:：]{2,100}?)[)\]]?\s*$
    """
)
_MAX_CAPTION = 1_000
_NO_LEAD = re.compile(r"logo|default|placeholder|blank\.|avatar|sprite|favicon|1x1|pixel", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadImage:
    """What is known of the lead image; `origin` says where its address was read."""

    url: str | None = None
    caption: str | None = None
    credit: str | None = None
    origin: str = ""


def lead_image(facts: Facts) -> LeadImage:
    """The image that the page declares, with the caption and credit of the first captioned figure."""
    url, origin = _address(facts)
    caption, credit = _declared_caption(facts)
    shown_caption, shown_credit = _shown_caption(facts)
    return LeadImage(url=url, caption=shown_caption or caption, credit=shown_credit or credit, origin=origin)


def _address(facts: Facts) -> tuple[str | None, str]:
    candidates = [("opengraph", value) for value in facts.meta.all("og:image", "og:image:url", "og:image:secure_url")]
    candidates += [("json-ld", _image_url(facts, value)) for value in listed(facts.article.get("image"))]
    candidates += [
        ("meta", value)
        for value in facts.meta.all("twitter:image", "twitter:image:src", "parsely-image-url", "sailthru.image.full", "thumbnail")
    ]
    candidates += [("microdata", value) for value in facts.meta.items.get("image", ())]
    urls = [(origin, url) for origin, value in candidates if (url := absolute(value, facts.page.url, facts.meta.base_href))]
    for origin, url in urls:
        if not _NO_LEAD.search(url):
            return url, origin
    return (urls[0][1], urls[0][0]) if urls else (None, "")


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
            credit = readable(node.get("creditText")) or None
            if caption or credit:
                return caption, credit
    return None, None


def _shown_caption(facts: Facts) -> tuple[str | None, str | None]:
    """Caption and credit of the first element that is marked as a caption and has a text of its size."""
    for node in facts.blocks.nodes:
        if node.hint & hints.CAPTION and 3 < node.size <= _MAX_CAPTION:
            text = _joined(node.element)
            if text:
                return _split_credit(node.element, text)
    return _beside_image(facts)


def _beside_image(facts: Facts) -> tuple[str | None, str | None]:
    """Caption and credit as inline elements beside an image, as pages without figures set them."""
    for element in facts.root.iter("span", "em", "i", "small", "font"):
        if element.get("class") and hints.hints_of(element, "") & hints.CAPTION:
            text, box = _joined(element), element.getparent()
            if text and len(text) <= _MAX_CAPTION and box is not None and next(box.iter("img"), None) is not None:
                credits = (_joined(other) for other in box if other is not element and hints.hints_of(other, "") & hints.CREDIT)
                credit = _CREDIT_LABEL.sub("", next(credits, "")).strip(" ()[]")
                return (text, credit) if credit else _split_credit(element, text)
    return None, None


def _split_credit(element: etree._Element, text: str) -> tuple[str | None, str | None]:
    for inner in element.iter("span", "div", "p", "small", "cite", "em", "i", "a"):
        if inner is not element and hints.hints_of(inner, "") & hints.CREDIT:
            credit = _joined(inner)
            if credit and credit in text:
                caption = folded(text.replace(credit, " ", 1))
                return caption or None, _CREDIT_LABEL.sub("", credit) or None
    match = _CREDIT_AT_END.search(text)
    if match:
        return text[: match.start()].strip() or None, match["credit"].strip()
    return text, None


_CREDIT_LABEL = pattern(
    r"""
    ^\W*(?:(?:photo(?:graph(?:er|y)?)?|image|picture|foto|credit|bild|copyright)s?(?: (?:credit|by|courtesy of))?\s*[:：/]\s*|(?:photo
    |photograph|image) by\s+|©\s*)
    """
)


def _joined(element: etree._Element) -> str:
    return text_of(element, " ")
