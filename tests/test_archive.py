"""The archive: what goes in comes out, after crashes and from foreign hands too."""

import contextlib
import gzip
import io
import os
import signal
import subprocess
import sys
import zlib
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from newshouse.archive import Archive
from newshouse.errors import NewshouseError, Rejected
from newshouse.model import Capture, Reason
from newshouse.warc import ArchivedRecord, Kind, Role, parsed_record
from newshouse.web import Exchange

NOW = datetime(2025, 9, 14, 3, 4, 5, 123456, tzinfo=UTC)
URL = "http://paper.example/a?b=1"
BENCH = Path(os.environ.get("NEWSHOUSE_BENCH_DATA", "nowhere")) / "warc" / "real-pages.warc.gz"


def exchange(payload: bytes = b"<p>news</p>", *, headers: tuple[tuple[str, str], ...] = (), **changes: object) -> Exchange:
    values: dict[str, object] = {
        "url": URL,
        "final_url": URL,
        "request_headers": (("Host", "paper.example"), ("User-Agent", "Newshouse")),
        "status": 200,
        "reason": "OK",
        "headers": (("Content-Type", "text/html; charset=utf-8"), ("ETag", '"7"'), *headers),
        "payload": payload,
        "started_at": NOW,
        "elapsed_s": 0.1,
    }
    return Exchange(**{**values, **changes})  # type: ignore[arg-type]


def kept(archive: Archive, *exchanges: Exchange) -> list[Capture]:
    with archive.writer("paper", NOW) as writer:
        return [writer.write(one) for one in exchanges]


def indexed(archive: Archive, warc_file: str) -> list[ArchivedRecord]:
    return list(archive.records(warc_file, lambda _: "paper"))


def test_a_file_that_is_gone_is_one_pages_trouble_and_a_whole_archive_an_outage(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    (capture,) = kept(archive, exchange())
    (tmp_path / "archive" / capture.warc_file).unlink()
    with pytest.raises(Rejected, match="no file") as rejected:
        archive.read(capture)
    assert rejected.value.reason is Reason.UNREADABLE
    with pytest.raises(NewshouseError, match="is it mounted"):
        Archive(tmp_path / "elsewhere").read(capture)


def test_a_page_comes_out_as_it_went_in(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    packed = gzip.compress(b"<p>n\xc3\xa9ws</p>", mtime=0)
    (capture,) = kept(archive, exchange(packed, headers=(("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked"))))
    page = archive.read(capture)
    assert (page.content, page.url, page.captured_at) == (b"<p>n\xc3\xa9ws</p>", URL, NOW)
    assert page.content_type == "text/html; charset=utf-8"
    assert (capture.size_bytes, capture.etag, capture.status) == (len(packed), '"7"', 200)


def test_the_index_can_be_made_again_from_the_file(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    hop = exchange(b"", url=URL, final_url=URL, status=301, headers=(("Location", "/b"),), truncated="length")
    with archive.writer("paper", NOW) as writer:
        captures = [
            writer.write(exchange(), robots_decision="allowed"),
            writer.write(exchange(b"b", final_url="http://paper.example/b", redirects=(hop,))),
            writer.write(exchange(b"<p>half", truncated="disconnect")),
            writer.write(exchange(b"", status=404, reason="Not Found")),
            writer.write(exchange(b"<rss/>"), role=Role.DOCUMENT),
        ]
    records = indexed(archive, writer.warc_file)
    assert [record.capture for record in records if record.capture] == captures
    assert Counter(record.kind for record in records) == {Kind.WARCINFO: 1, Kind.RESPONSE: 5, Kind.REDIRECT: 1, Kind.REQUEST: 6}
    assert len(records) == writer.record_count
    assert [record.role for record in records if record.capture] == [Role.PAGE] * 4 + [Role.DOCUMENT]
    assert sum(record.length for record in records) == archive.path(writer.warc_file).stat().st_size


def test_other_peoples_tools_read_our_files(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    (capture,) = kept(archive, exchange(b"<p>news</p>", headers=(("Transfer-Encoding", "chunked"),)))
    with archive.path(capture.warc_file).open("rb") as file:
        records = [(record.rec_type, record.content_stream().read()) for record in ArchiveIterator(file, check_digests="raise")]
    assert [kind for kind, _ in records] == ["warcinfo", "response", "request"]
    assert records[1][1] == b"<p>news</p>"


def test_two_writers_of_the_same_instant_do_not_meet(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    assert archive.writer("paper", NOW).warc_file != archive.writer("paper", NOW).warc_file


def test_a_writer_that_wrote_nothing_leaves_no_file(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with archive.writer("paper", NOW) as writer:
        pass
    assert not archive.exists(writer.warc_file)


@pytest.mark.parametrize(
    ("truncated", "reason"), [("length", Reason.TOO_LARGE), ("time", Reason.TRUNCATED), ("disconnect", Reason.TRUNCATED)]
)
def test_a_capture_that_was_cut_short_is_no_page(tmp_path: Path, truncated: str, reason: Reason) -> None:
    archive = Archive(tmp_path)
    (capture,) = kept(archive, exchange(b"<p>half", truncated=truncated))
    with pytest.raises(Rejected) as caught:
        archive.read(capture)
    assert caught.value.reason is reason


@pytest.mark.parametrize(
    ("payload", "coding", "reason"),
    [
        (gzip.compress(bytes(30_000_000)), "gzip", Reason.TOO_LARGE),
        (zlib.compress(bytes(30_000_000)), "deflate", Reason.TOO_LARGE),
        (gzip.compress(gzip.compress(bytes(30_000_000))), "gzip, gzip", Reason.TOO_LARGE),
        (gzip.compress(bytes(range(256)) * 9)[:-30], "gzip", Reason.TRUNCATED),
        (brotli.compress(bytes(30_000_000), quality=1), "br", Reason.TOO_LARGE),
        (brotli.compress(bytes(range(256)) * 9)[:-30], "br", Reason.TRUNCATED),
        (b"x" * 2_000_000, "", Reason.TOO_LARGE),
        (b"<p>news</p>", "rot13", Reason.UNREADABLE),
    ],
)
def test_what_cannot_be_unpacked_within_bounds_is_rejected(tmp_path: Path, payload: bytes, coding: str, reason: Reason) -> None:
    archive = Archive(tmp_path)
    (capture,) = kept(archive, exchange(payload, headers=(("Content-Encoding", coding),)))
    with pytest.raises(Rejected) as caught:
        archive.read(capture, max_bytes=1_000_000)
    assert caught.value.reason is reason


def test_a_payload_that_was_unpacked_beside_its_old_header_is_read(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    for coding in ("gzip", "deflate", "br"):
        (capture,) = kept(archive, exchange(b"<p>news</p>", headers=(("Content-Encoding", coding),)))
        assert archive.read(capture).content == b"<p>news</p>"


def test_a_writer_killed_in_mid_write_loses_the_page_in_flight_at_most(tmp_path: Path) -> None:
    program = f"""
import sys
from tests.test_archive import Archive, NOW, exchange
writer = Archive({str(tmp_path)!r}).writer("paper", NOW)
print(writer.warc_file, flush=True)
for number in range(100_000):
    writer.write(exchange(b"%d " % number * 20_000))
    print(number, flush=True)
"""
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    warc_file = process.stdout.readline().strip()
    noted = -1
    for line in process.stdout:
        noted = int(line)
        if noted == 20:
            process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    archive = Archive(tmp_path)
    captures = [record.capture for record in indexed(archive, warc_file) if record.capture]
    assert len(captures) in {noted + 1, noted + 2}
    assert [archive.read(capture).content.split(b" ")[0] for capture in captures] == [b"%d" % number for number in range(len(captures))]


@settings(max_examples=30, deadline=None)
@given(cut=st.floats(0, 1), damage=st.binary(min_size=1, max_size=40), is_torn=st.booleans())
def test_every_byte_of_a_damaged_file_is_accounted_for(
    tmp_path_factory: pytest.TempPathFactory, cut: float, damage: bytes, is_torn: bool
) -> None:
    archive = Archive(tmp_path_factory.mktemp("archive"))
    captures = kept(archive, *(exchange(b"%d" % number * 300) for number in range(4)))
    path = Path(str(archive.path(captures[0].warc_file)))
    whole = path.read_bytes()
    place = int(cut * len(whole))
    path.write_bytes(whole[:place] if is_torn else whole[:place] + damage + whole[place + len(damage) :])
    if not path.read_bytes().startswith(b"\x1f\x8b\x08"):
        return
    records = indexed(archive, captures[0].warc_file)
    assert sum(record.length for record in records) == path.stat().st_size
    assert {record.capture for record in records} >= {capture for capture in captures if capture.warc_offset + capture.warc_length <= place}


def test_a_torn_tail_is_reported_after_all_whole_records(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    captures = kept(archive, exchange(), exchange(b"second " * 100))
    path = Path(str(archive.path(captures[1].warc_file)))
    path.write_bytes(path.read_bytes()[: captures[1].warc_offset + 50])
    records = indexed(archive, captures[0].warc_file)
    assert [record.capture for record in records if record.capture] == captures[:1]
    assert (records[-1].kind, records[-1].reason) == (Kind.BROKEN, Reason.TRUNCATED)


def foreign(*heads_and_bodies: tuple[str, bytes]) -> bytes:
    parts = []
    for head, body in heads_and_bodies:
        parts.append(f"WARC/1.0\r\n{head}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n")
    return b"".join(parts)


FOREIGN = (
    ("WARC-Type: warcinfo\r\nWARC-Date: 2020-01-01T00:00:00Z\r\nContent-Type: application/warc-fields", b"software: x\r\n"),
    (
        "WARC-Type: response\r\nWARC-Date: 2020-01-01T00:00:01Z\r\nContent-Type: application/http; msgtype=response\r\nWARC-Target-URI: <http://a.example/1>",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>ne\r\n3\r\nws.\r\n0\r\n\r\n",
    ),
    (
        "WARC-Type: resource\r\nWARC-Date: 2020-01-01T00:00:02Z\r\nContent-Type: text/html\r\nWARC-Target-URI: http://a.example/2",
        b"<p>resource",
    ),
    (
        "WARC-Type: revisit\r\nWARC-Date: 2020-01-01T00:00:03Z\r\nContent-Type: application/http; msgtype=response\r\nWARC-Target-URI: http://a.example/1",
        b"HTTP/1.1 200 OK\r\n\r\n",
    ),
    (
        "WARC-Type: response\r\nWARC-Date: 2020-01-01T00:00:04Z\r\nContent-Type: text/dns\r\nWARC-Target-URI: dns:a.example",
        b"a.example 1.2.3.4",
    ),
    (
        "WARC-Type: metadata\r\nWARC-Date: 2020-01-01T00:00:05Z\r\nContent-Type: application/warc-fields\r\nWARC-Target-URI: http://a.example/1",
        b"x: y",
    ),
    (
        "WARC-Type: response\r\nWARC-Date: never\r\nContent-Type: application/http; msgtype=response\r\nWARC-Target-URI: http://a.example/3",
        b"HTTP/1.1 200 OK\r\n\r\nx",
    ),
    (
        "WARC-Type: response\r\nWARC-Date: 2020-01-01T00:00:06Z\r\nContent-Type: application/http; msgtype=response\r\nWARC-Target-URI: http://a.example/4",
        b"HTTP/1.1 302 Found\r\nLocation: /5\r\n\r\n",
    ),
)
KINDS = [Kind.WARCINFO, Kind.RESPONSE, Kind.RESOURCE, Kind.REVISIT, Kind.OTHER, Kind.OTHER, Kind.BROKEN, Kind.REDIRECT]


@pytest.mark.parametrize("is_packed", [True, False])
def test_every_record_of_a_foreign_file_is_accounted_for(tmp_path: Path, is_packed: bool) -> None:
    path = tmp_path / ("foreign.warc.gz" if is_packed else "foreign.warc")
    path.write_bytes(b"".join(gzip.compress(foreign(one)) for one in FOREIGN) if is_packed else foreign(*FOREIGN))
    archive = Archive(tmp_path / "archive")
    warc_file = archive.adopt(path)
    assert archive.adopt(path) == warc_file
    records = list(archive.records(warc_file, lambda url: url.split("/")[2]))
    assert [record.kind for record in records] == KINDS
    captures = [record.capture for record in records if record.capture]
    assert [archive.read(capture).content for capture in captures] == [b"<p>news.", b"<p>resource"]
    assert [capture.source_id for capture in captures] == ["a.example", "a.example"]
    assert captures[0].url == "http://a.example/1"


@pytest.mark.parametrize(
    ("date", "url", "status_line"),
    [
        ("9999-12-31T23:59:59Z", "http://a.example/1", "HTTP/1.1 200 OK"),
        ("9999-12-31T23:59:59-14:00", "http://a.example/1", "HTTP/1.1 200 OK"),
        ("0001-01-01T00:00:00Z", "http://a.example/1", "HTTP/1.1 200 OK"),
        ("2020-01-01T00:00:01Z", "http://a.example/\0", "HTTP/1.1 200 OK"),
        ("2020-01-01T00:00:01Z", "http://a.example/1", "no status line"),
        ("2020-01-01T00:00:01Z", "http://a.example/1", "HTTP/1.1 99999999999 OK"),
        ("2020-01-01T00:00:01Z", "http://a.example/1", "HTTP/1.1 -1 OK"),
    ],
)
def test_a_head_that_says_the_impossible_breaks_its_own_record_alone(tmp_path: Path, date: str, url: str, status_line: str) -> None:
    head = f"WARC-Type: response\r\nWARC-Date: {date}\r\nContent-Type: application/http; msgtype=response\r\nWARC-Target-URI: {url}"
    path = tmp_path / "foreign.warc"
    path.write_bytes(foreign((head, f"{status_line}\r\nContent-Type: text/html\r\n\r\n<p>news".encode()), FOREIGN[2]))
    archive = Archive(tmp_path / "archive")
    broken, whole = indexed(archive, archive.adopt(path))
    assert (broken.kind, broken.reason, broken.capture) == (Kind.BROKEN, Reason.UNREADABLE, None)
    assert whole.kind is Kind.RESOURCE


def test_a_file_packed_as_one_piece_says_how_to_mend_it(tmp_path: Path) -> None:
    path = tmp_path / "one.warc.gz"
    path.write_bytes(gzip.compress(foreign(*FOREIGN)))
    archive = Archive(tmp_path / "archive")
    (record,) = indexed(archive, archive.adopt(path))
    assert record.kind is Kind.BROKEN
    assert "warcio recompress" in record.detail


@pytest.mark.parametrize("content", [b"", b"<html>", b"\x1f\x8b\x08junk", b"WARC/1.0\r\n\r\n", gzip.compress(b"no warc")])
def test_what_is_no_warc_file_is_no_crash(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "any.warc.gz"
    path.write_bytes(content)
    archive = Archive(tmp_path / "archive")
    assert all(record.kind is Kind.BROKEN for record in indexed(archive, archive.adopt(path)))


@pytest.mark.parametrize("one", [FOREIGN[1], FOREIGN[2]], ids=["response", "resource"])
def test_a_length_that_no_record_has_breaks_it(tmp_path: Path, one: tuple[str, bytes]) -> None:
    path = tmp_path / "foreign.warc.gz"
    path.write_bytes(gzip.compress(foreign(one).replace(b"Content-Length: ", b"Content-Length: " + b"9" * 30)))
    archive = Archive(tmp_path / "archive")
    (record,) = indexed(archive, archive.adopt(path))
    assert (record.kind, record.reason) == (Kind.BROKEN, Reason.UNREADABLE)


@given(st.binary(max_size=300))
def test_no_bytes_crash_the_reader_of_a_record(noise: bytes) -> None:
    with contextlib.suppress(Rejected):
        parsed_record(noise)


def test_names_that_lead_out_of_the_archive_are_refused(tmp_path: Path) -> None:
    for name in ("../secret", "/etc/passwd", "a/../../b"):
        with pytest.raises(NewshouseError):
            Archive(tmp_path).path(name)


def test_an_object_store_shows_a_file_when_it_is_closed() -> None:
    archive = Archive("memory://newshouse-test")
    assert not archive.is_readable_at_once
    writer = archive.writer("paper", NOW)
    capture = writer.write(exchange())
    assert not archive.exists(writer.warc_file)
    writer.close()
    assert archive.read(capture).content == b"<p>news</p>"
    assert [record.capture for record in indexed(archive, writer.warc_file) if record.capture] == [capture]


def test_records_are_small_and_packed_one_by_one(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    (capture,) = kept(archive, exchange(b"<p>news</p>" * 1000))
    with archive.path(capture.warc_file).open("rb") as file:
        file.seek(capture.warc_offset)
        member = file.read(capture.warc_length)
    assert gzip.GzipFile(fileobj=io.BytesIO(member)).read().startswith(b"WARC/1.1\r\n")
    assert len(member) < 2_000


@pytest.mark.skipif(not BENCH.exists(), reason="NEWSHOUSE_BENCH_DATA does not lead to the folder of real pages")
def test_every_real_page_is_accounted_for_and_readable(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    records = indexed(archive, archive.adopt(BENCH))
    assert Counter(record.kind for record in records) == {Kind.RESPONSE: 592}
    assert all(archive.read(record.capture).content for record in records if record.capture)


HEADER_TEXT = st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f\x85\xa0\xad"), max_size=30).map(str.strip)


@settings(max_examples=60, deadline=None)
@given(
    payload=st.binary(max_size=500),
    etag=HEADER_TEXT,
    other=HEADER_TEXT,
    reason=HEADER_TEXT,
    path=st.sampled_from(["/", "/a?b=c#d", "/é", "/a%20b"]),
)
def test_any_payload_and_headers_survive_the_round_trip(
    tmp_path_factory: pytest.TempPathFactory, payload: bytes, etag: str, other: str, reason: str, path: str
) -> None:
    archive = Archive(tmp_path_factory.mktemp("archive"))
    headers = (("ETag", etag), ("X-Other", other), ("Content-Type", "text/html"))
    url = f"http://paper.example{path}"
    (capture,) = kept(archive, exchange(payload, url=url, final_url=url, reason=reason, headers=(), request_headers=(("X", other),)))
    (again,) = [record.capture for record in indexed(archive, capture.warc_file) if record.capture]
    assert again == capture
    assert archive.read(capture).content == payload
    (tagged,) = kept(archive, exchange(payload, headers=headers))
    (found,) = [record.capture for record in indexed(archive, tagged.warc_file) if record.capture]
    assert (found.capture_key, found.payload_digest, found.warc_offset) == (tagged.capture_key, tagged.payload_digest, tagged.warc_offset)
