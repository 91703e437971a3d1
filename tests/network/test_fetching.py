"""Fetching: one result per URL, in the archive, and no host asked faster or longer than it bears."""

import gzip
import socket
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from newshouse.archive import Archive
from newshouse.fetching import MAX_ROUND_S, Fetched, fetch_pages
from newshouse.host_queue import MAX_FAILURES
from newshouse.model import Capture, Outcome, Politeness, Reason, Source
from newshouse.robots import RobotsFile
from newshouse.settings import ConnectTo, Settings
from newshouse.site_files import NO_MEMORY, Memory
from newshouse.turns import Clock
from newshouse.warc import Kind, Role
from newshouse.web import Web
from tests.network.faulty_server import FaultyServer, Script, drip, reset_after, response
from tests.network.test_web import MIB, moved, settings
from tests.site import NewsSite

ARCHIVE_TIME = datetime(2025, 9, 14, tzinfo=UTC)
PAGE = response(b"<p>news</p>")
SITE_FILES = ("/robots.txt", "/.well-known/tdmrep.json", "/ai.txt")
OPEN = {"/robots.txt": response(b"User-agent: *\nDisallow: /private/\n", content_type="text/plain")}


def source(**changes: object) -> Source:
    values = {"source_id": "paper", "name": "Paper", "homepage": "http://127.0.0.1/", "language": "en", "time_zone": "UTC"}
    return Source(**{**values, "is_loopback_allowed": True, "politeness": Politeness(delay_s=0.0), **changes})  # type: ignore[arg-type]


class FakeTime:
    """A clock that sleeping moves."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.seconds += seconds

    @property
    def clock(self) -> Clock:
        return Clock(now=lambda: self.seconds, sleep=self.sleep)


def fetched(
    folder: Path,
    urls: Iterable[str],
    *,
    of: Source | None = None,
    clock: Clock | None = None,
    where: Settings | None = None,
    memory: Memory = NO_MEMORY,
    pages: Mapping[str, Capture] | None = None,
) -> list[Fetched]:
    this, where = of or source(), where or settings()
    archive = Archive(folder)
    with Web(where, is_loopback_allowed=True) as web, archive.writer(this.source_id, ARCHIVE_TIME) as writer:
        return list(fetch_pages(this, urls, web=web, writer=writer, memory=memory, pages=pages, clock=clock or FakeTime().clock))


def pages_asked(server: FaultyServer) -> list[str]:
    """The paths that the server was asked for, those of its own rules aside."""
    return [path for path in server.paths() if path not in SITE_FILES]


def outcomes(found: Iterable[Fetched]) -> list[tuple[Outcome, Reason]]:
    return [(one.outcome, one.reason) for one in found]


@pytest.mark.parametrize(
    ("answer", "outcome", "reason"),
    [
        (PAGE, Outcome.PENDING, Reason.NOT_EXTRACTED),
        (response(b"", status="404 Not Found"), Outcome.REJECTED, Reason.GONE),
        (response(b"", status="410 Gone"), Outcome.REJECTED, Reason.GONE),
        (response(b"", status="403 Forbidden"), Outcome.REJECTED, Reason.HTTP_ERROR),
        (response(b"", status="429 Too Many"), Outcome.PENDING, Reason.HOST_BUSY),
        (response(b"", status="503 Busy"), Outcome.PENDING, Reason.HOST_BUSY),
        (response(b"x" * (MIB + 1)), Outcome.REJECTED, Reason.TOO_LARGE),
        (response(b"<p>", length=9), Outcome.PENDING, Reason.HOST_BUSY),
        (drip(b"HTTP/1.1 200 OK\r\n\r\n<p>"), Outcome.PENDING, Reason.HOST_BUSY),
        (reset_after(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n<p>"), Outcome.REJECTED, Reason.TRUNCATED),
        (reset_after(b""), Outcome.PENDING, Reason.HOST_BUSY),
        (moved("/page"), Outcome.REJECTED, Reason.BAD_REDIRECT),
        (moved("http://169.254.169.254/"), Outcome.REJECTED, Reason.FORBIDDEN_ADDRESS),
    ],
)
def test_what_becomes_of_an_answer(tmp_path: Path, answer: bytes | Script, outcome: Outcome, reason: Reason) -> None:
    with FaultyServer({**OPEN, "/page": answer, "/next": PAGE}) as server:
        one, other = fetched(tmp_path, [server.url("/page"), server.url("/next")], where=settings(page_timeout_s=0.4))
    assert (one.outcome, one.reason) == (outcome, reason)
    assert (other.outcome, other.reason) == (Outcome.PENDING, Reason.NOT_EXTRACTED)
    assert other.capture is not None
    assert Archive(tmp_path).read(other.capture).content == b"<p>news</p>"
    assert other.capture.robots_decision == "allowed"


def test_robots_are_asked_once_and_obeyed(tmp_path: Path) -> None:
    with FaultyServer({**OPEN, "/a": PAGE, "/b": PAGE}) as server:
        found = fetched(tmp_path, [server.url(path) for path in ("/a", "/private/1", "/b", "/a")])
        assert server.paths() == [*SITE_FILES, "/a", "/b"]
    assert outcomes(found)[1] == (Outcome.SKIPPED, Reason.ROBOTS_DISALLOWED)
    assert len(found) == 3


@pytest.mark.parametrize("answer", [response(b"", status="500 Broken"), response(b"", status="429 Slow"), reset_after(b"")])
def test_without_an_answer_about_robots_nothing_is_asked_for(tmp_path: Path, answer: bytes | Script) -> None:
    with FaultyServer({"/robots.txt": answer, "/a": PAGE}) as server:
        found = fetched(tmp_path, [server.url("/a")])
        assert server.paths() == ["/robots.txt"]
    assert outcomes(found) == [(Outcome.PENDING, Reason.HOST_BUSY)]


def test_of_a_robots_file_of_10_mb_the_beginning_counts(tmp_path: Path) -> None:
    body = b"User-agent: *\nDisallow: /private/\n" + b"# padding\n" * 1_000_000
    packed = response(gzip.compress(body), head="Content-Encoding: gzip")
    for answer in (response(body), packed):
        with FaultyServer({"/robots.txt": answer, "/a": PAGE}) as server:
            found = fetched(tmp_path, [server.url("/private/a"), server.url("/a")])
        assert outcomes(found) == [(Outcome.SKIPPED, Reason.ROBOTS_DISALLOWED), (Outcome.PENDING, Reason.NOT_EXTRACTED)]


def test_known_robots_are_not_fetched_and_new_ones_are_kept(tmp_path: Path) -> None:
    kept: list[tuple[RobotsFile, Sequence[Capture]]] = []
    tdmrep = b'[{"location": "/", "tdm-reservation": 1}]'
    with FaultyServer({**OPEN, "/.well-known/tdmrep.json": response(tdmrep), "/a": PAGE}) as server:
        fetched(tmp_path, [server.url("/a")], memory=Memory(keep=lambda file, captures: kept.append((file, captures))))
        ((file, captures),) = kept
        assert (file.host, file.status, file.tdmrep, file.ai_txt) == (server.url(""), 200, tdmrep, b"")
        assert [(one.url, one.role, one.status) for one in captures] == [
            (server.url(path), "robots", status) for path, status in zip(SITE_FILES, (200, 200, 404), strict=True)
        ]
        server.requests.clear()
        found = fetched(tmp_path, [server.url("/a"), server.url("/private/1")], memory=Memory(known=lambda _: file, keep=kept.append))
        assert server.paths() == ["/a"]
    assert outcomes(found) == [(Outcome.PENDING, Reason.NOT_EXTRACTED), (Outcome.SKIPPED, Reason.ROBOTS_DISALLOWED)]
    records = list(Archive(tmp_path).records(captures[0].warc_file, lambda _: "paper"))
    assert [record.role for record in records if record.kind is Kind.RESPONSE] == [Role.ROBOTS] * 3 + [Role.PAGE]


def test_the_pause_is_counted_from_the_end_of_the_answer(tmp_path: Path) -> None:
    urls = [f"/{n}" for n in range(4)]
    with FaultyServer({**OPEN, **dict.fromkeys(urls, PAGE)}) as server:
        fetched(
            tmp_path,
            map(server.url, urls),
            of=source(politeness=Politeness(delay_s=0.08)),
            clock=Clock(now=time.monotonic, sleep=time.sleep),
        )
        asked = server.asked_at
    assert len(asked) == 7
    assert all(later - earlier >= 0.08 for earlier, later in pairwise(asked))


def test_a_crawl_delay_is_obeyed(tmp_path: Path) -> None:
    fake = FakeTime()
    robots = response(b"User-agent: *\nCrawl-delay: 7\n")
    with FaultyServer({"/robots.txt": robots, "/a": PAGE, "/b": PAGE}) as server:
        fetched(tmp_path, [server.url("/a"), server.url("/b")], clock=fake.clock)
    assert fake.slept == [7.0] * 4


@pytest.mark.parametrize(
    ("retry_after", "slept", "asked"),
    [("20", 20.0, 2), ("7200", None, 1), ("99999999999999999999", None, 1), ("Fri, 01 Jan 2100 00:00:00 GMT", None, 1)],
)
def test_retry_after_moves_the_hosts_time_and_never_sleeps_for_hours(
    tmp_path: Path, retry_after: str, slept: float | None, asked: int
) -> None:
    fake = FakeTime()
    with FaultyServer({**OPEN, "/a": response(b"", status="429 Slow down", head=f"Retry-After: {retry_after}"), "/b": PAGE}) as server:
        found = fetched(tmp_path, [server.url("/a"), server.url("/b")], clock=fake.clock)
        assert len(pages_asked(server)) == asked
    assert [one.outcome for one in found] == [Outcome.PENDING, Outcome.PENDING]
    assert fake.slept == ([slept] if slept else [])


def test_a_host_that_keeps_failing_is_left_and_the_other_goes_on(tmp_path: Path) -> None:
    with (
        FaultyServer({**OPEN, **{f"/{n}": response(b"", status="503 Busy") for n in range(10)}}) as sick,
        FaultyServer({**OPEN, "/x": PAGE}) as well,
    ):
        found = fetched(tmp_path, [*(sick.url(f"/{n}") for n in range(10)), well.url("/x")])
        assert len(pages_asked(sick)) == MAX_FAILURES
    assert len(found) == 11
    assert sum(one.reason is Reason.HOST_BUSY for one in found) == 10


def test_a_source_that_would_take_the_whole_night_leaves_the_rest_for_the_next(tmp_path: Path) -> None:
    robots = response(b"User-agent: *\nCrawl-delay: 60\n")
    fake = FakeTime()
    with FaultyServer({"/robots.txt": robots, **{f"/{number}": PAGE for number in range(100)}}) as server:
        found = fetched(tmp_path, [server.url(f"/{number}") for number in range(100)], clock=fake.clock)
    assert fake.seconds < MAX_ROUND_S + 60
    assert 80 < outcomes(found).count((Outcome.PENDING, Reason.NOT_EXTRACTED)) < 100
    assert outcomes(found).count((Outcome.PENDING, Reason.BUDGET_SPENT)) > 5
    assert {one.detail for one in found if one.reason is Reason.BUDGET_SPENT} == {"the source has taken 90 minutes of this run"}


def test_a_redirect_does_not_lead_around_robots(tmp_path: Path) -> None:
    answers = {**OPEN, "/a": moved("/b"), "/b": moved("/private/1"), "/private/1": PAGE, "/c": moved("/d"), "/d": PAGE}
    with FaultyServer(answers) as server:
        found = fetched(tmp_path, [server.url("/a"), server.url("/c")])
        assert pages_asked(server) == ["/a", "/b", "/c", "/d"]
    assert outcomes(found) == [(Outcome.SKIPPED, Reason.ROBOTS_DISALLOWED), (Outcome.PENDING, Reason.NOT_EXTRACTED)]
    assert found[0].detail == "leads to where robots.txt forbids"


def test_a_redirect_to_another_host_obeys_the_robots_of_that_host(tmp_path: Path) -> None:
    with FaultyServer({**OPEN, "/private/1": PAGE, "/open": moved("/there"), "/there": PAGE}) as other:
        leading = {"/a": moved(other.url("/private/1")), "/b": moved(other.url("/open"))}
        with FaultyServer({**OPEN, **leading}) as server:
            urls = [server.url("/a"), server.url("/b")]
            refused, found = sorted(fetched(tmp_path, urls), key=lambda one: one.url)
            assert pages_asked(server) == ["/a", "/b"]
        assert other.paths() == [*SITE_FILES, "/open", "/there"]
    assert outcomes([refused, found]) == [(Outcome.SKIPPED, Reason.ROBOTS_DISALLOWED), (Outcome.PENDING, Reason.NOT_EXTRACTED)]
    assert refused.detail == "leads to where robots.txt forbids"
    assert found.capture is not None
    assert (found.capture.url, found.capture.final_url) == (urls[1], other.url("/there"))
    records = Archive(tmp_path).records(found.capture.warc_file, lambda _: "paper")
    steps = [record.url for record in records if record.kind is Kind.REDIRECT]
    assert steps == [urls[1], other.url("/open")]


def test_a_host_that_is_only_led_to_is_asked_no_faster_than_its_pace(tmp_path: Path) -> None:
    delay_s, paths = 0.15, [f"/{number}" for number in range(4)]
    with FaultyServer({**OPEN, **dict.fromkeys(paths, PAGE)}) as other, FaultyServer({**OPEN}) as server:
        server.answers |= {path: moved(other.url(path)) for path in paths}
        urls = [*map(server.url, paths), other.url("/own")]
        other.answers["/own"] = PAGE
        found = fetched(tmp_path, urls, of=source(politeness=Politeness(delay_s=delay_s)), clock=Clock())
        gaps = [later - earlier for asked in (server, other) for earlier, later in pairwise(asked.asked_at)]
        assert sorted(pages_asked(other)) == sorted([*paths, "/own"])
    assert min(gaps) >= delay_s
    assert outcomes(found) == [(Outcome.PENDING, Reason.NOT_EXTRACTED)] * 5


@pytest.mark.parametrize(
    ("rules", "asked"),
    [(OPEN, [*SITE_FILES, "/0", "/1", "/2", "/3"]), ({"/robots.txt": response(b"", status="503 Busy")}, ["/robots.txt"])],
    ids=["open", "its robots.txt cannot be had"],
)
def test_a_host_that_is_led_to_again_and_again_is_asked_once_for_its_rules(
    tmp_path: Path, rules: Mapping[str, bytes], asked: list[str]
) -> None:
    slow = {"/robots.txt": response(b"User-agent: *\nCrawl-delay: 2\n", content_type="text/plain")}
    paths = [f"/{number}" for number in range(4)]
    with FaultyServer({**rules, **dict.fromkeys(paths, PAGE)}) as other, FaultyServer({**slow}) as server:
        server.answers |= {path: moved(other.url(path)) for path in paths}
        found = fetched(tmp_path, map(server.url, paths))
        assert other.paths() == asked
    assert {one.outcome for one in found} == {Outcome.PENDING}
    assert len(found) == len(paths)


def test_two_hosts_that_lead_to_each_other_are_left(tmp_path: Path) -> None:
    with FaultyServer({**OPEN}) as other, FaultyServer({**OPEN, "/a": moved(other.url("/b"))}) as server:
        other.answers["/b"] = moved(server.url("/a"))
        (found,) = fetched(tmp_path, [server.url("/a")])
        assert (pages_asked(server), pages_asked(other)) == (["/a"], ["/b"])
    assert (found.outcome, found.reason) == (Outcome.REJECTED, Reason.BAD_REDIRECT)


def test_a_page_that_was_begun_is_brought_home_over_the_budget_of_pages(tmp_path: Path) -> None:
    with FaultyServer({**OPEN, "/there": PAGE}) as other, FaultyServer({**OPEN, "/a": moved(other.url("/there"))}) as server:
        one_page = source(politeness=Politeness(delay_s=0.0, max_pages_per_run=1))
        found = fetched(tmp_path, [server.url("/a"), server.url("/next")], of=one_page)
    assert sorted(one.reason for one in found) == [Reason.BUDGET_SPENT, Reason.NOT_EXTRACTED]


def test_the_page_budget_leaves_the_rest_pending(tmp_path: Path) -> None:
    urls = [f"/{n}" for n in range(5)]
    with FaultyServer({**OPEN, **dict.fromkeys(urls, PAGE)}) as server:
        found = fetched(tmp_path, map(server.url, urls), of=source(politeness=Politeness(delay_s=0.0, max_pages_per_run=2)))
    assert outcomes(found) == [(Outcome.PENDING, Reason.NOT_EXTRACTED)] * 2 + [(Outcome.PENDING, Reason.BUDGET_SPENT)] * 3


def test_the_demo_site_is_fetched_as_its_robots_allow(tmp_path: Path) -> None:
    with NewsSite() as site:
        address, _, port = site.connect_to.partition("=")[2].rpartition(":")
        where = settings(connect_to=(ConnectTo(pattern="*.example", address=address, port=int(port)),))
        urls = ["http://harbour-courier.example/", "http://harbour-courier.example/no-such-page", "http://dead-letter.example/feed.xml"]
        found = fetched(tmp_path, urls, where=where)
        site.fault("norden-blatt.example/", "truncated_gzip")
        (cut,) = fetched(tmp_path, ["http://norden-blatt.example/"], where=where)
    assert [one.reason for one in sorted(found, key=lambda one: urls.index(one.url))] == [Reason.NOT_EXTRACTED, Reason.GONE, Reason.GONE]
    assert cut.reason is Reason.NOT_EXTRACTED
    assert cut.capture is not None
    with pytest.raises(Exception, match="truncated"):
        Archive(tmp_path).read(cut.capture)


UGLY = {
    "nothing": b"",
    "garbage": b"\x00\x01\x02garbage\r\n\r\n",
    "no status": b"HTTP/1.1\r\n\r\n",
    "odd status": b"HTTP/1.1 099 Odd\r\n\r\n",
    "huge status": b"HTTP/1.1 99999 Odd\r\n\r\n",
    "odd version": b"HTTP/9.9 200 OK\r\nContent-Length: 1\r\n\r\nx",
    "reason in Latin-1": b'HTTP/1.1 200 \xe9\x80\r\nContent-Length: 1\r\nETag: "\xff\xc3\xa9"\r\n\r\nx',
    "two lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxy",
    "negative length": b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx",
    "length is a word": b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nx",
    "length of 30 digits": b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 30 + b"\r\n\r\nx",
    "broken chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx",
    "negative chunk": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\nx",
    "folded header": b"HTTP/1.1 200 OK\r\nX: a\r\n b\r\nContent-Length: 1\r\n\r\nx",
    "nameless header": b"HTTP/1.1 200 OK\r\n: a\r\nno colon\r\nContent-Length: 1\r\n\r\nx",
    "1000 headers": b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 1000 + b"\r\n",
    "endless header": b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
    "location in bytes": b"HTTP/1.1 302 Found\r\nLocation: /\xc3\xa9\xff\r\nContent-Length: 0\r\n\r\n",
    "empty location": b"HTTP/1.1 302 Found\r\nLocation: \r\nContent-Length: 0\r\n\r\n",
    "switching": b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n",
    "cookie of junk": b"HTTP/1.1 200 OK\r\nSet-Cookie: \xff=;;;=\x00\r\nContent-Length: 1\r\n\r\nx",
    "deep coding": b"HTTP/1.1 200 OK\r\nContent-Encoding: " + b"gzip, " * 500 + b"gzip\r\nContent-Length: 1\r\n\r\nx",
}


@pytest.mark.parametrize("answer", UGLY.values(), ids=UGLY.keys())
def test_no_answer_however_ugly_stops_the_fetch(tmp_path: Path, answer: bytes) -> None:
    def script(connection: socket.socket, closing: threading.Event) -> None:
        connection.sendall(answer)

    # A connection that may be asked again is kept open: whether a client sees it closed in time is chance.
    is_whole = b"Content-Length: 1\r\n" in answer
    with FaultyServer({**OPEN, "/ugly": answer if is_whole else script, "/next": PAGE}) as server:
        ugly, after = fetched(tmp_path, [server.url("/ugly"), server.url("/next")], where=settings(page_timeout_s=0.5))
    assert after.reason is Reason.NOT_EXTRACTED
    if ugly.capture is not None:
        records = list(Archive(tmp_path).records(ugly.capture.warc_file, lambda _: "paper"))
        assert not [record for record in records if record.kind is Kind.BROKEN]
        assert ugly.capture.capture_key in {record.capture.capture_key for record in records if record.capture}
