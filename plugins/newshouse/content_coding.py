"""Undoing an HTTP body's codings (RFC 9110, section 8.4; RFC 9112, section 7), with a bound on what comes out."""

import io
import zlib

import brotli
from warcio.bufferedreaders import ChunkedDataReader

from newshouse.errors import Rejected
from newshouse.model import Reason

ACCEPTED = "gzip, deflate, br"
_STEP_BYTES = 1 << 13
GZIP_MAGIC = b"\x1f\x8b"


def dechunked(body: bytes) -> bytes:
    """The body without its chunking; one that is not chunked after all is taken as it is."""
    whole: bytes = ChunkedDataReader(io.BytesIO(body)).read()
    return whole


def decoded(body: bytes, content_encoding: str, max_bytes: int) -> bytes:
    """The body without the codings that its Content-Encoding names.

    Some archives keep the header of a coding that they undid: a body that is not in the coding it claims is taken as it is.
    Raises Rejected: TOO_LARGE beyond `max_bytes`, TRUNCATED where the coded stream ends early, UNREADABLE for a coding unknown to us.
    """
    codings = [coding.strip().lower() for coding in content_encoding.split(",") if coding.strip()]
    for coding in reversed(codings):
        body = _undone(body, coding, max_bytes)
    if len(body) > max_bytes:
        raise Rejected(Reason.TOO_LARGE, f"more than {max_bytes} bytes")
    return body


def beginning(body: bytes, content_encoding: str, max_bytes: int, until: bytes = b"") -> bytes:
    """The first bytes of the body without its coding, as many as can be had, or little more than up to `until`; this never fails."""
    coding = content_encoding.strip().lower()
    try:
        if coding in {"gzip", "x-gzip"} and body.startswith(GZIP_MAGIC):
            return _inflated_beginning(body, max_bytes, until)
        if coding == "br":
            found: bytes = brotli.Decompressor().process(body, output_buffer_limit=max_bytes)
            return found
        return decoded(body, coding, 1 << 24)[:max_bytes] if coding else body[:max_bytes]
    except (Rejected, zlib.error, brotli.error):
        return b""


def _inflated_beginning(body: bytes, max_bytes: int, until: bytes) -> bytes:
    stream, whole = zlib.decompressobj(zlib.MAX_WBITS | 16), b""
    while body and len(whole) < max_bytes and not (until and until in whole):
        whole += stream.decompress(body, _STEP_BYTES)
        body = stream.unconsumed_tail
    return whole


def _undone(body: bytes, coding: str, max_bytes: int) -> bytes:
    if coding in {"identity", "utf-8", "none"}:
        return body
    if coding in {"gzip", "x-gzip"}:
        return _inflated(body, zlib.MAX_WBITS | 16, max_bytes) if body.startswith(GZIP_MAGIC) else body
    if coding == "deflate":
        return _deflated(body, max_bytes)
    if coding == "br":
        return _unbrotlied(body, max_bytes)
    raise Rejected(Reason.UNREADABLE, f"content-coding {coding!r} is not one we read")


def _deflated(body: bytes, max_bytes: int) -> bytes:
    """RFC 9110 means zlib; some servers send bare deflate, and some archives neither."""
    is_zlib = len(body) > 1 and body[0] & 0x0F == 8 and (body[0] << 8 | body[1]) % 31 == 0
    try:
        return _inflated(body, zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS, max_bytes)
    except Rejected as rejection:
        if is_zlib or rejection.reason is not Reason.UNREADABLE:
            raise
        return body


def _inflated(body: bytes, window_bits: int, max_bytes: int) -> bytes:
    """All members of the stream, one after the other; padding after the last is let pass."""
    whole = bytearray()
    while body:
        stream = zlib.decompressobj(window_bits)
        try:
            whole += stream.decompress(body, max_bytes + 1 - len(whole))
        except zlib.error as error:
            if whole:
                break
            raise Rejected(Reason.UNREADABLE, f"the compressed stream is broken: {error}") from None
        if len(whole) > max_bytes:
            raise Rejected(Reason.TOO_LARGE, f"unpacks to more than {max_bytes} bytes")
        if not stream.eof:
            raise Rejected(Reason.TRUNCATED, "the compressed stream ends early")
        body = stream.unused_data
    return bytes(whole)


def _unbrotlied(body: bytes, max_bytes: int) -> bytes:
    stream, whole = brotli.Decompressor(), bytearray()
    try:
        whole += stream.process(body, output_buffer_limit=max_bytes + 1)
        while not stream.is_finished() and not stream.can_accept_more_data() and len(whole) <= max_bytes:
            whole += stream.process(b"", output_buffer_limit=max_bytes + 1 - len(whole))
    except brotli.error:
        return body  # not brotli after all
    if len(whole) > max_bytes:
        raise Rejected(Reason.TOO_LARGE, f"unpacks to more than {max_bytes} bytes")
    if not stream.is_finished():
        raise Rejected(Reason.TRUNCATED, "the compressed stream ends early")
    return bytes(whole)
