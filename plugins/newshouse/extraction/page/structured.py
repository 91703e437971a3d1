"""What the page says of itself to machines as JSON-LD: the schema.org node that describes this article.

Publishers' JSON is often slightly broken (comments, raw line feeds, trailing commas); what can be mended is mended, the rest is passed
over, since the same facts stand elsewhere on the page.
"""

import json
import re
from collections.abc import Iterable, Iterator

from lxml import etree

from newshouse.extraction.text import comparable, readable

Node = dict[str, object]

_MAX_JSON = 2_000_000  # letters in one script
_MAX_NODES = 2_000  # dictionaries looked at on one page
_ARTICLE_TYPE = re.compile(r"(?:Article|BlogPosting|Blog[Pp]ost|Report|Review|Recipe|Posting|Opinion\w*|Analysis)$")
_WRAPPING = re.compile(r"^\s*(?://\s*)?(?:<!--|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?://\s*)?(?:-->|\]\]>|/\*\s*\]\]>\s*\*/)\s*;?\s*$")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_BAD_ESCAPE = re.compile(r'\\(?![\\"/bfnrtu])')


class LinkedData:
    """The JSON-LD of one page: `article` is the node of the page's own article, or None."""

    def __init__(self, scripts: Iterable[etree._Element]) -> None:
        self.nodes: list[Node] = []
        self.own: list[Node] = []  # those that stand for the page: at the top, in a graph, or the main entity of one that does
        self.main: list[Node] = []  # the main entities among them
        self.by_id: dict[str, Node] = {}
        for script in scripts:
            if "ld+json" in (script.get("type") or "").lower():
                self._read(script.text or "")

    def _read(self, text: str) -> None:
        loaded = _loaded(text)
        for node, is_main in _subjects(loaded):
            self.own.append(node)
            if is_main:
                self.main.append(node)
        for node in _dictionaries(loaded):
            if len(self.nodes) >= _MAX_NODES:
                return
            self.nodes.append(node)
            name = node.get("@id")
            if isinstance(name, str) and len(node) > 1:
                self.by_id.setdefault(name, node)

    def article(self, headlines: list[str]) -> Node | None:
        """The article node that shares its headline with the page, else the first that is no mere reference."""
        wanted = {comparable(headline) for headline in headlines if headline}
        candidates = [node for node in self.nodes if _is_article(node)]
        for node in candidates:
            if comparable(readable(node.get("headline") or node.get("name"))) in wanted:
                return node
        full = [node for node in candidates if "datePublished" in node or "articleBody" in node or "author" in node]
        return next(iter(full or candidates), None)

    def resolved(self, value: object) -> object:
        """`value`, or the node it refers to by `@id`."""
        if isinstance(value, dict) and len(value) <= 2 and isinstance(value.get("@id"), str):
            return self.by_id.get(value["@id"], value)
        return value

    def has_type(self, *types: str) -> bool:
        return any(name in types for node in self.nodes for name in type_names(node))


def type_names(node: Node) -> list[str]:
    """The schema.org types of a node, without their address."""
    value = node.get("@type")
    names = value if isinstance(value, list) else [value]
    return [name.rpartition("/")[2] for name in names if isinstance(name, str)]


def listed(value: object) -> list[object]:
    """A JSON-LD value as the list that the standard allows it to be."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]


def _is_article(node: Node) -> bool:
    return any(_ARTICLE_TYPE.search(name) for name in type_names(node))


def _loaded(text: str) -> object:
    if not text or len(text) > _MAX_JSON:
        return None
    for repair in (_as_it_is, _mended):
        try:
            return json.loads(repair(text), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _as_it_is(text: str) -> str:
    return text.strip()


def _mended(text: str) -> str:
    text = _WRAPPING.sub("", _WRAPPING.sub("", text)).strip().rstrip(";")
    return _TRAILING_COMMA.sub("", _BAD_ESCAPE.sub(r"\\\\", text))


def _subjects(value: object) -> Iterator[tuple[Node, bool]]:
    """The dictionaries in `value` that tell of the page and not of its author, its publisher or its navigation; and if by `mainEntity`."""
    waiting = [(value, False)]
    looked = 0
    while waiting and looked < _MAX_NODES:
        current, is_main = waiting.pop()
        looked += 1
        if isinstance(current, list):
            waiting.extend((inner, is_main) for inner in reversed(current[:_MAX_NODES]))
        elif isinstance(current, dict):
            if "@type" in current:
                yield current, is_main
            waiting.extend((current[name], name == "mainEntity") for name in ("mainEntity", "@graph") if name in current)


def _dictionaries(value: object) -> Iterator[Node]:
    """Every dictionary in `value`, outer before inner, without recursion."""
    waiting = [value]
    while waiting:
        current = waiting.pop()
        if isinstance(current, dict):
            yield current
            waiting.extend(reversed([inner for inner in current.values() if isinstance(inner, dict | list)]))
        elif isinstance(current, list):
            waiting.extend(reversed(current))
