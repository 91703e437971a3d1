"""Everything on one page that a field may be read from, gathered once: tree, metadata, JSON-LD, blocks."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import tzinfo
from zoneinfo import ZoneInfo

from lxml import etree

from newshouse.extraction.page.blocks import Blocks
from newshouse.extraction.page.metadata import Metadata, url_parts
from newshouse.extraction.page.structured import LinkedData, Node
from newshouse.model import Page, Source
from newshouse.zones import country_of_site, zone_of_host

# Countries whose press writes the month first, in English at least; in all others a date in numbers begins with the day.
_MONTH_FIRST = frozenset(("US", "PH", "CA", "CN", "JP", "KR", "TW", "PR", "GU", "VI", "MP", "MH"))
_TAG = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}+$", re.IGNORECASE)


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
        """A language tag in lower case, by what the page, its source and its domain declare, unchecked: enough to read a date.

        The country of a domain goes before that of an English tag, which stands on many a page because its template came with it; where
        no language is declared, "und-fr" says that the page is from France.
        """
        declared = next((value.lower().replace("_", "-") for value in self._languages() if _TAG.match(value)), None)
        country = country_of_site(url_parts(self.page.url).hostname or "")
        if country and country not in _MONTH_FIRST and (declared is None or declared.startswith("en")):
            return f"{declared[:2] if declared else 'und'}-{country.lower()}"
        return declared

    def _languages(self) -> Iterator[str]:
        yield self.root.get("lang") or self.root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
        yield self.source.language if self.source else ""
        for value in self.meta.all("content-language", "og:locale", "dc.language", "dcterms.language"):
            yield value.partition(",")[0].strip()
