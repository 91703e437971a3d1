"""WARC 1.1 (ISO 28500) records to and from our own records. Pure: bytes in, bytes out; files are the business of `archive`.

Fields of ours in a record's head, which other readers ignore as the standard asks:

    Newshouse-URL      the URL that was announced, where a redirect led elsewhere
    Newshouse-Role     "page", "document" (feed, sitemap) or "robots"
    Newshouse-Robots   the decision under which the page was fetched
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from io import BytesIO

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from newshouse import content_coding
from newshouse.errors import Rejected
from newshouse.model import Capture, Page, Reason
from newshouse.web import REDIRECTS, Exchange

WARC_VERSION = "1.1"
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


def written_exchange(exchange: Exchange, role: Role, robots_decision: str | None) -> tuple[bytes, bytes]:
    """The response record and the request record of an exchange, each a gzip member of its own."""
    payload_digest = f"sha256:{hashlib.sha256(exchange.payload).hexdigest()}"
    fields = {"WARC-Date": warc_date(exchange.started_at), "WARC-Payload-Digest": payload_digest, "Newshouse-Role": role.value}
    if exchange.url != exchange.final_url:
        fields["Newshouse-URL"] = exchange.url
    if robots_decision:
        fields["Newshouse-Robots"] = robots_decision
    if exchange.truncated:
        fields["WARC-Truncated"] = exchange.truncated
    out = BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version=WARC_VERSION)
    response = writer.create_warc_record(
        exchange.final_url,
        "response",
        payload=BytesIO(exchange.payload),
        length=len(exchange.payload),
        warc_headers_dict=fields,
        http_headers=_WireHead(f"{exchange.status} {exchange.reason}".strip(), _kept_headers(exchange), protocol="HTTP/1.1"),
    )
    writer.write_record(response)
    boundary = out.tell()
    target = exchange.final_url.partition("://")[2]
    path = f"/{target.partition('/')[2]}" if "/" in target else "/"
    request = writer.create_warc_record(
        exchange.final_url,
        "request",
        warc_headers_dict={
            "WARC-Date": fields["WARC-Date"],
            "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID"),
            "Newshouse-Role": role.value,
        },
        http_headers=_WireHead(f"GET {path} HTTP/1.1", list(exchange.request_headers), is_http_request=True),
    )
    writer.write_record(request)
    whole = out.getvalue()
    return whole[:boundary], whole[boundary:]


def written_warcinfo(file_name: str, fields: dict[str, str]) -> bytes:
    """The first record of a file, as a gzip member."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version=WARC_VERSION)
    writer.write_record(writer.create_warcinfo_record(file_name, fields))
    return out.getvalue()


def parsed_record(record: bytes) -> ArcWarcRecord:
    """The record that stands in unpacked WARC (or ARC) bytes; raises Rejected(UNREADABLE) where there is none."""
    try:
        return ArcWarcRecordLoader(arc2warc=True).parse_record_stream(BytesIO(record), known_format="warc")
    except (ArchiveLoadFailed, EOFError, ValueError, AttributeError, TypeError, IndexError) as error:
        raise Rejected(Reason.UNREADABLE, f"no WARC record: {error or type(error).__name__}") from error


def described(record: ArcWarcRecord, *, warc_file: str, offset: int, length: int, source_of: Callable[[str], str]) -> ArchivedRecord:
    """What a record of `warc_file` is, with its capture where it has one. Raises Rejected where its head is broken."""
    kind = Kind(record.rec_type) if record.rec_type in set(Kind) - {Kind.BROKEN, Kind.REDIRECT} else Kind.OTHER
    url = _target_uri(record)
    http = record.http_headers
    if kind is Kind.RESPONSE and (http is None or not (url or "").startswith(("http://", "https://"))):
        kind = Kind.OTHER  # dns: and the like
    role_text = record.rec_headers.get_header("Newshouse-Role") or ""
    role = Role(role_text) if role_text in set(Role) else Role.PAGE
    if kind is Kind.REVISIT:
        return ArchivedRecord(kind=kind, offset=offset, length=length, url=url, role=role, reason=Reason.REVISIT)
    if kind not in {Kind.RESPONSE, Kind.RESOURCE} or not url:
        return ArchivedRecord(kind=kind, offset=offset, length=length, url=url, role=role)
    status = _status(http) if kind is Kind.RESPONSE else 200
    if status in REDIRECTS and http.get_header("Location"):
        return ArchivedRecord(kind=Kind.REDIRECT, offset=offset, length=length, url=url, role=role)
    payload = record.raw_stream.read()
    announced = record.rec_headers.get_header("Newshouse-URL") or url
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


def warc_date(instant: datetime) -> str:
    """WARC 1.1 allows fractions of a second; ours are microseconds, so that an instant survives the round trip."""
    return instant.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


class _WireHead(StatusAndHeaders):  # type: ignore[misc]
    """A head written as the bytes it came in; warcio's own would percent-encode them, and fails on a reason phrase that is not ASCII."""

    def to_ascii_bytes(self, filter_func: Callable[..., object] | None = None) -> bytes:
        text: str = self.to_str(filter_func)
        return text.encode("latin-1", "replace") + b"\r\n"


def _kept_headers(exchange: Exchange) -> Sequence[tuple[str, str]]:
    """The response's headers, with the one of a chunking that is undone renamed, so that readers do not undo it again."""
    return [(CHUNKED_BEFORE if name.lower() == "transfer-encoding" else name, value) for name, value in exchange.headers]


def _target_uri(record: ArcWarcRecord) -> str | None:
    """WARC 1.0 writers put the URI in angle brackets."""
    uri: str | None = record.rec_headers.get_header("WARC-Target-URI")
    return uri.strip().removeprefix("<").removesuffix(">") if uri else None


def _status(http: StatusAndHeaders) -> int:
    try:
        return int(http.get_statuscode())
    except (TypeError, ValueError) as error:
        raise Rejected(Reason.UNREADABLE, f"no HTTP status in {http.statusline[:100]!r}") from error


def _instant(text: str | None) -> datetime:
    try:
        instant = datetime.fromisoformat((text or "").strip())
    except ValueError as error:
        raise Rejected(Reason.UNREADABLE, f"WARC-Date {text!r} is no instant") from error
    return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)
