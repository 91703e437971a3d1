"""What the page says of itself in `<meta>`, `<link>` and `<title>`, and in microdata."""

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import islice
from urllib.parse import SplitResult, urljoin, urlsplit

from lxml import etree

from newshouse.extraction.page.tree import text_of
from newshouse.extraction.text import folded, readable

_MAX_TAGS = 2_000
_MAX_INNER = 500  # elements or texts inside one
_LONGEST_VALUE = 300  # letters
_MAX_ASKED = 50  # elements of one microdata property
_MAX_VALUES = 10  # of one microdata property
_WEB = ("http", "https")
_LONGEST_TITLE = 2_000  # letters
_WITH_ITEMPROP: Callable[[etree._Element], list[etree._Element]] = etree.XPath("//@itemprop/..")  # type: ignore[assignment]


class Metadata:
    """Names (lower case) to values in the order of the page, first one first. Empty values are left out."""

    def __init__(self, root: etree._Element, tagged: Mapping[str, list[etree._Element]]) -> None:
        self.meta: dict[str, list[str]] = {}
        self.items: dict[str, list[str]] = {}
        self.elements: list[etree._Element] = []  # those with an itemprop, in the order of the page
        self.canonical_href = ""
        self.title = ""
        self.base_href = ""
        self._read_meta(tagged["meta"])
        self._read_head(tagged)
        self._read_items(root)

    def _read_meta(self, elements: list[etree._Element]) -> None:
        for element in elements[:_MAX_TAGS]:
            content = element.get("content")
            if not content:
                continue
            for attribute in ("property", "name", "http-equiv"):
                name = element.get(attribute)
                if name:
                    self.meta.setdefault(name.lower(), []).append(content)

    def _read_head(self, tagged: Mapping[str, list[etree._Element]]) -> None:
        self.title = next((title for element in tagged["title"] if (title := folded((element.text or "")[:_LONGEST_TITLE]))), "")
        self.base_href = next((href for element in tagged["base"] if (href := element.get("href"))), "")
        canonical = (element.get("href") for element in tagged["link"] if element.get("rel") == "canonical")
        self.canonical_href = next((href for href in canonical if href), "")

    def _read_items(self, root: etree._Element) -> None:
        self.elements = _WITH_ITEMPROP(root)[:_MAX_TAGS]
        asked: Counter[str] = Counter()
        for element in self.elements:
            if element.tag == "meta" and "property" in element.attrib:
                continue
            for name in element.get("itemprop", "").lower().split():
                if name in _ITEMS and asked[name] < _MAX_ASKED and len(self.items.get(name, ())) < _MAX_VALUES:
                    asked[name] += 1
                    values = self.items.setdefault(name, [])
                    if value := item_value(element):
                        values.append(value)

    def first(self, *names: str) -> tuple[str, str] | None:
        """The first value among the `<meta>` names, in the order of the names, and the name it has."""
        for name in names:
            for content in self.meta.get(name, ()):
                value = readable(content)
                if value:
                    return value, name
        return None

    def all(self, *names: str) -> list[str]:
        return [value for name in names for content in self.meta.get(name, ()) if (value := readable(content))]

    def item(self, name: str) -> str:
        values = self.items.get(name)
        return values[0] if values else ""


_ITEMS = frozenset(
    (
        "datepublished",
        "datemodified",
        "datecreated",
        "headline",
        "author",
        "articlesection",
        "keywords",
        "image",
        "isaccessibleforfree",
        "creator",
    )
)


def item_value(element: etree._Element) -> str:
    """The value of a microdata property: HTML standard, "Values"; the author's is the name inside it."""
    for attribute in ("content", "datetime"):
        value = element.get(attribute)
        if value:
            return folded(value)
    if element.get("itemscope") is not None:
        for inner in islice(element.iter(), _MAX_INNER):
            if inner is not element and inner.get("itemprop") == "name":
                return folded(inner.get("content") or "") or text_of(inner)
    if element.tag in ("img", "a", "link"):
        address = element.get("src") or element.get("href")
        if address and element.tag != "a":
            return folded(address)
    return folded("".join(map(str, islice(element.itertext(), _MAX_INNER))))[:_LONGEST_VALUE]


def url_parts(url: str) -> SplitResult:
    """The parts of `url`; all are empty where it is none."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", "", "", "")


def site_of(host: str | None) -> str:
    """About the registrable domain: enough to tell a site's own mobile host from another site."""
    labels = (host or "").lower().split(".")
    is_second_level = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return ".".join(labels[-3:] if is_second_level else labels[-2:])


def absolute(address: str, page_url: str, base_href: str = "") -> str | None:
    """`address` as an absolute http(s) URL, or None where it is none."""
    address = address.strip()
    if not address or len(address) > 2_000 or address.startswith(("data:", "javascript:", "#")):
        return None
    try:
        parts = urlsplit(address)
        if parts.scheme not in _WEB or not parts.netloc:
            parts = urlsplit(urljoin(urljoin(page_url, base_href) if base_href else page_url, address))
        return parts.geturl() if parts.scheme in _WEB and parts.hostname else None
    except ValueError:
        return None
