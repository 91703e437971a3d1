"""A WARC record that takes the place of one that was taken down: as long as that one to the byte, so that all others stay where they are.

Pure. The record is of type `metadata`, says what it is, and is filled up with spaces, in stored blocks (RFC 1951, 3.2.4), which have any
length that is wanted.
"""

import uuid
import zlib
from datetime import datetime

from newshouse.errors import NewshouseError
from newshouse.warc_writing import GZIP_HEAD, STORED_BYTES, warc_date

NOTICE = b"This record was taken down."
_BLOCK_HEAD = 5  # bytes
_CHECKSUMS = 8
_DIGITS = 12  # of Content-Length, so that the head is as long whatever it says
_END = b"\r\n\r\n"


def erased_record(length: int, *, at: datetime, is_gzip: bool) -> bytes:
    """`length` bytes: a record, or the gzip member of one. Raises NewshouseError for a length into which none goes."""
    if not is_gzip:
        return _text(length, at)
    block_count = max(1, -(-(length - len(GZIP_HEAD) - _CHECKSUMS) // (STORED_BYTES + _BLOCK_HEAD)))
    text = _text(length - len(GZIP_HEAD) - _CHECKSUMS - block_count * _BLOCK_HEAD, at)
    blocks = [text[place * STORED_BYTES : (place + 1) * STORED_BYTES] for place in range(block_count)]
    checksums = zlib.crc32(text).to_bytes(4, "little") + (len(text) & 0xFFFFFFFF).to_bytes(4, "little")
    return b"".join([GZIP_HEAD, *(_stored(block, is_last=place == block_count - 1) for place, block in enumerate(blocks)), checksums])


def _text(length: int, at: datetime) -> bytes:
    fields = (
        f"WARC-Type: metadata\r\nWARC-Record-ID: <urn:uuid:{uuid.uuid4()}>\r\nWARC-Date: {warc_date(at)}\r\nContent-Type: text/plain\r\n"
    )
    head_length = len(f"WARC/1.1\r\n{fields}Content-Length: \r\n\r\n") + _DIGITS
    content_length = length - head_length - len(_END)
    if content_length < len(NOTICE):
        raise NewshouseError(
            f"a record of {length} bytes is too short to be overwritten by another: {head_length + len(NOTICE)} are needed"
        )
    head = f"WARC/1.1\r\n{fields}Content-Length: {content_length:0{_DIGITS}}\r\n\r\n".encode()
    return head + NOTICE.ljust(content_length) + _END


def _stored(block: bytes, *, is_last: bool) -> bytes:
    return bytes([is_last]) + len(block).to_bytes(2, "little") + (len(block) ^ 0xFFFF).to_bytes(2, "little") + block
