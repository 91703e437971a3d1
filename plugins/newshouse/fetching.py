"""Pages from the network into the archive, politely: the host's own rules first, one request at a time per host, a pause after each answer.

Many hosts are asked at once; one result per URL comes out as it happens, so that the caller can note it before the next one is written.
Not its job: which URLs are wanted, and where results are kept.
"""

import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from urllib.parse import urlsplit

from newshouse import content_coding
from newshouse.archive import ArchiveWriter
from newshouse.errors import Rejected, SourceBusy, SourceFailed, SourceGone
from newshouse.judging import is_busy, judged, may_be_page, retry_after_s
from newshouse.model import Capture, Outcome, Reason, Source
from newshouse.reservation import NOTED_BYTES, Reservation, header_reservation, page_reservation
from newshouse.robots import RobotsPolicy, policy_of
from newshouse.site_files import MOST_BYTES, NO_MEMORY, Memory, SiteFiles, remembered
from newshouse.turns import REAL_TIME, THREADS, Answered, Clock, Turns
from newshouse.urls import host_of, is_http_url
from newshouse.warc import Role
from newshouse.web import REDIRECTS, Exchange, Web

MAX_WAIT_S = 30.0  # a host that asks for a longer pause is left for the next run
MAX_ROUND_S = 5400.0  # for a source; a host may ask for a minute's pause, or take half a minute over each page
MAX_FAILURES = 4  # in a row, then the host is left for the next run
SLOW_S = 2.0  # a host that takes longer over an answer rests as long as it took
NOT_MODIFIED = 304
_Answer = Exchange | Rejected | SourceFailed


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What became of one URL. A page that came back whole is pending/not_extracted; `capture` is None where nothing came back."""

    url: str
    outcome: Outcome
    reason: Reason
    capture: Capture | None = None
    detail: str | None = None


@dataclass(slots=True, kw_only=True)
class Spent:
    """What a source has had of this run so far; one for all calls of a run."""

    page_count: int = 0
    ends_at: float | None = None  # by the clock; None before the first page
    left_hosts: dict[str, str] = field(default_factory=dict)  # that are not asked any more, and why


@dataclass(slots=True, kw_only=True)
class _Host:
    """The pages still wanted of one host, and how it has behaved."""

    name: str
    files: SiteFiles
    urls: deque[str] = field(default_factory=deque)
    policy: RobotsPolicy | None = None
    asked: str = ""  # the URL under way, or the path of one of the host's files
    failures: int = 0  # in a row
    slowdown: int = 0  # how often its pause is doubled: one more for each failure, one less for each answer
    wished_pause_s: float = 0.0  # by Retry-After of the latest answer


def robots_host(url: str) -> str:
    """Whose robots.txt speaks for `url`: scheme, host and port."""
    parts = urlsplit(url)
    return f"{parts.scheme.lower()}://{parts.netloc.rpartition('@')[2].lower()}"


def fetch_pages(
    source: Source,
    urls: Iterable[str],
    *,
    web: Web,
    writer: ArchiveWriter,
    memory: Memory = NO_MEMORY,
    pages: Mapping[str, Capture] | None = None,
    clock: Clock = REAL_TIME,
    threads: int = THREADS,
    spent: Spent | None = None,
) -> Iterator[Fetched]:
    """One result for each URL, in the order in which their hosts answer.

    `pages` are those that the archive has, by URL: the server is asked whether they still hold. Never raises for what a host or a page
    does. Beyond the source's `max_pages_per_run`, after MAX_ROUND_S, and for a host that asks for a longer pause than MAX_WAIT_S or fails
    MAX_FAILURES times in a row, the rest is pending. `spent` is what earlier calls of the run have had already.
    """
    spent = spent or Spent()
    spent.ends_at = spent.ends_at or clock.now() + MAX_ROUND_S
    hosts: dict[str, _Host] = {}
    for url in dict.fromkeys(urls):
        if not is_http_url(url):
            yield Fetched(url=url, outcome=Outcome.REJECTED, reason=Reason.UNREADABLE, detail="no http(s) URL")
            continue
        name = robots_host(url)
        if name not in hosts:
            hosts[name] = _Host(name=name, files=SiteFiles(host=name, user_agent=web.user_agent))
        hosts[name].urls.append(url)
    with Turns[_Host, _Answer](clock, max(1, min(threads, len(hosts)))) as turns:
        round_of = _Round(source=source, web=web, writer=writer, memory=memory, pages=pages or {}, turns=turns, clock=clock, spent=spent)
        for host in hosts.values():
            turns.wait(host, clock.now())
        hosts.clear()  # a host that is done with is forgotten
        while event := turns.next():
            yield from round_of.answered(event) if isinstance(event, Answered) else round_of.ready(event.host)


@dataclass(slots=True, kw_only=True)
class _Round:
    """One pass over the hosts: what is done when a host is ready, and when it has answered."""

    source: Source
    web: Web
    writer: ArchiveWriter
    memory: Memory
    pages: Mapping[str, Capture]
    turns: Turns[_Host, _Answer]
    clock: Clock
    spent: Spent

    def ready(self, host: _Host) -> Iterator[Fetched]:
        """Asks the host for its files, or for its next page that may be asked for."""
        if host.policy is None and (file := remembered(self.memory, host.name)):
            host.policy = policy_of(file, self.web.user_agent)
        if host.policy is None:
            host.asked = host.files.unread[0]
            self.turns.ask(host, partial(_ask, self.web, host.name + host.asked, max_bytes=MOST_BYTES, is_part_welcome=True))
            return
        while host.urls:
            if left := self._left(host, host.policy):
                yield from (replace(left, url=url) for url in host.urls)
                break
            url = host.urls.popleft()
            if refused := self._refused(url, host.policy):
                yield refused
                continue
            host.asked, self.spent.page_count = url, self.spent.page_count + 1
            question = partial(
                _ask,
                self.web,
                url,
                headers=_condition(self.pages.get(url)),
                is_wanted=self._is_wanted,
                may_follow=_may_follow(host, host.policy),
            )
            self.turns.ask(host, question)
            return
        self.web.leave(host_of(host.name))

    def answered(self, event: Answered[_Host, _Answer]) -> Iterator[Fetched]:
        """Archives the answer, says what it means, and gives the host its next turn after a pause."""
        host, answer = event.host, event.answer
        if host.policy is None:
            self._take_file(host, answer)
        else:
            yield self._page(host, answer)
        if host.policy is not None and (not host.urls or self._left(host, host.policy)):
            yield from self.ready(host)
            return
        elapsed_s = answer.elapsed_s if isinstance(answer, Exchange) else 0.0
        self.turns.wait(host, event.ended_at + self._pause_s(host, elapsed_s))

    def _take_file(self, host: _Host, answer: _Answer) -> None:
        files = host.files
        if isinstance(answer, Exchange):
            files.captures.append(self.writer.write(answer, role=Role.ROBOTS))
            host.wished_pause_s = retry_after_s(answer) if is_busy(answer.status) else 0.0
        files.take(host.asked, answer)
        host.policy = files.policy()
        if host.policy is None or files.file is None:
            return
        if files.is_unsure and self.source.politeness.honour_tdm_reservation:
            host.policy = replace(host.policy, is_available=False)
        elif not files.is_unsure:
            self.memory.keep(files.file, files.captures)

    def _page(self, host: _Host, answer: _Answer) -> Fetched:
        url = host.asked
        if isinstance(answer, Rejected):
            return Fetched(url=url, outcome=Outcome.REJECTED, reason=answer.reason, detail=answer.detail)
        if isinstance(answer, SourceFailed):
            _note_failure(host, 0.0)
            return Fetched(url=url, outcome=Outcome.PENDING, reason=Reason.HOST_BUSY, detail=str(answer))
        if answer.status in REDIRECTS and answer.header("Location"):
            _note_success(host)
            return Fetched(url=url, outcome=Outcome.SKIPPED, reason=Reason.ROBOTS_DISALLOWED, detail="leads to where robots.txt forbids")
        if answer.status == NOT_MODIFIED and (page := self.pages.get(url)):
            _note_success(host)
            capture = self.writer.write(answer, robots_decision="allowed", tdm_reservation=page.tdm_reservation, revisited=page)
            return Fetched(url=url, outcome=Outcome.PENDING, reason=Reason.NOT_EXTRACTED, capture=capture)
        outcome, reason, detail = judged(answer)
        reservation = _reservation(answer, host.policy.reservation.decide(url) if host.policy else Reservation.NONE)
        if reservation is not Reservation.NONE and answer.status == 200 and self.source.politeness.honour_tdm_reservation:
            answer = replace(answer, payload=b"", truncated="unspecified")
            outcome, reason, detail = Outcome.SKIPPED, Reason.TDM_RESERVED, f"by {reservation.value}"
        capture = self.writer.write(answer, robots_decision="allowed", tdm_reservation=reservation.value)
        if reason is Reason.HOST_BUSY:
            _note_failure(host, retry_after_s(answer))
        else:
            _note_success(host)
        return Fetched(url=url, outcome=outcome, reason=reason, capture=capture, detail=detail)

    def _left(self, host: _Host, policy: RobotsPolicy) -> Fetched | None:
        """What becomes of all pages that the host has left, where it is not asked any more."""
        pending = partial(Fetched, url="", outcome=Outcome.PENDING)
        if not policy.is_available:
            return pending(reason=Reason.HOST_BUSY, detail=host.files.told())
        if host.failures >= MAX_FAILURES or host.wished_pause_s > MAX_WAIT_S:
            self.spent.left_hosts[host.name] = f"{host.name} is busy; its other pages are left for later"
        if why := self.spent.left_hosts.get(host.name):
            return pending(reason=Reason.HOST_BUSY, detail=why)
        if self.clock.now() >= (self.spent.ends_at or math.inf):
            return pending(reason=Reason.BUDGET_SPENT, detail=f"the source has taken {MAX_ROUND_S / 60:.0f} minutes of this run")
        most = self.source.politeness.max_pages_per_run
        return pending(reason=Reason.BUDGET_SPENT, detail=f"max_pages_per_run is {most}") if self.spent.page_count >= most else None

    def _refused(self, url: str, policy: RobotsPolicy) -> Fetched | None:
        """What becomes of a page that the host asks us to leave alone."""
        if policy.decide(url) == "disallowed":
            return Fetched(url=url, outcome=Outcome.SKIPPED, reason=Reason.ROBOTS_DISALLOWED)
        reservation = policy.reservation.decide(url)
        if self.source.politeness.honour_tdm_reservation and reservation is not Reservation.NONE:
            return Fetched(url=url, outcome=Outcome.SKIPPED, reason=Reason.TDM_RESERVED, detail=f"by {reservation.value}")
        return None

    def _is_wanted(self, status: int, headers: Mapping[str, str]) -> bool:
        is_reserved = self.source.politeness.honour_tdm_reservation and header_reservation(headers)
        return status != 200 or (may_be_page(headers) and not is_reserved)

    def _pause_s(self, host: _Host, elapsed_s: float) -> float:
        """Seconds from the end of an answer to the next request."""
        rules = host.policy or host.files.rules
        usual_s = max(self.source.politeness.delay_s, rules.crawl_delay_s if rules else 0.0)
        backed_off_s = min(MAX_WAIT_S, max(usual_s, 0.1) * 2.0**host.slowdown) if host.slowdown else 0.0
        rest_s = min(MAX_WAIT_S, elapsed_s) if elapsed_s > SLOW_S else 0.0
        return max(usual_s, backed_off_s, rest_s, min(host.wished_pause_s, MAX_WAIT_S))


def _ask(web: Web, url: str, **how: object) -> _Answer:
    try:
        return web.get(url, **how)  # type: ignore[arg-type]
    except (Rejected, SourceBusy, SourceGone) as error:
        return error


def _may_follow(host: _Host, policy: RobotsPolicy) -> Callable[[str], bool]:
    """Whether robots.txt lets a redirect be followed; of another host, whose rules are not at hand, nothing is known."""
    return lambda target: robots_host(target) != host.name or policy.decide(target) == "allowed"


def _condition(page: Capture | None) -> dict[str, str]:
    """The headers that ask for the page only where it is another one by now (RFC 9110, 13.1)."""
    marks = {"If-None-Match": page.etag, "If-Modified-Since": page.last_modified} if page else {}
    return {name: mark for name, mark in marks.items() if mark and mark.isascii() and mark.isprintable()}


def _reservation(exchange: Exchange, site: Reservation) -> Reservation:
    headers = {name.lower(): value for name, value in exchange.headers}
    beginning = content_coding.beginning(exchange.payload, headers.get("content-encoding", ""), NOTED_BYTES, b"<body")
    return page_reservation(headers, beginning, site)


def _note_failure(host: _Host, wished_pause_s: float) -> None:
    host.failures, host.slowdown, host.wished_pause_s = host.failures + 1, host.slowdown + 1, wished_pause_s


def _note_success(host: _Host) -> None:
    host.failures, host.slowdown, host.wished_pause_s = 0, max(0, host.slowdown - 1), 0.0
