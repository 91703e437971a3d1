"""The extractor: a page's bytes in, an `Article` or `Rejected` out.

A pure function of the bytes, the URL, the content type, the time of capture and a few settings of the source: no network, no clock, no
state between pages. One lxml tree, walked once without recursion; everything else reads what that walk and the page's metadata gave.

The rooms: `page` reads bytes, tree, blocks and metadata into `facts`; `headline`, `dates`, `authors` and `body` each find their part of the
article in them, `details`, `image`, `keywords` and `language` the smaller fields; `kinds` tells what is no article; `assembly` puts the
record together. Where a template needs selectors of its own, `overrides` reads them.
"""

import gc
import hashlib

from newshouse.extraction.assembly import article_of
from newshouse.model import Article, Page, Source

__all__ = ["EXTRACTOR_NAME", "EXTRACTOR_VERSION", "extract", "version_for"]

EXTRACTOR_NAME = "newshouse"
EXTRACTOR_VERSION = "5"


def extract(page: Page, source: Source | None = None) -> Article:
    """The article on `page`. Raises Rejected(reason) where there is none."""
    was_collecting = gc.isenabled()
    gc.disable()  # a page makes no cycles, but so many objects that collections are due, which find nothing
    try:
        return article_of(page, source)
    finally:
        if was_collecting:
            gc.enable()


def version_for(source: Source) -> str:
    """The extractor's version for pages of the source, as it is stored with what they say: its own, and eight digits for what the source
    file tells it. A page read under other settings is read by another version, and history is told of one version's readings only."""
    told = (source.name, source.language, source.time_zone, source.article_id_pattern, source.keep_parameters, source.overrides)
    return f"{EXTRACTOR_VERSION}+{hashlib.sha256(repr(told).encode()).hexdigest()[:8]}"
