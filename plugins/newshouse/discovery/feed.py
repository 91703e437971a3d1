"""The strategy `feed`: RSS in all its versions, RDF, Atom and JSON Feed. It shows the newest articles only: it cannot reach the past."""

import io
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import feedparser

from newshouse.discovery.asking import read_document, shown_beginning
from newshouse.discovery.hints import instant
from newshouse.discovery.json_feed import looks_like_json, read_json_feed
from newshouse.discovery.membership import refs_of
from newshouse.discovery.records import Announcement, Answer, Found, Listing, Search
from newshouse.errors import Rejected
from newshouse.extraction.text import readable
from newshouse.model import DiscoveryRule, Reason
from newshouse.urls import is_http_url

REACHES_PAST = False
MAX_BYTES = 5_000_000  # a lying feed of this size costs up to 40 s
MAX_HEADLINE_LENGTH = 1_000
_HARMLESS = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def find(rule: DiscoveryRule, search: Search) -> Found:
    """All entries of the feed whatever their date: tomorrow they may have fallen out of it."""
    zone = ZoneInfo(search.source.time_zone)

    def parse(answer: Answer) -> Listing:
        return read_feed(answer.content, answer.content_type, zone, search.now)

    reading = read_document(rule.url, rule.strategy, search.ask, parse)
    if reading.listing is None or reading.answer is None:
        document = reading.document(0)
        return Found(documents=(document,) if document else (), failures=(reading.failure,) if reading.failure else ())
    announced = reading.listing.announcements
    refs = tuple(refs_of(announced, rule, search, reading.answer.final_url))
    problem = (
        f"none of its {len(announced)} entries is on the hosts of the source, or wanted by the rule" if announced and not refs else None
    )
    document = reading.document(len(refs), problem)
    return Found(refs=refs, documents=(document,) if document else (), read_count=1)


def read_feed(content: bytes, content_type: str | None, zone: ZoneInfo, now: datetime) -> Listing:
    """The entries that have a link. Dates without a zone are read in `zone`.

    Raises Rejected for what is no feed; a feed that breaks off gives what stands before the break, and a problem.
    """
    if len(content) > MAX_BYTES:
        raise Rejected(Reason.TOO_LARGE, f"a feed of {len(content)} bytes; {MAX_BYTES} are the limit")
    if looks_like_json(content):
        return read_json_feed(content, zone, now)
    if _ENTITY.search(content, 0, 100_000):
        raise Rejected(Reason.UNREADABLE, "declares XML entities of its own, which no honest feed needs")
    head = {"content-type": content_type} if content_type else {}
    parsed = feedparser.parse(io.BytesIO(content), response_headers=head, sanitize_html=False, resolve_relative_uris=False)
    version = parsed.get("version", "")
    if not version and not parsed.entries:
        raise Rejected(Reason.UNREADABLE, f"not a feed: begins with {shown_beginning(content)}")
    cause = parsed.get("bozo_exception") if parsed.bozo else None
    problem = None
    if cause is not None and not isinstance(cause, _HARMLESS):
        problem = f"broken after {len(parsed.entries)} entries: {readable(str(cause))[:200]}"
    announcements = tuple(_announcements(parsed.entries, version.startswith("atom"), zone, now))
    return Listing(announcements=announcements, problem=problem)


def _announcements(entries: list[Any], is_atom: bool, zone: ZoneInfo, now: datetime) -> Iterator[Announcement]:
    for entry in entries:
        link = _link(entry)
        if not link:
            continue
        published = entry.get("published") or entry.get("created")
        updated = dict.get(entry, "updated")  # feedparser's own `get` answers with `published` where there is none
        if not published and not is_atom:  # the dc:date of RSS
            published, updated = updated, None
        yield Announcement(
            url=link,
            date_hint=instant(published, zone, now),
            modified_hint=instant(updated, zone, now),
            headline_hint=readable(entry.get("title"))[:MAX_HEADLINE_LENGTH] or None,
        )


def _link(entry: Any) -> str | None:
    """The article's own address, which some feeds have only behind a counter's or in the guid."""
    for name in ("feedburner_origlink", "link"):
        if entry.get(name):
            return str(entry[name])
    guid = str(entry.get("id") or "")
    return guid if is_http_url(guid) else None
