"""One sitemap document (sitemaps.org 0.9, Google's news extension): a list of pages, or an index of further sitemaps. Pure."""

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from zoneinfo import ZoneInfo

from lxml import etree

from newshouse import content_coding
from newshouse.discovery.asking import shown_beginning
from newshouse.discovery.hints import instant
from newshouse.discovery.records import Announcement, Child, Listing
from newshouse.errors import Rejected
from newshouse.extraction.text import readable
from newshouse.model import Reason

MAX_BYTES = 50 * 1024 * 1024  # unpacked, as the protocol has it
MAX_ENTRIES = 50_000  # likewise
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def read_sitemap(content: bytes, zone: ZoneInfo, now: datetime) -> Listing:
    """The pages of a `urlset`, or the children of a `sitemapindex`, gzipped or not. Dates without a zone are read in `zone`.

    Raises Rejected for what is neither; a document that breaks off gives what stands before the break, and a problem.
    """
    if content.startswith(content_coding.GZIP_MAGIC):
        content = content_coding.decoded(content, "gzip", MAX_BYTES)
    if len(content) > MAX_BYTES:
        raise Rejected(Reason.TOO_LARGE, f"more than {MAX_BYTES} bytes")
    if _ENTITY.search(content, 0, 100_000):
        raise Rejected(Reason.UNREADABLE, "declares XML entities of its own, which no honest sitemap needs")
    kind, entries, problem = _entries(content)
    if kind == "sitemapindex":
        children = tuple(Child(url=entry["loc"], modified_hint=instant(entry.get("lastmod"), zone, now)) for entry in entries)
        return Listing(children=children, is_index=True, problem=problem)
    announcements = tuple(
        Announcement(
            url=entry["loc"],
            date_hint=instant(entry.get("publication_date"), zone, now),
            modified_hint=instant(entry.get("lastmod"), zone, now),
            headline_hint=readable(entry.get("title"))[:1_000] or None,
        )
        for entry in entries
    )
    return Listing(announcements=announcements, problem=problem)


def _entries(content: bytes) -> tuple[str, list[dict[str, str]], str | None]:
    """The root's name, what each entry says by local names, and what is wrong where the document is not whole."""
    walk = etree.iterparse(
        BytesIO(content.lstrip()),  # white space before the declaration is a common slip
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    kind, entries, problem = "", [], None
    try:
        for event, element in walk:
            name = _name(element)
            if event == "start":
                if not kind and name not in {"urlset", "sitemapindex"}:
                    break
                kind = kind or name
            elif name in {"url", "sitemap"}:
                entry = dict(_texts(element))
                if entry.get("loc"):
                    entries.append(entry)
                element.clear()
                _forget_before(element)
                if len(entries) >= MAX_ENTRIES:
                    problem = f"lists more than {MAX_ENTRIES} entries; the rest was not read"
                    break
    except etree.XMLSyntaxError as error:
        problem = f"broken after {len(entries)} entries: {error.msg}"
    if not kind:
        raise Rejected(Reason.UNREADABLE, f"not a sitemap: begins with {shown_beginning(content)}")
    return kind, entries, problem


def _texts(entry: etree._Element) -> Iterator[tuple[str, str]]:
    """The entry's own fields and those of the news extension; those of images and videos are about something else."""
    for child in entry:
        name = _name(child)
        if name == "news":
            yield from ((_name(field), (field.text or "").strip()) for field in child if _name(field) in {"publication_date", "title"})
        elif name in {"loc", "lastmod"}:
            yield name, (child.text or "").strip()


def _name(element: etree._Element) -> str:
    """The local name: sitemaps in the wild use several namespaces, and none. Empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _forget_before(element: etree._Element) -> None:
    """Frees what was read, so that memory does not grow with the document."""
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
