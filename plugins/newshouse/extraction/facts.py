"""Everything on one page that a field may be read from, gathered once: tree, metadata, JSON-LD, blocks."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import tzinfo
from zoneinfo import ZoneInfo

from lxml import etree

from newshouse.extraction.blocks import Blocks
from newshouse.extraction.metadata import Metadata, url_parts
from newshouse.extraction.structured import LinkedData, Node
from newshouse.model import Page, Source
from newshouse.zones import zone_of_host

_ENGLISH = frozenset(("uk", "au", "nz", "ie", "za", "in", "ng", "ke", "sg", "my", "pk", "gh", "zw", "mt", "jm", "tt"))  # of countries


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A value and where it was read: what `Article.provenance` records."""

    value: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One page, read but not yet judged."""

    page: Page
    source: Source | None
    root: etree._Element
    tagged: Mapping[str, list[etree._Element]]  # see tree.gathered
    meta: Metadata
    data: LinkedData
    blocks: Blocks
    article: Node  # the JSON-LD node of this article; empty where there is none
    site_names: frozenset[str]  # what the site calls itself, see site_name.py

    @property
    def article_body(self) -> str:
        """schema.org articleBody as the page gives it, with whatever mark-up it holds; "" where there is none."""
        value = self.article.get("articleBody")
        return value if isinstance(value, str) else ""

    @property
    def zone(self) -> tzinfo:
        """The source's time zone, else that of the country that the page's host belongs to."""
        return ZoneInfo(self.source.time_zone if self.source else zone_of_host(url_parts(self.page.url).hostname or ""))

    @property
    def language_hint(self) -> str | None:
        """What the page or its source declares, unchecked: enough to read a date."""
        declared = self.root.get("lang") or self.root.get("{http://www.w3.org/XML/1998/namespace}lang")
        hint = declared or (self.source.language if self.source else None)
        country = (url_parts(self.page.url).hostname or "").rpartition(".")[2]
        return f"en-{country}" if country in _ENGLISH and (hint or "en").lower() == "en" else hint
