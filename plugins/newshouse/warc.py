"""WARC 1.1 (ISO 28500) records read into our own records. Pure. Files are the business of `archive`, writing of `warc_writing`.

Fields of ours in a record's head, which other readers ignore as the standard asks:

    Newshouse-URL      the URL that was announced, where a redirect led elsewhere
    Newshouse-Role     "page", "document" (feed, sitemap) or "robots"
    Newshouse-Robots   the decision under which the page was fetched
    Newshouse-TDM      who reserves text and data mining

A status of 304 is a revisit record (profile server-not-modified) that names the capture which still holds.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from io import BytesIO

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParserException

from newshouse import content_coding
from newshouse.errors import Rejected
from newshouse.model import Capture, Page, Reason
from newshouse.reservation import Reservation
from newshouse.warc_members import MAX_RECORD_BYTES
from newshouse.web import REDIRECTS

NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
BROKEN_RECORD = (
    ArchiveLoadFailed,
    StatusAndHeadersParserException,
    EOFError,
    ValueError,
    OverflowError,
    AttributeError,
    TypeError,
    IndexError,
)
YEARS = range(1990, 9999)  # in which a page can have been captured, with room to count days from there
CHUNKED_BEFORE = "X-Crawler-Transfer-Encoding"  # as Common Crawl names the header of a coding that is undone in the record


class Role(StrEnum):
    """What an exchange was for."""

    PAGE = "page"
    DOCUMENT = "document"
    ROBOTS = "robots"


class Kind(StrEnum):
    """What one record of a WARC file is to us."""

    RESPONSE = "response"
    RESOURCE = "resource"
    REVISIT = "revisit"
    REDIRECT = "redirect"  # a step on the way to a page, and no page
    REQUEST = "request"
    WARCINFO = "warcinfo"
    OTHER = "other"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedRecord:
    """One record met while reading a WARC file; `capture` is there for `response` and `resource` records."""

    kind: Kind
    offset: int
    length: int
    url: str | None = None
    role: Role = Role.PAGE
    capture: Capture | None = None
    reason: Reason | None = None  # why there is no capture, where one could be expected
    detail: str = ""


def parsed_record(record: bytes) -> ArcWarcRecord:
    """The record that stands in unpacked WARC (or ARC) bytes; raises Rejected(UNREADABLE) where there is none."""
    try:
        found = ArcWarcRecordLoader(arc2warc=True).parse_record_stream(BytesIO(record), known_format="warc")
    except BROKEN_RECORD as error:
        raise Rejected(Reason.UNREADABLE, f"no WARC record: {error or type(error).__name__}") from error
    if (found.length or 0) > MAX_RECORD_BYTES:  # and so more than there is
        raise Rejected(Reason.UNREADABLE, f"no WARC record is {found.length} bytes long")
    return found


def described(record: ArcWarcRecord, *, warc_file: str, offset: int, length: int, source_of: Callable[[str], str]) -> ArchivedRecord:
    """What a record of `warc_file` is, with its capture where it has one. Raises Rejected where its head is broken."""
    kind = Kind(record.rec_type) if record.rec_type in set(Kind) - {Kind.BROKEN, Kind.REDIRECT} else Kind.OTHER
    url = _target_uri(record)
    http = record.http_headers
    if kind is Kind.RESPONSE and (http is None or not (url or "").startswith(("http://", "https://"))):
        kind = Kind.OTHER  # dns: and the like
    role = Role(_one_of(record.rec_headers.get_header("Newshouse-Role"), Role) or Role.PAGE)
    if kind is Kind.REVISIT:
        return ArchivedRecord(kind=kind, offset=offset, length=length, url=url, role=role, reason=Reason.REVISIT)
    if kind not in {Kind.RESPONSE, Kind.RESOURCE} or not url:
        return ArchivedRecord(kind=kind, offset=offset, length=length, url=url, role=role)
    status = _status(http) if kind is Kind.RESPONSE else 200
    if status in REDIRECTS and http.get_header("Location"):
        return ArchivedRecord(kind=Kind.REDIRECT, offset=offset, length=length, url=url, role=role)
    payload = record.raw_stream.read()
    announced = record.rec_headers.get_header("Newshouse-URL") or url
    if "\0" in url + announced:
        raise Rejected(Reason.UNREADABLE, f"WARC-Target-URI {url[:100]!r} is no address")
    capture = Capture(
        source_id=source_of(announced),
        url=announced,
        final_url=url,
        captured_at=_instant(record.rec_headers.get_header("WARC-Date")),
        status=status,
        content_type=http.get_header("Content-Type") if http else record.rec_headers.get_header("Content-Type"),
        payload_digest=f"sha256:{hashlib.sha256(payload).hexdigest()}",
        size_bytes=len(payload),
        warc_file=warc_file,
        warc_offset=offset,
        warc_length=length,
        etag=http.get_header("ETag") if http else None,
        last_modified=http.get_header("Last-Modified") if http else None,
        robots_decision=record.rec_headers.get_header("Newshouse-Robots"),
        truncated=record.rec_headers.get_header("WARC-Truncated"),
        role=role.value,
        tdm_reservation=_one_of(record.rec_headers.get_header("Newshouse-TDM"), Reservation),
    )
    return ArchivedRecord(kind=kind, offset=offset, length=length, url=url, role=role, capture=capture)


def page_of(record: ArcWarcRecord, max_bytes: int) -> Page:
    """The page in a response or resource record, chunking and content-coding undone. Raises Rejected."""
    truncated = record.rec_headers.get_header("WARC-Truncated")
    if truncated:
        raise Rejected(Reason.TOO_LARGE if truncated == "length" else Reason.TRUNCATED, f"the capture was cut short: {truncated}")
    payload = record.raw_stream.read(max_bytes + 1)
    http = record.http_headers
    if len(payload) > max_bytes:
        raise Rejected(Reason.TOO_LARGE, f"more than {max_bytes} bytes")
    if http is not None:
        if "chunked" in (http.get_header("Transfer-Encoding") or "").lower():
            payload = content_coding.dechunked(payload)
        payload = content_coding.decoded(payload, http.get_header("Content-Encoding") or "", max_bytes)
    return Page(
        content=payload,
        url=_target_uri(record) or "",
        content_type=http.get_header("Content-Type") if http else record.rec_headers.get_header("Content-Type"),
        captured_at=_instant(record.rec_headers.get_header("WARC-Date")),
    )


def _target_uri(record: ArcWarcRecord) -> str | None:
    """WARC 1.0 writers put the URI in angle brackets."""
    uri: str | None = record.rec_headers.get_header("WARC-Target-URI")
    return uri.strip().removeprefix("<").removesuffix(">") if uri else None


def _one_of(text: str | None, known: type[StrEnum]) -> str | None:
    """The text where it is a value of the enum: a foreign file may say anything."""
    return text if text in set(known) else None


def _status(http: StatusAndHeaders) -> int:
    code = http.get_statuscode()
    if not re.fullmatch(r"[1-9][0-9]{2}", code):
        raise Rejected(Reason.UNREADABLE, f"no HTTP status in {http.statusline[:100]!r}")
    return int(code)


def _instant(text: str | None) -> datetime:
    try:
        instant = datetime.fromisoformat((text or "").strip())
        instant = instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise Rejected(Reason.UNREADABLE, f"WARC-Date {text!r} is no instant") from error
    if instant.year not in YEARS:
        raise Rejected(Reason.UNREADABLE, f"WARC-Date {text!r} is no time at which there were pages")
    return instant
