"""Pages from the network into the archive, politely: the host's own rules first, one request at a time per host, a pause after each answer.
So it is with the hosts that redirects lead to: the page waits for its turn there.

Many hosts are asked at once; one result per URL comes out as it happens, so that the caller can note it before the next one is written.
Not its job: which URLs are wanted, and where results are kept.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from newshouse import content_coding
from newshouse.archive import ArchiveWriter
from newshouse.errors import Rejected, SourceBusy, SourceFailed, SourceGone
from newshouse.host_queue import MAX_FAILURES, MAX_WAIT_S, Host, Wanted, robots_host
from newshouse.judging import is_busy, judged, may_be_page, retry_after_s
from newshouse.model import Capture, Outcome, Reason, Source
from newshouse.reservation import NOTED_BYTES, Reservation, header_reservation, page_reservation
from newshouse.robots import RobotsPolicy, policy_of
from newshouse.site_files import MOST_BYTES, NO_MEMORY, Memory, SiteFiles, remembered
from newshouse.turns import REAL_TIME, THREADS, Answered, Clock, Turns
from newshouse.urls import host_of, is_http_url
from newshouse.warc import Role
from newshouse.web import REDIRECTS, Exchange, Web, next_url

MAX_ROUND_S = 5400.0  # for a source; a host may ask for a minute's pause, or take half a minute over each page
NOT_MODIFIED = 304
POLL_S = 0.1  # while another queue has a request under way to the same server
LEADS_TO_FORBIDDEN = "leads to where robots.txt forbids"
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
    hosts: dict[str, Host] = {}
    for url in dict.fromkeys(urls):
        if not is_http_url(url):
            yield Fetched(url=url, outcome=Outcome.REJECTED, reason=Reason.UNREADABLE, detail="no http(s) URL")
            continue
        name = robots_host(url)
        if name not in hosts:
            hosts[name] = Host(name=name, files=SiteFiles(host=name, user_agent=web.user_agent))
        hosts[name].pages.append(Wanted(url=url, at=url))
    with Turns[Host, _Answer](clock, max(1, min(threads, len(hosts)))) as turns:
        round_of = _Round(
            source=source, web=web, writer=writer, memory=memory, pages=pages or {}, turns=turns, clock=clock, spent=spent, hosts=hosts
        )
        for host in hosts.values():
            turns.wait(host, clock.now())
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
    turns: Turns[Host, _Answer]
    clock: Clock
    spent: Spent
    hosts: dict[str, Host]  # by name; a host that is done with is forgotten
    led_to: dict[str, Host] = field(default_factory=dict)  # by redirects: more may lead there when its pages are done, so none is forgotten
    resting: dict[str, float] = field(default_factory=dict)  # until when a server may not be asked, by host and port

    def ready(self, host: Host) -> Iterator[Fetched]:
        """Asks the host for its files, or for its next page that may be asked for, unless it was asked too lately by another scheme."""
        now, rests_until = self.clock.now(), self.resting.get(host.place, 0.0)
        if rests_until > now:
            self.turns.wait(host, min(rests_until, now + max(POLL_S, self.source.politeness.delay_s)))
            return
        yield from self._go_on(host)

    def _go_on(self, host: Host) -> Iterator[Fetched]:
        if host.policy is None and (file := remembered(self.memory, host.name)):
            host.policy = policy_of(file, self.web.user_agent)
        if host.policy is None:
            host.file = host.files.unread[0]
            self._ask(host, partial(_ask, self.web, host.name + host.file, max_bytes=MOST_BYTES, is_part_welcome=True))
            return
        while host.pages:
            if left := self._left(host, host.policy):
                yield from (replace(left, url=wanted.url) for wanted in host.pages)
                host.pages.clear()  # more may be led here
                break
            wanted = host.pages.popleft()
            if refused := self._refused(wanted, host.policy):
                yield refused
                continue
            host.page, self.spent.page_count = wanted, self.spent.page_count + (not wanted.redirects)
            question = partial(
                _ask,
                self.web,
                wanted.url,
                headers=_condition(self.pages.get(wanted.url)),
                is_wanted=self._is_wanted,
                may_follow=_may_follow(host, host.policy),
                after=wanted.redirects,
            )
            self._ask(host, question)
            return
        self.web.leave(host_of(host.name))
        del self.hosts[host.name]

    def _ask(self, host: Host, question: Callable[[], _Answer]) -> None:
        self.resting[host.place] = math.inf
        self.turns.ask(host, question)

    def answered(self, event: Answered[Host, _Answer]) -> Iterator[Fetched]:
        """Archives the answer, says what it means, and gives the host its next turn after a pause."""
        host, answer = event.host, event.answer
        if host.policy is None:
            self._take_file(host, answer)
        elif host.page is not None:
            yield from self._page(host, host.page, answer)
        elapsed_s = answer.elapsed_s if isinstance(answer, Exchange) else 0.0
        self.resting[host.place] = ready_at = event.ended_at + host.pause_s(self.source.politeness, elapsed_s)
        if host.policy is not None and (not host.pages or self._left(host, host.policy)):
            yield from self._go_on(host)
        else:
            self.turns.wait(host, ready_at)

    def _take_file(self, host: Host, answer: _Answer) -> None:
        files = host.files
        if isinstance(answer, Rejected) and answer.reason is Reason.FORBIDDEN_ADDRESS:
            host.refusal = answer
        if isinstance(answer, Exchange):
            files.captures.append(self.writer.write(answer, role=Role.ROBOTS))
            host.wished_pause_s = retry_after_s(answer) if is_busy(answer.status) else 0.0
        files.take(host.file, answer)
        host.policy = files.policy()
        if host.policy is None or files.file is None:
            return
        if files.is_unsure and self.source.politeness.honour_tdm_reservation:
            host.policy = replace(host.policy, is_available=False)
        elif not files.is_unsure:
            self.memory.keep(files.file, files.captures)

    def _page(self, host: Host, wanted: Wanted, answer: _Answer) -> Iterator[Fetched]:
        """What became of the page; nothing yet where another host is to be asked for it."""
        if not isinstance(answer, Exchange) or answer.status not in REDIRECTS or not answer.header("Location"):
            yield self._judged(host, wanted.url, answer)
            return
        host.note_success()
        hops = (*answer.redirects, replace(answer, redirects=()))
        target = next_url(hops)
        name = robots_host(target)
        if name == host.name:
            yield Fetched(url=wanted.url, outcome=Outcome.SKIPPED, reason=Reason.ROBOTS_DISALLOWED, detail=LEADS_TO_FORBIDDEN)
            return
        if name not in self.hosts:
            files = SiteFiles(host=name, user_agent=self.web.user_agent)
            self.hosts[name] = self.led_to.setdefault(name, Host(name=name, files=files))
            self.turns.wait(self.hosts[name], self.clock.now())
        self.hosts[name].pages.appendleft(Wanted(url=wanted.url, at=target, redirects=hops))

    def _judged(self, host: Host, url: str, answer: _Answer) -> Fetched:
        if isinstance(answer, Rejected):
            return Fetched(url=url, outcome=Outcome.REJECTED, reason=answer.reason, detail=answer.detail)
        if isinstance(answer, SourceFailed):
            host.note_failure(0.0)
            return Fetched(url=url, outcome=Outcome.PENDING, reason=Reason.HOST_BUSY, detail=str(answer))
        if answer.status == NOT_MODIFIED and (page := self.pages.get(url)):
            host.note_success()
            capture = self.writer.write(answer, robots_decision="allowed", tdm_reservation=page.tdm_reservation, revisited=page)
            return Fetched(url=url, outcome=Outcome.PENDING, reason=Reason.NOT_EXTRACTED, capture=capture)
        outcome, reason, detail = judged(answer)
        reservation = _reservation(answer, host.policy.reservation.decide(answer.final_url) if host.policy else Reservation.NONE)
        if reservation is not Reservation.NONE and answer.status == 200 and self.source.politeness.honour_tdm_reservation:
            answer = replace(answer, payload=b"", truncated="unspecified")
            outcome, reason, detail = Outcome.SKIPPED, Reason.TDM_RESERVED, f"by {reservation.value}"
        capture = self.writer.write(answer, robots_decision="allowed", tdm_reservation=reservation.value)
        if reason is Reason.HOST_BUSY:
            host.note_failure(retry_after_s(answer))
        else:
            host.note_success()
        return Fetched(url=url, outcome=outcome, reason=reason, capture=capture, detail=detail)

    def _left(self, host: Host, policy: RobotsPolicy) -> Fetched | None:
        """What becomes of all pages that the host has left, where it is not asked any more."""
        if host.refusal:
            return Fetched(url="", outcome=Outcome.REJECTED, reason=host.refusal.reason, detail=host.refusal.detail)
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
        is_spent = self.spent.page_count >= most and not host.has_begun_pages
        return pending(reason=Reason.BUDGET_SPENT, detail=f"max_pages_per_run is {most}") if is_spent else None

    def _refused(self, wanted: Wanted, policy: RobotsPolicy) -> Fetched | None:
        """What becomes of a page that the host asks us to leave alone."""
        if policy.decide(wanted.at) == "disallowed":
            detail = LEADS_TO_FORBIDDEN if wanted.redirects else None
            return Fetched(url=wanted.url, outcome=Outcome.SKIPPED, reason=Reason.ROBOTS_DISALLOWED, detail=detail)
        reservation = policy.reservation.decide(wanted.at)
        if self.source.politeness.honour_tdm_reservation and reservation is not Reservation.NONE:
            return Fetched(url=wanted.url, outcome=Outcome.SKIPPED, reason=Reason.TDM_RESERVED, detail=f"by {reservation.value}")
        return None

    def _is_wanted(self, status: int, headers: Mapping[str, str]) -> bool:
        is_reserved = self.source.politeness.honour_tdm_reservation and header_reservation(headers)
        return status != 200 or (may_be_page(headers) and not is_reserved)


def _ask(web: Web, url: str, **how: object) -> _Answer:
    try:
        return web.get(url, **how)  # type: ignore[arg-type]
    except (Rejected, SourceBusy, SourceGone) as error:
        return error


def _may_follow(host: Host, policy: RobotsPolicy) -> Callable[[str], bool]:
    """Whether a redirect is followed at once: within the host, where its robots.txt allows it. Another host has its own rules and turns."""
    return lambda target: robots_host(target) == host.name and policy.decide(target) == "allowed"


def _condition(page: Capture | None) -> dict[str, str]:
    """The headers that ask for the page only where it is another one by now (RFC 9110, 13.1)."""
    marks = {"If-None-Match": page.etag, "If-Modified-Since": page.last_modified} if page else {}
    return {name: mark for name, mark in marks.items() if mark and mark.isascii() and mark.isprintable()}


def _reservation(exchange: Exchange, site: Reservation) -> Reservation:
    headers = {name.lower(): value for name, value in exchange.headers}
    beginning = content_coding.beginning(exchange.payload, headers.get("content-encoding", ""), NOTED_BYTES, b"<body")
    return page_reservation(headers, beginning, site)
