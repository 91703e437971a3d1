"""The pieces of a WARC file: gzip members, or bare records, each with its place, and what is broken between them.

Own reading instead of warcio's iterator, which gives up at the first broken member; here reading goes on at the next one.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from newshouse.model import Reason

GZIP_MAGIC = b"\x1f\x8b\x08"
MAX_RECORD_BYTES = 128_000_000  # unpacked; more than any page, less than what hurts
_STEP_BYTES = 1 << 18
_CONTENT_LENGTH = re.compile(rb"(?im)^content-length:[ \t]*(\d{1,15})[ \t]*\r?$")
_SECOND_RECORD = re.compile(rb"\r\n\r\nWARC/[01]\.\d\r\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One record's bytes, unpacked; empty, with a reason, where they cannot be had."""

    offset: int
    length: int
    content: bytes = b""
    reason: Reason | None = None
    detail: str = ""


def members(file: IO[bytes]) -> Iterator[Member]:
    """The records of a file, packed one by one or not at all, in their order; every byte belongs to one of them."""
    start = file.read(3)
    file.seek(0)
    yield from _packed(file) if start == GZIP_MAGIC else _bare(file)


def _packed(file: IO[bytes]) -> Iterator[Member]:
    offset, waiting = 0, file.read(_STEP_BYTES)
    while waiting:
        member, waiting = _next_member(file, offset, waiting)
        yield member
        offset += member.length
        waiting = waiting or file.read(_STEP_BYTES)


def _next_member(file: IO[bytes], offset: int, waiting: bytes) -> tuple[Member, bytes]:
    """The member at `offset`, whose first bytes are `waiting`, and what was read beyond it."""
    stream = zlib.decompressobj(31)
    parts: list[bytes] = []
    size = taken = 0
    reason: Reason | None = None
    detail = ""
    while not stream.eof and reason is None:
        try:
            part = stream.decompress(waiting, _STEP_BYTES)
        except zlib.error as error:
            reason, detail = Reason.UNREADABLE, f"broken gzip member ({error})"
            break
        left = stream.unused_data if stream.eof else stream.unconsumed_tail  # at the end, zlib repeats the one in the other
        taken += len(waiting) - len(left)
        waiting = left
        size += len(part)
        if size <= MAX_RECORD_BYTES:
            parts.append(part)
        if not stream.eof and not waiting and not part and not (waiting := file.read(_STEP_BYTES)):
            reason, detail = Reason.TRUNCATED, "the file ends within this record"
        elif not stream.eof and not waiting:
            waiting = waiting or file.read(_STEP_BYTES)
    if reason is Reason.UNREADABLE:
        skipped, waiting = _next_magic(file, waiting)
        taken += skipped
    content = b"".join(parts)
    if reason is None and size > MAX_RECORD_BYTES:
        reason, detail = Reason.TOO_LARGE, f"more than {MAX_RECORD_BYTES} bytes in one gzip member"
    elif reason is None and _holds_several(content):
        reason, detail = Reason.UNREADABLE, "several records in one gzip member; `warcio recompress` makes a file with one each"
    return Member(offset=offset, length=taken, content=b"" if reason else content, reason=reason, detail=detail), waiting


def _next_magic(file: IO[bytes], waiting: bytes) -> tuple[int, bytes]:
    """How many bytes to skip until another gzip member may begin, and what is read from there on."""
    skipped, place = 0, waiting.find(GZIP_MAGIC, 1)
    while place < 0:
        keep = waiting[-2:]
        more = file.read(_STEP_BYTES)
        if not more:
            return skipped + len(waiting), b""
        skipped += len(waiting) - len(keep)
        waiting = keep + more
        place = waiting.find(GZIP_MAGIC)
    return skipped + place, waiting[place:]


def _holds_several(content: bytes) -> bool:
    """Whether another record follows the end that the first one's Content-Length tells."""
    head_end = content.find(b"\r\n\r\n")
    length = _CONTENT_LENGTH.search(content, 0, head_end + 2) if head_end >= 0 else None
    return bool(length and _SECOND_RECORD.match(content, head_end + 4 + int(length[1])))


def _bare(file: IO[bytes]) -> Iterator[Member]:
    offset = 0
    while True:
        file.seek(offset)
        head = file.read(1 << 16)
        stripped = head.lstrip(b"\r\n")
        offset += len(head) - len(stripped)
        if not stripped:
            return
        head_end = stripped.find(b"\r\n\r\n")
        length = _CONTENT_LENGTH.search(stripped, 0, head_end + 2) if head_end >= 0 else None
        if not stripped.startswith(b"WARC/") or length is None:
            rest = len(stripped) + len(file.read())
            yield Member(offset=offset, length=rest, reason=Reason.UNREADABLE, detail="this is no WARC record; what follows is lost")
            return
        size = head_end + 4 + int(length[1])
        file.seek(offset)
        content = file.read(min(size, MAX_RECORD_BYTES))
        reason = Reason.TOO_LARGE if size > MAX_RECORD_BYTES else Reason.TRUNCATED if len(content) < size else None
        length_found = size if reason is not Reason.TRUNCATED else len(content)
        yield Member(offset=offset, length=length_found, content=b"" if reason else content, reason=reason)
        offset += size
