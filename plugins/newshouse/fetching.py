"""Pages from the network into the archive, politely: robots.txt first, one request at a time per host, a pause after each answer.

One result per URL, as it happens, so that the caller can note it before the next request goes out. Not its job: which URLs are wanted,
and where results are kept.
"""

import heapq
import math
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from newshouse.archive import ArchiveWriter
from newshouse.errors import Rejected, SourceBusy, SourceGone
from newshouse.model import Capture, Outcome, Reason, Source
from newshouse.robots import MAX_BYTES as MAX_ROBOTS_BYTES
from newshouse.robots import RobotsFile, RobotsPolicy, is_definite, parse_robots
from newshouse.urls import is_http_url
from newshouse.warc import Role
from newshouse.web import Exchange, Web

MAX_WAIT_S = 30.0  # a host that asks for a longer pause is left for the next run
MAX_FAILURES = 4  # in a row, then the host is left for the next run
BUSY_STATUSES = frozenset({408, 425, 429})
UNREACHABLE = 0  # the status of a robots.txt whose host gave no answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What became of one URL. A page that came back whole is pending/not_extracted; `capture` is None where nothing came back."""

    url: str
    outcome: Outcome
    reason: Reason
    capture: Capture | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """Time and its passing, as seconds; tests bring their own."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep


@dataclass(slots=True, kw_only=True)
class _Host:
    """The pages still wanted of one host, and how it has behaved."""

    urls: deque[str] = field(default_factory=deque)
    failures: int = 0  # in a row
    pause_s: float = 0.0  # after the latest answer


def robots_host(url: str) -> str:
    """Whose robots.txt speaks for `url`: scheme, host and port."""
    parts = urlsplit(url)
    return f"{parts.scheme.lower()}://{parts.netloc.rpartition('@')[2].lower()}"


def fetch_robots(host: str, *, web: Web, writer: ArchiveWriter) -> RobotsFile:
    """The host's robots.txt as it is now; never raises for what the host does. The exchange is archived."""
    fetched_at = datetime.now(UTC)
    try:
        exchange = web.get(f"{host}/robots.txt", max_bytes=2 * MAX_ROBOTS_BYTES, is_part_welcome=True)
        writer.write(exchange, role=Role.ROBOTS)
        return RobotsFile(host=host, fetched_at=fetched_at, status=exchange.status, body=_robots_text(exchange))
    except (SourceBusy, SourceGone, Rejected):
        return RobotsFile(host=host, fetched_at=fetched_at, status=UNREACHABLE, body=b"")


def policies(
    *,
    web: Web,
    writer: ArchiveWriter,
    user_agent: str,
    known: Callable[[str], RobotsFile | None] = lambda _: None,
    keep: Callable[[RobotsFile], object] = lambda _: None,
) -> Callable[[str], RobotsPolicy]:
    """The robots policy of a host, by `robots_host`: from `known` where that has a fresh and definite one, else fetched, and kept."""
    decided: dict[str, RobotsPolicy] = {}

    def policy_of(host: str) -> RobotsPolicy:
        if host not in decided:
            robots = known(host)
            if robots is None or not is_definite(robots.status):
                robots = fetch_robots(host, web=web, writer=writer)
                keep(robots)
            decided[host] = parse_robots(robots.status, robots.body, user_agent)
        return decided[host]

    return policy_of


def fetch_pages(
    source: Source,
    urls: Iterable[str],
    *,
    web: Web,
    writer: ArchiveWriter,
    policy_of: Callable[[str], RobotsPolicy],
    clock: Clock = Clock(),
) -> Iterator[Fetched]:
    """One result for each URL, in the order in which their hosts are ready.

    Never raises for what a host or a page does. Beyond the source's `max_pages_per_run`, and for a host that asks for a longer pause
    than MAX_WAIT_S or fails MAX_FAILURES times in a row, the rest is pending.
    """
    hosts: dict[str, _Host] = {}
    for url in dict.fromkeys(urls):
        if is_http_url(url):
            hosts.setdefault(robots_host(url), _Host()).urls.append(url)
        else:
            yield Fetched(url=url, outcome=Outcome.REJECTED, reason=Reason.UNREADABLE, detail="no http(s) URL")
    ready = [(0.0, name) for name in hosts]
    budget = source.politeness.max_pages_per_run
    while ready:
        ready_at, name = heapq.heappop(ready)
        host = hosts[name]
        if _is_given_up(host):
            yield from _left(host, Reason.HOST_BUSY, f"{name} is busy; its other pages are left for later")
            continue
        if budget <= 0:
            yield from _left(host, Reason.BUDGET_SPENT, f"max_pages_per_run is {source.politeness.max_pages_per_run}")
            continue
        clock.sleep(max(0.0, ready_at - clock.now()))
        policy = policy_of(name)
        fetched, was_asked = _fetch_page(host, source, policy, web, writer)
        yield fetched
        budget -= was_asked
        if host.urls:
            pause = max(host.pause_s, source.politeness.delay_s, policy.crawl_delay_s) if was_asked else 0.0
            heapq.heappush(ready, (clock.now() + pause, name))


def _fetch_page(host: _Host, source: Source, policy: RobotsPolicy, web: Web, writer: ArchiveWriter) -> tuple[Fetched, bool]:
    """The result for the host's next URL, and whether the host was asked for it."""
    url = host.urls.popleft()
    decision = policy.decide(url)
    if decision == "disallowed":
        return Fetched(url=url, outcome=Outcome.SKIPPED, reason=Reason.ROBOTS_DISALLOWED), False
    if decision == "unavailable":
        return Fetched(url=url, outcome=Outcome.PENDING, reason=Reason.HOST_BUSY, detail="robots.txt could not be read"), False
    try:
        exchange = web.get(url)
    except Rejected as rejection:
        return Fetched(url=url, outcome=Outcome.REJECTED, reason=rejection.reason, detail=rejection.detail), True
    except (SourceBusy, SourceGone) as error:
        host.failures += 1
        host.pause_s = _backed_off(source, host)
        return Fetched(url=url, outcome=Outcome.PENDING, reason=Reason.HOST_BUSY, detail=str(error)), True
    capture = writer.write(exchange, robots_decision=decision)
    outcome, reason, detail = judged(exchange)
    is_busy = reason is Reason.HOST_BUSY
    host.failures = host.failures + 1 if is_busy else 0
    host.pause_s = max(_retry_after_s(exchange), _backed_off(source, host)) if is_busy else 0.0
    return Fetched(url=url, outcome=outcome, reason=reason, capture=capture, detail=detail), True


def judged(exchange: Exchange) -> tuple[Outcome, Reason, str | None]:
    """What an answer means for its page: outcome, reason, and words for people."""
    status = exchange.status
    if status in {404, 410}:
        return Outcome.REJECTED, Reason.GONE, f"status {status}"
    if status in BUSY_STATUSES or status >= 500:
        return Outcome.PENDING, Reason.HOST_BUSY, f"status {status}"
    if not 200 <= status < 300:
        return Outcome.REJECTED, Reason.HTTP_ERROR, f"status {status}"
    match exchange.truncated:
        case "length":
            return Outcome.REJECTED, Reason.TOO_LARGE, "more bytes than max_page_bytes"
        case "time":
            return Outcome.PENDING, Reason.HOST_BUSY, "the page did not come to its end in time"
        case "disconnect":
            return Outcome.REJECTED, Reason.TRUNCATED, "the server closed before the end of the page"
        case _:
            return Outcome.PENDING, Reason.NOT_EXTRACTED, None


def _is_given_up(host: _Host) -> bool:
    return host.failures >= MAX_FAILURES or host.pause_s > MAX_WAIT_S


def _left(host: _Host, reason: Reason, detail: str) -> Iterator[Fetched]:
    while host.urls:
        yield Fetched(url=host.urls.popleft(), outcome=Outcome.PENDING, reason=reason, detail=detail)


def _backed_off(source: Source, host: _Host) -> float:
    return min(MAX_WAIT_S, max(source.politeness.delay_s, 0.1) * 2.0**host.failures)


def _retry_after_s(exchange: Exchange) -> float:
    """Seconds that the host asks us to wait (RFC 9110, 10.2.3), 0 where it does not say."""
    text = (exchange.header("Retry-After") or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        instant = parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return 0.0
    if instant.tzinfo is None:
        instant = instant.replace(tzinfo=UTC)
    seconds = (instant - exchange.started_at).total_seconds() - exchange.elapsed_s
    return seconds if math.isfinite(seconds) and seconds > 0 else 0.0


def _robots_text(exchange: Exchange) -> bytes:
    """As much of the file as its rules are read from; raises Rejected for one that cannot be unpacked or came to no end."""
    if exchange.truncated == "length" and not exchange.header("Content-Encoding"):
        return exchange.payload
    return exchange.content(32 * MAX_ROBOTS_BYTES)[: 2 * MAX_ROBOTS_BYTES]
