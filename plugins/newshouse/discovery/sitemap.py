"""The strategy `sitemap`: an index or a list, walked by dates. It reaches the past as far as the publisher's sitemaps do."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from newshouse.discovery.asking import Reading, read_document
from newshouse.discovery.dated_address import addresses_of, is_template
from newshouse.discovery.hints import SLACK, may_touch, spans_of_siblings
from newshouse.discovery.membership import clean_url, is_own_host, may_belong, refs_of
from newshouse.discovery.records import Answer, Cause, Child, Document, Failure, Found, Listing, Search
from newshouse.discovery.sitemap_document import read_sitemap
from newshouse.model import ArticleRef, DiscoveryRule, Interval
from newshouse.urls import host_of

REACHES_PAST = True
MAX_DEPTH = 3  # indexes above a list; the protocol knows one
MAX_DOCUMENTS = 200  # per rule and run


def find(rule: DiscoveryRule, search: Search) -> Found:
    """The pages that may be of the interval. Children and pages that their dates rule out are passed over."""
    walk = SitemapWalk(rule=rule, search=search, interval=search.interval)
    walk.go()
    return walk.found(reaches_past=search.interval is None or bool(walk.refs) or walk.shows_before(search.interval.end))


@dataclass(slots=True, kw_only=True)
class SitemapWalk:
    """One walk from a rule's address downwards; `interval` None takes everything."""

    rule: DiscoveryRule
    search: Search
    interval: Interval | None
    refs: list[ArticleRef] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    read_count: int = 0
    earliest: datetime | None = None  # of all dates seen, also of what was passed over
    asked: set[str] = field(default_factory=set)

    def go(self) -> None:
        """Breadth first, so that one deep branch does not eat the bound on documents."""
        level = self.addresses()
        for depth in range(MAX_DEPTH + 1):
            below: list[str] = []
            for url in level:
                self.asked.add(url)
                below += self.visit(url, is_deepest=depth == MAX_DEPTH)
            level = list(dict.fromkeys(below))

    def addresses(self) -> list[str]:
        """Where the walk begins: the rule's address, or those of the interval's dates where it is a template."""
        if not is_template(self.rule.url):
            return [self.rule.url]
        return [address for address, _ in addresses_of(self.rule.url, self.interval, self.zone, self.search.now)]

    def found(self, *, reaches_past: bool) -> Found:
        return Found(
            refs=tuple(self.refs),
            documents=tuple(self.documents),
            failures=tuple(self.failures),
            read_count=self.read_count,
            reaches_past=reaches_past,
        )

    def shows_before(self, instant: datetime) -> bool:
        """Whether anything seen, wanted or not, is older than `instant`."""
        return self.earliest is not None and self.earliest < instant

    def visit(self, url: str, *, is_deepest: bool) -> list[str]:
        """Notes what the document at `url` says; the addresses to ask next."""
        reading = read_document(url, self.rule.strategy, self.search.ask, self.parse)
        if reading.listing is None or reading.answer is None:
            if reading.failure:
                self.failures.append(reading.failure)
            self.note(reading, 0)
            return []
        if reading.listing.is_index:
            return self.visit_index(reading, reading.listing, reading.answer.final_url, is_deepest=is_deepest)
        refs = list(refs_of(reading.listing.announcements, self.rule, self.search, reading.answer.final_url))
        self.see(hint for ref in refs for hint in (ref.date_hint, ref.modified_hint))
        wanted = [ref for ref in refs if may_belong(ref, self.interval)]
        self.refs += wanted
        self.read_count += 1
        nothing_own = f"none of its {len(reading.listing.announcements)} pages is on the hosts of the source, or wanted by the rule"
        self.note(reading, len(wanted), nothing_own if reading.listing.announcements and not refs else None)
        return []

    def visit_index(self, reading: Reading, listing: Listing, index_url: str, *, is_deepest: bool) -> list[str]:
        own, foreign = self.own_children(listing.children, index_url)
        chosen = [url for url in self.chosen_children(own) if url not in self.asked]
        room = 0 if is_deepest else max(0, MAX_DOCUMENTS - len(self.asked))
        problem = None
        if is_deepest:
            problem = f"an index below {MAX_DEPTH} indexes: not walked"
        elif len(chosen) > room:
            problem = f"only {room} of {len(chosen)} sitemaps that may hold the interval were read"
        elif foreign and not own:
            problem = f"all its {foreign} sitemaps lie on foreign hosts: not walked"
        if not chosen and not problem:
            self.read_count += 1
        if problem:
            self.failures.append(Failure(url=reading.url, cause=Cause.BROKEN, detail=problem))
        self.note(reading, 0, problem)
        self.asked.update(chosen[:room])
        return chosen[:room]

    def own_children(self, children: Iterable[Child], index_url: str) -> tuple[list[Child], int]:
        """The children on the index's host or the source's, with absolute addresses; and how many lie elsewhere."""
        own, foreign = [], 0
        for child in children:
            url = clean_url(child.url, index_url)
            if url and (host_of(url) == host_of(index_url) or is_own_host(host_of(url), self.search.source)):
                own.append(Child(url=url, modified_hint=child.modified_hint))
            else:
                foreign += 1
        return own, foreign

    def chosen_children(self, children: list[Child]) -> list[str]:
        """Those that may hold pages of the interval: dated names first, then by last change, latest first."""
        spans = spans_of_siblings((child.url for child in children), self.zone)
        self.see(span.start for span in spans.values())
        self.see(child.modified_hint for child in children)
        ranked = []
        for child in children:
            span = spans.get(child.url)
            if self.interval and span and not may_touch(span, self.interval):
                continue
            if self.interval and child.modified_hint and child.modified_hint < self.interval.start - SLACK:
                continue
            age_s = -child.modified_hint.timestamp() if child.modified_hint else 0.0
            ranked.append((span is None, age_s, child.url))
        ranked.sort(key=lambda rank: rank[:2])
        return list(dict.fromkeys(url for _, _, url in ranked))

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.search.source.time_zone)

    def parse(self, answer: Answer) -> Listing:
        return read_sitemap(answer.content, self.zone, self.search.now)

    def note(self, reading: Reading, ref_count: int, problem: str | None = None) -> None:
        if document := reading.document(ref_count, problem):
            self.documents.append(document)

    def see(self, instants: Iterable[datetime | None]) -> None:
        known = [instant for instant in instants if instant]
        self.earliest = min([*known, *([self.earliest] if self.earliest else [])], default=None)
