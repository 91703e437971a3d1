"""What a source's own CSS selectors find on a page: the way round the generic one, for the templates on which that one fails.

A template belongs to the days on which pages were served with it, so the day of capture chooses the override, never the day of
publication: an old article that is captured today stands in today's template. Only pages with a valid override come here, since this is
the one part of the extractor that reads a page with BeautifulSoup, which takes ten times as long.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bs4 import BeautifulSoup, Tag

from newshouse.extraction.authors.names import names_in
from newshouse.extraction.body.article_body import Body
from newshouse.extraction.dates.moments import moment_of
from newshouse.extraction.facts import Facts, Found
from newshouse.extraction.page.blocks import Node, blocks_of
from newshouse.extraction.page.charset import clean_utf8
from newshouse.extraction.page.metadata import absolute
from newshouse.extraction.page.tree import parsed
from newshouse.extraction.text import folded
from newshouse.model import Article, FieldSelector, Override, Page, Source

_ORIGIN = "override"
# The attribute that holds a field's value where the source file names none: HTML standard.
_ATTRIBUTES = {"meta": "content", "time": "datetime", "img": "src", "link": "href"}
_MAX_ELEMENTS = 50  # that one field is read from
_NO_BODY_TEXT = frozenset(("figure", "figcaption"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """What the selectors found; a field for which they found nothing is absent, and is read the generic way."""

    page: Page  # without what is to be dropped
    body: Body | None
    fields: Mapping[str, tuple[str, ...]]  # field name -> the texts found, in the order of the page; never empty

    @property
    def headline(self) -> Found | None:
        return Found(value=self.fields["headline"][0], origin=_ORIGIN) if "headline" in self.fields else None


def override_for(source: Source | None, captured_at: datetime | None) -> Override | None:
    """The override that is valid on the UTC day of capture; where that is unknown, the one that is still valid today."""
    if source is None or not source.overrides:
        return None
    if captured_at is None:
        return next((override for override in source.overrides if override.valid_until is None), None)
    day = captured_at.astimezone(UTC).date()
    for override in source.overrides:
        has_begun = override.valid_from is None or override.valid_from <= day
        if has_begun and (override.valid_until is None or day < override.valid_until):
            return override
    return None


def selected_by(override: Override, page: Page) -> Selected:
    """What `override` finds on `page`. Raises Rejected where the page is beyond the parser's limits."""
    parsed(page)
    soup = BeautifulSoup(clean_utf8(page.content, page.content_type).decode("utf-8", "replace"), "lxml")
    for selector in override.drop:
        for element in soup.select(selector):
            element.decompose()
    found = {rule.field: texts for rule in override.fields if (texts := tuple(_texts(soup, rule)))}
    lines = list(_lines(_outermost(soup.select(override.body)))) if override.body else []
    if override.drop:
        page = replace(page, content=soup.encode("utf-8"), content_type="text/html; charset=utf-8")
    return Selected(page=page, body=Body(text="\n".join(lines), origin=_ORIGIN) if lines else None, fields=found)


def _texts(soup: BeautifulSoup, rule: FieldSelector) -> Iterator[str]:
    for element in soup.select(rule.select, limit=_MAX_ELEMENTS):
        attribute = rule.attribute or _ATTRIBUTES.get(element.name, "")
        value = element.get(attribute) if attribute else None
        if rule.attribute or value:
            text = folded(value if isinstance(value, str) else " ".join(value or []))
        else:
            text = " ".join(_lines([element], has_captions=True))
        if text:
            yield text


def _outermost(elements: list[Tag]) -> list[Tag]:
    """`elements` without those that stand inside another of them."""
    chosen = {id(element) for element in elements}
    return [element for element in elements if not any(id(parent) in chosen for parent in element.parents)]


def _lines(elements: list[Tag], *, has_captions: bool = False) -> Iterator[str]:
    """The lines of text inside `elements` as a browser would set them, each element beginning a line."""
    markup = f"<html><body>{''.join(f'<div>{element.decode()}</div>' for element in elements)}</body></html>".encode()
    for block in blocks_of(parsed(Page(content=markup, url="", content_type="text/html; charset=utf-8"))).blocks:
        if has_captions or not _is_in_figure(block.node):
            yield block.text


def _is_in_figure(node: Node | None) -> bool:
    while node is not None:
        if node.tag in _NO_BODY_TEXT:
            return True
        node = node.parent
    return False


def with_fields(article: Article, selected: Selected, facts: Facts) -> Article:
    """`article` with the fields that the selectors found, and their provenance."""
    values: dict[str, object] = {}
    for name, texts in selected.fields.items():
        values |= _values(name, texts, facts)
    origins = {name: _ORIGIN for name in values if name in selected.fields}
    return replace(article, **values, provenance={**article.provenance, **origins})  # type: ignore[arg-type]


def _values(name: str, texts: tuple[str, ...], facts: Facts) -> dict[str, object]:
    """The article's values for one field; none where the texts are not what the field takes, such as a date that is none."""
    match name:
        case "authors":
            found = tuple(dict.fromkeys(author for text in texts for author in names_in(text)))
            return {name: found} if found else {}
        case "keywords":
            return {name: tuple(dict.fromkeys(word.strip() for text in texts for word in text.split(",") if word.strip()))}
        case "date_published" | "date_modified":
            moment = moment_of(texts[0], facts.zone, facts.language_hint)
            if moment is None:
                return {}
            if name == "date_modified":
                return {name: moment.at}
            return {name: moment.at, "date_published_raw": moment.raw, "date_published_precision": moment.precision}
        case "image_url":
            address = absolute(texts[0], facts.page.url, facts.meta.base_href)
            return {name: address} if address else {}
        case _:
            return {name: texts[0]}
