"""Which announced URLs are worth a place in the ledger, and in which form."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag, urljoin
from zoneinfo import ZoneInfo

from newshouse.discovery.hints import SLACK, day_of_path
from newshouse.discovery.records import Announcement, Search
from newshouse.model import ArticleRef, DiscoveryRule, Interval, Source
from newshouse.urls import host_of, is_http_url

MAX_URL_LENGTH = 4_000


def refs_of(announcements: Iterable[Announcement], rule: DiscoveryRule, search: Search, document_url: str) -> Iterator[ArticleRef]:
    """The announced URLs that are this source's and that the rule wants; relative ones are read against the document's URL."""
    zone = ZoneInfo(search.source.time_zone)
    for announced in announcements:
        url = clean_url(announced.url, document_url)
        if url and is_wanted(url, rule, search.source):
            yield ArticleRef(
                source_id=search.source.source_id,
                url=url,
                via=rule.strategy,
                document_url=document_url,
                seen_at=search.now,
                date_hint=announced.date_hint or day_of_path(url, zone, search.now),
                modified_hint=announced.modified_hint,
                headline_hint=announced.headline_hint,
            )


def clean_url(written: str, document_url: str) -> str | None:
    """The absolute http(s) URL without its fragment; None where there is none."""
    text = re.sub(r"[\t\r\n]", "", written.strip()).replace(" ", "%20")
    try:
        url = urldefrag(urljoin(document_url, text)).url
    except ValueError:  # a broken IPv6 host
        return None
    return url if len(url) <= MAX_URL_LENGTH and is_http_url(url) else None


def is_wanted(url: str, rule: DiscoveryRule, source: Source) -> bool:
    """Whether the rule takes `url`: `exclude` refuses, `include` decides alone, else the host must be the source's."""
    if rule.exclude and re.search(rule.exclude, url):
        return False
    if rule.include:
        return bool(re.search(rule.include, url))
    return is_own_host(host_of(url), source)


def is_own_host(host: str, source: Source) -> bool:
    """Whether `host` is one of the source's, or lies below one; a leading "www." makes no difference."""
    known = (name.removeprefix("www.") for name in (*source.hosts, host_of(source.homepage)))
    return any(host.removeprefix("www.") == name or host.endswith(f".{name}") for name in known)


def may_belong(ref: ArticleRef, interval: Interval | None) -> bool:
    """False where the hints rule out that the article is of the interval: published at another time, or last modified before it."""
    if interval is None:
        return True
    if ref.modified_hint and ref.modified_hint < interval.start - SLACK:
        return False
    return ref.date_hint is None or interval.start - SLACK <= ref.date_hint < interval.end + SLACK
