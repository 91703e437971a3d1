"""The fault table of docs/operate.md: a real server does each wrong thing, another one does its work beside it."""

import gzip
import socket
import threading
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newshouse.archive import Archive
from newshouse.discovering import asker
from newshouse.discovery import Discovery, discover
from newshouse.errors import Rejected
from newshouse.fetching import fetch_pages
from newshouse.model import Capture, DiscoveryRule, Outcome, Politeness, Reason
from newshouse.settings import ConnectTo
from newshouse.site_files import Memory
from newshouse.warc import Kind
from newshouse.web import Web
from tests.network.faulty_server import FaultyServer, Script, drip, flood, reset_after, response
from tests.network.test_fetching import ARCHIVE_TIME, OPEN, PAGE, SITE_FILES, FakeTime, fetched, outcomes, pages_asked, source
from tests.network.test_web import MIB, moved, settings

PENDING, REJECTED, SKIPPED = Outcome.PENDING, Outcome.REJECTED, Outcome.SKIPPED
PACKED = "Content-Encoding: gzip"
BOMB = gzip.compress(bytes(50 * MIB))
FAULTS: dict[str, tuple[bytes | Script, Outcome, Reason, str | None]] = {  # what is recorded: outcome, reason, WARC-Truncated
    "slow drip": (drip(b"HTTP/1.1 200 OK\r\n\r\n<p>"), PENDING, Reason.HOST_BUSY, "time"),
    "reset in mid-body": (reset_after(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n<p>"), REJECTED, Reason.TRUNCATED, "disconnect"),
    "fewer bytes than announced": (
        flood(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n<p>", b"", 0),
        REJECTED,
        Reason.TRUNCATED,
        "disconnect",
    ),
    "page of 50 MB": (flood(b"HTTP/1.1 200 OK\r\n\r\n", bytes(MIB), 50), REJECTED, Reason.TOO_LARGE, "length"),
    "429 storm": (response(b"", status="429 Slow down"), PENDING, Reason.HOST_BUSY, None),
    "redirect loop": (moved("/page"), REJECTED, Reason.BAD_REDIRECT, None),
    "redirect to 169.254.169.254": (moved("http://169.254.169.254/latest/"), REJECTED, Reason.FORBIDDEN_ADDRESS, None),
    "redirect to a name that resolves privately": (moved("http://inside.private/"), REJECTED, Reason.FORBIDDEN_ADDRESS, None),
    "picture": (response(b"\xff\xd8", content_type="image/jpeg"), REJECTED, Reason.NOT_HTML, "unspecified"),
    "PDF of 50 MB": (response(b"", content_type="application/pdf", length=50 * MIB), REJECTED, Reason.NOT_HTML, "unspecified"),
}
PRIVATE = ConnectTo(pattern="*.private", address="10.0.0.7", port=80)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_recorded_as_what_it_is_and_touches_nobody_else(tmp_path: Path, name: str) -> None:
    answer, outcome, reason, truncated = FAULTS[name]
    with FaultyServer({**OPEN, "/page": answer}) as sick, FaultyServer({**OPEN, "/page": PAGE}) as well:
        where = settings(page_timeout_s=0.5, connect_to=(PRIVATE,))
        found = {one.url: one for one in fetched(tmp_path, [sick.url("/page"), well.url("/page")], where=where)}
    one, other = found[sick.url("/page")], found[well.url("/page")]
    assert (one.outcome, one.reason, one.capture and one.capture.truncated) == (outcome, reason, truncated)
    assert (other.outcome, other.reason) == (PENDING, Reason.NOT_EXTRACTED)
    assert one.capture is None or Archive(tmp_path).exists(one.capture.warc_file)


@pytest.mark.parametrize(("body", "reason"), [(BOMB, Reason.TOO_LARGE), (gzip.compress(b"<p>news" * 99)[:-30], Reason.TRUNCATED)])
def test_a_packed_page_is_archived_as_it_came_and_refused_when_it_is_unpacked(tmp_path: Path, body: bytes, reason: Reason) -> None:
    with FaultyServer({**OPEN, "/page": response(body, head=PACKED)}) as server:
        (one,) = fetched(tmp_path, [server.url("/page")])
    assert one.capture is not None
    with pytest.raises(Rejected) as caught:
        Archive(tmp_path).read(one.capture, max_bytes=MIB)
    assert caught.value.reason is reason


def test_what_is_no_page_is_not_downloaded(tmp_path: Path) -> None:
    sent: list[int] = []

    def film(connection: socket.socket, closing: threading.Event) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n")
        for _ in range(50):
            connection.sendall(bytes(MIB))
            sent.append(1)

    with FaultyServer({**OPEN, "/film": film}) as server:
        (one,) = fetched(tmp_path, [server.url("/film")])
    assert (one.reason, one.detail) == (Reason.NOT_HTML, "video/mp4")
    assert len(sent) < 20


def test_a_name_that_resolves_anew_to_a_private_address_is_refused() -> None:
    answers = ["127.0.0.1", "10.0.0.7"]  # an address the source may live at, then one inside
    asked: list[str] = []

    def look_up(host: str, port: int, **_: object) -> Sequence[object]:
        asked.append(host)
        address = answers[min(len(asked), len(answers)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, server.port))]

    hang_up = response(b"first", head="Connection: close")
    with FaultyServer({"/a": hang_up, "/b": PAGE}) as server, Web(settings(), is_loopback_allowed=True, look_up=look_up) as web:
        assert web.get("http://rebinding.example/a").payload == b"first"
        assert asked == ["rebinding.example"]  # the address that was vetted is the one connected to: no second look
        with pytest.raises(Rejected) as caught:
            web.get("http://rebinding.example/b")
        assert server.paths() == ["/a"]
    assert caught.value.reason is Reason.FORBIDDEN_ADDRESS
    assert asked == ["rebinding.example"] * 2


def test_a_redirect_to_a_name_that_rebinds_is_refused() -> None:
    def look_up(host: str, port: int, **_: object) -> Sequence[object]:
        address = "127.0.0.1" if host == "outside.example" else "169.254.169.254"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, server.port))]

    answers = {"/a": moved("http://inside.example/secret")}
    with FaultyServer(answers) as server, Web(settings(), is_loopback_allowed=True, look_up=look_up) as web:
        with pytest.raises(Rejected) as caught:
            web.get("http://outside.example/a")
        assert server.paths() == ["/a"]
    assert caught.value.reason is Reason.FORBIDDEN_ADDRESS


def test_a_host_that_does_not_exist_is_told_as_such(tmp_path: Path) -> None:
    def look_up(host: str, port: int, **_: object) -> Sequence[object]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with Web(settings(), look_up=look_up) as web, Archive(tmp_path).writer("paper", ARCHIVE_TIME) as writer:
        urls = ["http://gone.example/a", "http://gone.example/b"]
        found = list(fetch_pages(source(), urls, web=web, writer=writer, clock=FakeTime().clock))
    assert outcomes(found) == [(PENDING, Reason.HOST_BUSY)] * 2
    assert {one.detail for one in found} == {"gone.example: no such host (Name or service not known)"}


def test_hosts_are_asked_at_the_same_time_and_a_slow_one_holds_nobody_up(tmp_path: Path) -> None:
    def slow(connection: socket.socket, closing: threading.Event) -> None:
        closing.wait(0.8)
        connection.sendall(PAGE)

    with FaultyServer({**OPEN, "/page": slow}) as sick, FaultyServer({**OPEN, "/page": PAGE, "/more": PAGE}) as well:
        found = fetched(tmp_path, [sick.url("/page"), well.url("/page"), well.url("/more")], where=settings(page_timeout_s=5))
        assert [one.url for one in found] == [well.url("/page"), well.url("/more"), sick.url("/page")]
    assert {one.reason for one in found} == {Reason.NOT_EXTRACTED}


def test_a_storm_makes_the_pauses_longer_and_answers_make_them_shorter_again(tmp_path: Path) -> None:
    storm = [response(b"", status="429 Slow down")] * 2 + [PAGE] * 4
    fake = FakeTime()
    with FaultyServer({**OPEN, **{f"/{n}": answer for n, answer in enumerate(storm)}}) as server:
        polite = source(politeness=Politeness(delay_s=1.0))
        fetched(tmp_path, [server.url(f"/{n}") for n in range(6)], of=polite, clock=fake.clock)
    assert fake.slept[-5:] == [2.0, 4.0, 2.0, 1.0, 1.0]


# --- what the publisher reserves -----------------------------------------------------------------------------------------------

RESERVING = source(politeness=Politeness(delay_s=0.0, honour_tdm_reservation=True))
TDM_HEADER = response(b"<p>news</p>", head="TDM-Reservation: 1")
TDM_META = response(b'<head><meta name="tdm-reservation" content="1"></head><p>news</p>')


@pytest.mark.parametrize(("answer", "by"), [(PAGE, "none"), (TDM_HEADER, "header"), (TDM_META, "meta")])
def test_a_reservation_is_recorded_and_left_to_the_source(tmp_path: Path, answer: bytes, by: str) -> None:
    with FaultyServer({**OPEN, "/page": answer}) as server:
        (noted,) = fetched(tmp_path / "noted", [server.url("/page")])
        (honoured,) = fetched(tmp_path / "honoured", [server.url("/page")], of=RESERVING)
    assert noted.capture is not None
    assert honoured.capture is not None
    assert (noted.reason, noted.capture.tdm_reservation) == (Reason.NOT_EXTRACTED, by)
    records = list(Archive(tmp_path / "noted").records(noted.capture.warc_file, lambda _: "paper"))
    assert noted.capture in [record.capture for record in records]
    if by != "none":
        assert (honoured.outcome, honoured.reason) == (SKIPPED, Reason.TDM_RESERVED)
        assert (honoured.capture.size_bytes, honoured.capture.truncated, honoured.capture.tdm_reservation) == (0, "unspecified", by)


@pytest.mark.parametrize(
    ("path", "body", "by"),
    [
        ("/.well-known/tdmrep.json", b'[{"location": "/", "tdm-reservation": 1}]', "tdmrep"),
        ("/ai.txt", b"User-agent: *\nDisallow: /", "ai_txt"),
    ],
)
def test_a_reservation_of_the_site_is_honoured_without_asking_for_the_page(tmp_path: Path, path: str, body: bytes, by: str) -> None:
    with FaultyServer({**OPEN, path: response(body), "/page": PAGE}) as server:
        (noted,) = fetched(tmp_path / "noted", [server.url("/page")])
        server.requests.clear()
        (honoured,) = fetched(tmp_path / "honoured", [server.url("/page")], of=RESERVING)
        assert pages_asked(server) == []
    assert noted.capture is not None
    assert noted.capture.tdm_reservation == by
    assert (honoured.outcome, honoured.reason, honoured.capture) == (SKIPPED, Reason.TDM_RESERVED, None)


def test_while_a_reservation_cannot_be_read_an_honouring_source_waits(tmp_path: Path) -> None:
    kept: list[object] = []
    memory = Memory(keep=lambda file, captures: kept.append(file))
    with FaultyServer({**OPEN, "/ai.txt": response(b"", status="503 Busy"), "/page": PAGE}) as server:
        (honoured,) = fetched(tmp_path / "honoured", [server.url("/page")], of=RESERVING, memory=memory)
        (noted,) = fetched(tmp_path / "noted", [server.url("/page")], memory=memory)
    assert (honoured.reason, honoured.detail) == (Reason.HOST_BUSY, f"{server.url('')}: what it reserves could not be read")
    assert noted.reason is Reason.NOT_EXTRACTED
    assert kept == []  # the next run asks again


def test_what_robots_txt_forbids_is_not_asked_for_although_it_may_reserve(tmp_path: Path) -> None:
    robots = response(b"User-agent: *\nDisallow: /ai.txt\nDisallow: /.well-known/\n")
    with FaultyServer({"/robots.txt": robots, "/page": PAGE}) as server:
        fetched(tmp_path, [server.url("/page")])
        assert server.paths() == [SITE_FILES[0], "/page"]


# --- pages that the archive has ------------------------------------------------------------------------------------------------


def conditional(connection: socket.socket, closing: threading.Event) -> None:
    connection.sendall(b'HTTP/1.1 304 Not Modified\r\nETag: "7"\r\n\r\n')


def test_a_page_that_still_holds_is_kept_as_a_revisit_of_the_one_in_the_archive(tmp_path: Path) -> None:
    marks = 'ETag: "7"\r\nLast-Modified: Wed, 17 Sep 2025 06:00:00 GMT'
    with FaultyServer({**OPEN, "/page": response(b"<p>news</p>", head=marks)}) as server:
        (first,) = fetched(tmp_path, [server.url("/page")])
        server.answers["/page"] = conditional
        assert first.capture is not None
        (second,) = fetched(tmp_path, [server.url("/page")], pages={server.url("/page"): first.capture})
        head = server.requests[-1]
    assert b'If-None-Match: "7"' in head
    assert b"If-Modified-Since: Wed, 17 Sep 2025 06:00:00 GMT" in head
    assert second.capture is not None
    assert (second.outcome, second.reason) == (PENDING, Reason.NOT_EXTRACTED)
    assert (second.capture.status, second.capture.payload_digest) == (304, first.capture.payload_digest)
    records = list(Archive(tmp_path).records(second.capture.warc_file, lambda _: "paper"))
    assert [record.kind for record in records].count(Kind.REVISIT) == 1
    assert not [record for record in records if record.kind is Kind.BROKEN]
    assert Archive(tmp_path).read(first.capture).content == b"<p>news</p>"


def test_a_304_that_nobody_asked_for_is_no_page(tmp_path: Path) -> None:
    with FaultyServer({**OPEN, "/page": conditional}) as server:
        (one,) = fetched(tmp_path, [server.url("/page")])
    assert (one.outcome, one.reason, one.detail) == (REJECTED, Reason.HTTP_ERROR, "status 304")


def test_a_mark_that_would_break_the_request_is_not_sent(tmp_path: Path) -> None:
    with FaultyServer({**OPEN, "/page": PAGE}) as server:
        (first,) = fetched(tmp_path, [server.url("/page")])
        assert first.capture is not None
        odd: Capture = replace(first.capture, etag='"\u00ff"', last_modified="x\r\nEvil: 1")
        fetched(tmp_path, [server.url("/page")], pages={server.url("/page"): odd})
        assert not any(b"If-" in head or b"Evil" in head for head in server.requests)


# --- feeds ---------------------------------------------------------------------------------------------------------------------


def item(number: int, guid: str, date: str = "") -> str:
    return f"<item><title>Story {number}</title><link>http://127.0.0.1/story/{number}</link><guid>{guid}</guid>{date}</item>"


def read(server: FaultyServer, folder: Path, zone: str = "UTC") -> Discovery:
    rules = tuple(DiscoveryRule(strategy="feed", url=server.url(path)) for path in ("/bad.xml", "/good.xml"))
    this = source(discovery=rules, time_zone=zone, politeness=Politeness(delay_s=0.0))
    with Web(settings(), is_loopback_allowed=True) as web, Archive(folder).writer("paper", ARCHIVE_TIME) as writer:
        return discover(this, None, asker(this, web, writer.write), datetime(2025, 9, 18, tzinfo=UTC))


def feed(*items: str, head: str = "") -> bytes:
    return response(
        f'<?xml version="1.0"?>{head}<rss version="2.0"><channel>{"".join(items)}</channel></rss>'.encode(), content_type="text/xml"
    )


GOOD = feed(item(9, "nine"))
LOLS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def test_a_feed_with_an_entity_bomb_is_refused_at_once_and_the_other_feed_is_read(tmp_path: Path) -> None:
    bomb = feed("<title>&l9;</title>", head=f'<!DOCTYPE rss [<!ENTITY l0 "lol">{LOLS}]>')
    with FaultyServer({"/bad.xml": bomb, "/good.xml": GOOD}) as server:
        began = time.monotonic()
        found = read(server, tmp_path)
        assert time.monotonic() - began < 5
    assert [ref.url for ref in found.refs] == ["http://127.0.0.1/story/9"]
    assert any("entities" in problem for problem in found.problems)
    assert len(found.documents) == 2  # both are in the archive


def test_items_with_one_guid_are_told_apart_by_their_links(tmp_path: Path) -> None:
    with FaultyServer({"/bad.xml": feed(item(1, "same"), item(2, "same"), item(1, "same")), "/good.xml": GOOD}) as server:
        found = read(server, tmp_path)
    assert {ref.url.rpartition("/")[2] for ref in found.refs} == {"1", "2", "9"}


def test_a_date_without_a_zone_is_read_in_the_zone_of_the_source(tmp_path: Path) -> None:
    dated = item(1, "one", "<pubDate>Wed, 17 Sep 2025 08:00:00</pubDate>")
    with FaultyServer({"/bad.xml": feed(dated), "/good.xml": GOOD}) as server:
        found = read(server, tmp_path, zone="Europe/Berlin")
    (hint,) = {ref.date_hint for ref in found.refs if ref.url.endswith("/1")}
    assert hint == datetime(2025, 9, 17, 6, tzinfo=UTC)
