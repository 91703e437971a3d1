"""The archive: WARC files below one root, a local folder or the URL of an object store.

A file is written by one writer, never changed after it is closed but by a takedown, and named so that no two writers meet. On a local
folder each exchange is in the file as soon as `write` returns: a killed writer loses at most the page in flight. An object store shows a
file only when it is closed, so there (`is_readable_at_once` is false) nothing may rely on a capture before its writer is closed.
"""

import hashlib
import os
import secrets
import shutil
import tempfile
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from upath import UPath

from newshouse.errors import NewshouseError, Rejected
from newshouse.model import Capture, Page, Reason
from newshouse.warc import ArchivedRecord, Kind, Role, described, page_of, parsed_record
from newshouse.warc_erasing import erased_record
from newshouse.warc_members import members
from newshouse.warc_writing import payload_digest, written_exchange, written_warcinfo
from newshouse.web import Exchange

DEFAULT_MAX_BYTES = 10_000_000
_HEAD_BYTES = 1_000_000  # room for the heads of a record beside its payload


class Archive:
    """All WARC files below `root`; a `warc_file` is a path relative to it."""

    def __init__(self, root: str | Path) -> None:
        self.root = UPath(root)

    @property
    def is_readable_at_once(self) -> bool:
        """Whether a record can be read before its file is closed."""
        return self.root.protocol in {"", "file", "local"}

    def writer(self, source_id: str, now: datetime) -> "ArchiveWriter":
        """A writer for captures of one source. Its `warc_file` is known at once; the file appears with the first exchange."""
        name = f"{source_id}-{now.astimezone(UTC):%Y%m%d%H%M%S}-{secrets.token_hex(5)}.warc.gz"
        return ArchiveWriter(self, source_id, f"{source_id}/{now.astimezone(UTC):%Y/%m/%d}/{name}")

    def path(self, warc_file: str) -> UPath:
        """Where a file of the archive is. Raises NewshouseError for a name that leads out of the archive."""
        if warc_file.startswith("/") or ".." in warc_file.split("/"):
            raise NewshouseError(f"{warc_file!r} is no file of the archive: it must be a path below {self.root}")
        return self.root / warc_file

    def exists(self, warc_file: str) -> bool:
        return self.path(warc_file).exists()

    def read(self, capture: Capture, *, max_bytes: int = DEFAULT_MAX_BYTES) -> Page:
        """The page that a capture holds, chunking and content-coding undone.

        Raises Rejected: UNREADABLE for bytes that are no such record and where the file is gone, TRUNCATED, TOO_LARGE beyond `max_bytes`.
        Raises NewshouseError where the whole archive is away: an outage.
        """
        try:
            with self.path(capture.warc_file).open("rb") as file:
                file.seek(capture.warc_offset)
                member = file.read(capture.warc_length)
        except FileNotFoundError:
            if not self.root.exists():
                raise NewshouseError(f"there is no archive at {self.root}: is it mounted, is NEWSHOUSE_ARCHIVE right?") from None
            raise Rejected(Reason.UNREADABLE, f"the archive has no file {capture.warc_file} any more") from None
        return page_of(parsed_record(_unpacked(member, max_bytes + _HEAD_BYTES)), max_bytes)

    def records(self, warc_file: str, source_of: Callable[[str], str]) -> Iterator[ArchivedRecord]:
        """Every record of a file in its order, whoever wrote it; `source_of` names the source of a URL.

        What cannot be read is a record too (kind `broken`, with a reason), and so is a tail cut off by a crash.
        """
        with self.path(warc_file).open("rb") as file:
            for member in members(file):
                offset, length = member.offset, member.length
                try:
                    if member.reason is not None:
                        raise Rejected(member.reason, member.detail)
                    record = parsed_record(member.content)
                    yield described(record, warc_file=warc_file, offset=offset, length=length, source_of=source_of)
                except Rejected as error:
                    yield ArchivedRecord(kind=Kind.BROKEN, offset=offset, length=length, reason=error.reason, detail=error.detail)

    def adopt(self, path: str | Path) -> str:
        """Copies a foreign WARC file into the archive; returns its `warc_file`, the same for the same bytes."""
        with UPath(path).open("rb") as file:
            digest = hashlib.sha256()
            start = part = file.read(1 << 20)
            while part:
                digest.update(part)
                part = file.read(1 << 20)
            warc_file = f"replay/{digest.hexdigest()[:32]}{'.warc.gz' if start.startswith(bytes([0x1F, 0x8B])) else '.warc'}"
            if not self.exists(warc_file):
                file.seek(0)
                self.put(file, warc_file)
        return warc_file

    def erase(self, warc_file: str, offset: int, length: int, *, now: datetime) -> bool:
        """Overwrites one record with a notice of the same length, for a takedown: the one change that a closed file ever meets.

        True when it is done, and when it was done before; False where the file is gone.
        """
        if not self.exists(warc_file):
            return False
        with self.path(warc_file).open("rb") as file:
            file.seek(offset)
            is_gzip = file.read(2) == b"\x1f\x8b"
        notice = erased_record(length, at=now, is_gzip=is_gzip)
        if self.is_readable_at_once:
            with Path(str(self.path(warc_file))).open("r+b") as local:
                local.seek(offset)
                local.write(notice)
                local.flush()
                os.fsync(local.fileno())
            return True
        with tempfile.TemporaryFile() as whole:
            with self.path(warc_file).open("rb") as stored:
                shutil.copyfileobj(stored, whole, 1 << 20)
            whole.seek(offset)
            whole.write(notice)
            whole.seek(0)
            self.put(whole, warc_file)
        return True

    def remove(self, warc_file: str) -> bool:
        """Deletes a file; False where it is gone already."""
        if not self.exists(warc_file):
            return False
        self.path(warc_file).unlink()
        return True

    def put(self, content: IO[bytes], warc_file: str) -> None:
        """All of `content` as a file of the archive, or, when it goes wrong, nothing."""
        target = self.path(warc_file)
        target.parent.mkdir(parents=True, exist_ok=True)
        if not self.is_readable_at_once:
            with target.open("wb") as out:
                shutil.copyfileobj(content, out, 1 << 20)
            return
        part = Path(f"{target}.{secrets.token_hex(4)}.part")
        with part.open("wb") as local:
            shutil.copyfileobj(content, local, 1 << 20)
            local.flush()
            os.fsync(local.fileno())
        part.replace(str(target))


class ArchiveWriter:
    """Appends exchanges to one new WARC file; use it with `with`, or call `close`."""

    def __init__(self, archive: Archive, source_id: str, warc_file: str) -> None:
        self.source_id = source_id
        self.warc_file = warc_file
        self.record_count = 0
        self._archive = archive
        self._file: IO[bytes] | None = None
        self._offset = 0

    def write(
        self,
        exchange: Exchange,
        *,
        role: Role = Role.PAGE,
        robots_decision: str | None = None,
        tdm_reservation: str | None = None,
        revisited: Capture | None = None,
    ) -> Capture:
        """Keeps an exchange and the redirects that led to it; returns where its response record stands.

        `revisited` is the capture that still holds, where the exchange says no more than that.
        """
        hops = [record for hop in exchange.redirects for record in written_exchange(hop, role)]
        notes = {"robots_decision": robots_decision, "tdm_reservation": tdm_reservation}
        response, request = written_exchange(exchange, role, **notes, revisited=revisited)
        end = self._append(*hops, response, request)
        return Capture(
            source_id=self.source_id,
            url=exchange.url,
            final_url=exchange.final_url,
            captured_at=exchange.started_at,
            status=exchange.status,
            content_type=exchange.header("Content-Type"),
            payload_digest=payload_digest(exchange, revisited),
            size_bytes=len(exchange.payload),
            warc_file=self.warc_file,
            warc_offset=end - len(request) - len(response),
            warc_length=len(response),
            etag=exchange.header("ETag"),
            last_modified=exchange.header("Last-Modified"),
            robots_decision=robots_decision,
            truncated=exchange.truncated,
            role=role.value,
            tdm_reservation=tdm_reservation,
        )

    def close(self) -> None:
        """Makes what was written outlive a power failure and, on an object store, visible. Harmless when repeated."""
        if self._file is None or self._file.closed:
            return
        if self._archive.is_readable_at_once:
            os.fsync(self._file.fileno())
        else:
            self._file.seek(0)
            self._archive.put(self._file, self.warc_file)
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _append(self, *records: bytes) -> int:
        """Writes the records with one system call, so that a kill leaves whole records or one torn tail; returns the file's new end."""
        if self._file is None:
            self._file = self._opened()
            info = {"software": "Newshouse", "format": "WARC File Format 1.1", "isPartOf": self.source_id}
            records = (written_warcinfo(self.warc_file.rpartition("/")[2], info), *records)
        data = memoryview(b"".join(records))
        self._offset += len(data)
        self.record_count += len(records)
        while data:
            data = data[self._file.write(data) :]
        return self._offset

    def _opened(self) -> IO[bytes]:
        if not self._archive.is_readable_at_once:
            return tempfile.TemporaryFile(buffering=0)
        target = Path(str(self._archive.path(self.warc_file)))
        target.parent.mkdir(parents=True, exist_ok=True)
        return target.open("xb", buffering=0)


def _unpacked(member: bytes, max_bytes: int) -> bytes:
    if not member.startswith(b"\x1f\x8b"):
        return member
    stream = zlib.decompressobj(31)
    try:
        content = stream.decompress(member, max_bytes)
    except zlib.error as error:
        raise Rejected(Reason.UNREADABLE, f"broken gzip member ({error})") from error
    if not stream.eof:
        if len(content) >= max_bytes:
            raise Rejected(Reason.TOO_LARGE, f"the record holds more than {max_bytes} bytes")
        raise Rejected(Reason.TRUNCATED, "the record ends before its end")
    return content
