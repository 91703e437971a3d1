"""The strategy `archive_page`: a publisher's own lists by date, as pages for readers. It reaches the past as far as they do.

The rule's address is a template (see dated_address.py), `select` names the links that lead to articles, and `next` the one that leads
to the next page of the same list.
"""

from collections.abc import Iterator
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bs4 import BeautifulSoup

from newshouse.discovery.asking import Reading, read_document
from newshouse.discovery.dated_address import addresses_of, is_daily
from newshouse.discovery.membership import clean_url, is_own_host, may_belong, refs_of
from newshouse.discovery.records import Announcement, Answer, Cause, Child, Document, Failure, Found, Listing, Search
from newshouse.errors import Rejected
from newshouse.extraction.text import readable
from newshouse.model import ArticleRef, DiscoveryRule, Reason
from newshouse.urls import host_of

REACHES_PAST = True
MAX_PAGES = 50  # of one list: a circle of "next" links ends here at the latest
MAX_BYTES = 10_000_000
MAX_HEADLINE_LENGTH = 1_000
_ALL_LINKS = "a[href]"


def find(rule: DiscoveryRule, search: Search) -> Found:
    """The articles that the lists of the interval's days link to. A list of one day dates what it lists."""
    zone = ZoneInfo(search.source.time_zone)
    refs: list[ArticleRef] = []
    documents: list[Document] = []
    failures: list[Failure] = []
    read_count = 0
    for address, day in addresses_of(rule.url, search.interval, zone, search.now):
        hint = datetime.combine(day, time.min, tzinfo=zone) if is_daily(rule.url) else None
        for reading in _pages(address, rule, search, hint):
            found, problem = _refs(reading, rule, search)
            refs += [ref for ref in found if may_belong(ref, search.interval)]
            if document := reading.document(len(found), problem):
                documents.append(document)
            if reading.failure:
                failures.append(reading.failure)
            read_count += reading.listing is not None
    return Found(refs=tuple(refs), documents=tuple(documents), failures=tuple(failures), read_count=read_count, reaches_past=read_count > 0)


def read_archive_page(content: bytes, rule: DiscoveryRule, hint: datetime | None) -> Listing:
    """The links that the rule selects; the child is the list's next page. Raises Rejected for what is no page."""
    if len(content) > MAX_BYTES:
        raise Rejected(Reason.TOO_LARGE, f"a page of {len(content)} bytes; {MAX_BYTES} are the limit")
    if b"<" not in content:
        raise Rejected(Reason.NOT_HTML, "not a page: it holds no tag")
    page = BeautifulSoup(content, "lxml")
    announcements = tuple(
        Announcement(url=str(link["href"]), date_hint=hint, headline_hint=readable(link.get_text(" "))[:MAX_HEADLINE_LENGTH] or None)
        for link in page.select(rule.select or _ALL_LINKS)
        if link.get("href")
    )
    following = page.select_one(rule.next) if rule.next else None
    address = following.get("href") if following else None
    return Listing(announcements=announcements, children=(Child(url=str(address)),) if address else ())


def _pages(address: str, rule: DiscoveryRule, search: Search, hint: datetime | None) -> Iterator[Reading]:
    """The pages of one list, as far as they link to each other."""

    def parse(answer: Answer) -> Listing:
        return read_archive_page(answer.content, rule, hint)

    asked: set[str] = set()
    url: str | None = address
    while url and url not in asked and len(asked) < MAX_PAGES:
        asked.add(url)
        reading = read_document(url, rule.strategy, search.ask, parse)
        yield reading
        url = _next(reading, search) if reading.listing and reading.answer else None
    if url and url not in asked:
        detail = f"the list goes on after {MAX_PAGES} pages: not read"
        yield Reading(url=url, via=rule.strategy, failure=Failure(url=url, cause=Cause.BROKEN, detail=detail))


def _next(reading: Reading, search: Search) -> str | None:
    if reading.listing is None or reading.answer is None or not reading.listing.children:
        return None
    here = reading.answer.final_url
    url = clean_url(reading.listing.children[0].url, here)
    return url if url and (host_of(url) == host_of(here) or is_own_host(host_of(url), search.source)) else None


def _refs(reading: Reading, rule: DiscoveryRule, search: Search) -> tuple[list[ArticleRef], str | None]:
    """The article links of one page, each once, and what is wrong with it."""
    if reading.listing is None or reading.answer is None:
        return [], None
    refs = {ref.url: ref for ref in refs_of(reading.listing.announcements, rule, search, reading.answer.final_url)}
    refs.pop(reading.answer.final_url, None)
    if reading.listing.announcements or not rule.select:
        return list(refs.values()), None
    return [], f"nothing on it is selected by {rule.select!r}: the page's layout may have changed"
