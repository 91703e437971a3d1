"""Exchanges as WARC 1.1 records, each a gzip member of its own. Pure: bytes out; files are the business of `archive`.

Written by hand, since this is on the path of every page: a payload that came packed is stored, not packed a second time.
"""

import hashlib
import uuid
import zlib
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from newshouse.model import Capture
from newshouse.warc import CHUNKED_BEFORE, NOT_MODIFIED, Role
from newshouse.web import Exchange

GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"  # RFC 1952: no name, no time, any system
STORED_BYTES = 0xFFFF  # the most that a stored block holds (RFC 1951, 3.2.4)
_SMALL_WINDOW_BITS = 12  # heads are short: a large window costs more to set up than it saves
_END = b"\r\n\r\n"
Fields = Iterable[tuple[str, str]]


def payload_digest(exchange: Exchange, revisited: Capture | None = None) -> str:
    """The digest of the payload; of an exchange that says no more than "still the same", that of the capture that holds."""
    return revisited.payload_digest if revisited else f"sha256:{hashlib.sha256(exchange.payload).hexdigest()}"


def written_exchange(
    exchange: Exchange,
    role: Role,
    *,
    robots_decision: str | None = None,
    tdm_reservation: str | None = None,
    revisited: Capture | None = None,
) -> tuple[bytes, bytes]:
    """The response record (a revisit record, where `revisited` is the capture that still holds) and the request record."""
    date, response_id = warc_date(exchange.started_at), _record_id()
    notes = {
        "WARC-Profile": NOT_MODIFIED if revisited else None,
        "WARC-Refers-To-Target-URI": revisited and revisited.final_url,
        "WARC-Refers-To-Date": revisited and warc_date(revisited.captured_at),
        "WARC-Truncated": exchange.truncated,
        "Newshouse-Role": role.value,
        "Newshouse-URL": exchange.url if exchange.url != exchange.final_url else None,
        "Newshouse-Robots": robots_decision,
        "Newshouse-TDM": tdm_reservation,
        "WARC-Payload-Digest": payload_digest(exchange, revisited),
    }
    response = _record(
        [
            ("WARC-Type", "revisit" if revisited else "response"),
            ("WARC-Record-ID", response_id),
            ("WARC-Target-URI", exchange.final_url),
            ("WARC-Date", date),
            *((name, value) for name, value in notes.items() if value),
            ("Content-Type", "application/http; msgtype=response"),
        ],
        _head(f"HTTP/1.1 {exchange.status} {exchange.reason}".strip(), _kept_headers(exchange)),
        exchange.payload,
        is_packed=exchange.header("Content-Encoding") is not None,
    )
    target = exchange.final_url.partition("://")[2]
    path = f"/{target.partition('/')[2]}" if "/" in target else "/"
    request = _record(
        [
            ("WARC-Type", "request"),
            ("WARC-Record-ID", _record_id()),
            ("WARC-Target-URI", exchange.final_url),
            ("WARC-Date", date),
            ("WARC-Concurrent-To", response_id),
            ("Newshouse-Role", role.value),
            ("Content-Type", "application/http; msgtype=request"),
        ],
        _head(f"GET {path} HTTP/1.1", exchange.request_headers),
        b"",
    )
    return response, request


def written_warcinfo(file_name: str, fields: dict[str, str]) -> bytes:
    """The first record of a file."""
    body = "".join(f"{name}: {value}\r\n" for name, value in fields.items()).encode()
    named = [("WARC-Type", "warcinfo"), ("WARC-Record-ID", _record_id()), ("WARC-Filename", file_name)]
    return _record([*named, ("WARC-Date", warc_date(datetime.now(UTC))), ("Content-Type", "application/warc-fields")], body, b"")


def warc_date(instant: datetime) -> str:
    """WARC 1.1 allows fractions of a second; ours are microseconds, so that an instant survives the round trip."""
    return instant.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _record(fields: Fields, block_head: bytes, payload: bytes, *, is_packed: bool = False) -> bytes:
    block_digest = hashlib.sha256(block_head)
    block_digest.update(payload)
    length = len(block_head) + len(payload)
    own = [*fields, ("WARC-Block-Digest", f"sha256:{block_digest.hexdigest()}"), ("Content-Length", str(length))]
    lines = "".join(f"{name}: {_one_line(value)}\r\n" for name, value in own)
    head = f"WARC/1.1\r\n{lines}\r\n".encode("utf-8", "replace") + block_head
    return b"".join(_stored(head, payload + _END) if is_packed else _packed(head, payload + _END))


def _head(first_line: str, fields: Fields) -> bytes:
    """An HTTP head as the bytes it came in, or went out as."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in fields)
    return f"{first_line}\r\n{lines}\r\n".encode("latin-1", "replace")


def _packed(head: bytes, payload: bytes) -> Iterator[bytes]:
    bits = zlib.MAX_WBITS if len(payload) > 1 << _SMALL_WINDOW_BITS else _SMALL_WINDOW_BITS
    packing = zlib.compressobj(6, zlib.DEFLATED, bits | 16)
    yield packing.compress(head)
    yield packing.compress(payload)
    yield packing.flush()


def _stored(head: bytes, payload: bytes) -> Iterator[bytes]:
    """A gzip member of the head, packed, and the payload in stored blocks (RFC 1951, 3.2.4)."""
    packing = zlib.compressobj(6, zlib.DEFLATED, -_SMALL_WINDOW_BITS)
    yield GZIP_HEAD
    yield packing.compress(head)
    yield packing.flush(zlib.Z_SYNC_FLUSH)
    for start in range(0, len(payload), STORED_BYTES):
        block = payload[start : start + STORED_BYTES]
        is_last = start + STORED_BYTES >= len(payload)
        yield bytes([is_last]) + len(block).to_bytes(2, "little") + (len(block) ^ 0xFFFF).to_bytes(2, "little")
        yield block
    checksum = zlib.crc32(payload, zlib.crc32(head))
    yield checksum.to_bytes(4, "little") + ((len(head) + len(payload)) & 0xFFFFFFFF).to_bytes(4, "little")


def _kept_headers(exchange: Exchange) -> Fields:
    """The response's headers, with the one of a chunking that is undone renamed, so that readers do not undo it again."""
    return [(CHUNKED_BEFORE if name.lower() == "transfer-encoding" else name, value) for name, value in exchange.headers]


def _record_id() -> str:
    return f"<urn:uuid:{uuid.uuid4()}>"


def _one_line(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")
