"""A first source file for a publisher, from what its own site says: front page, robots.txt, feeds and sitemaps.

It is a proposal: switched off and unverified, for a person to read, complete and check. Asks the network; writes nothing.
"""

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

import yaml
from bs4 import BeautifulSoup
from protego import Protego

from newshouse.discovery.feed import read_feed
from newshouse.discovery.sitemap_document import read_sitemap
from newshouse.errors import Rejected, SourceFailed
from newshouse.extraction.page.charset import clean_utf8
from newshouse.model import Reason
from newshouse.robots import parse_robots
from newshouse.settings import BUNDLED_SOURCES, Settings
from newshouse.urls import host_of, is_http_url
from newshouse.web import Exchange, Web
from newshouse.zones import country_of_host, zones_of

DELAY_S = 1.0
MIN_DELAY_S = 2.0  # what is proposed where robots.txt asks for less
MAX_DOCUMENT_BYTES = 60_000_000
MAX_CANDIDATES = 20
FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json")
USUAL_FEEDS = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml")
USUAL_SITEMAPS = ("/sitemap.xml", "/sitemap_index.xml", "/news-sitemap.xml")
NEWS_EXTENSION = b"sitemap-news/0.9"  # of Google's name space
HEADER = "# yaml-language-server: $schema=../source.schema.json\n"  # where the schema is, seen from the bundled folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A source file, and in words what was asked and what a person has to look at."""

    source_id: str
    text: str
    findings: tuple[str, ...]
    is_complete: bool  # a way to discover was found; a source file without one is wrong


@dataclass(slots=True, kw_only=True)
class Visit:
    """One look at a site."""

    web: Web
    user_agent: str
    delay_s: float = DELAY_S
    findings: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)

    def get(self, url: str) -> Exchange | None:
        """The answer with status 200; None for anything else, which is told among the findings."""
        self.asked.add(url)
        time.sleep(self.delay_s)
        try:
            exchange = self.web.get(url, max_bytes=MAX_DOCUMENT_BYTES)
        except (SourceFailed, Rejected) as failure:
            is_private = isinstance(failure, Rejected) and failure.reason is Reason.FORBIDDEN_ADDRESS
            self.findings.append(f"{url}: {failure}" + ("; --allow-loopback allows 127.0.0.1" if is_private else ""))
            return None
        if exchange.status != 200:
            self.findings.append(f"{url}: answered {exchange.status}")
            return None
        return exchange


def propose(site: str, settings: Settings, *, is_loopback_allowed: bool = False, delay_s: float = DELAY_S) -> Proposal:
    """A source file for the publisher at `site`, a domain or an address.

    Raises SourceFailed where the front page cannot be read, or robots.txt forbids it.
    """
    home = site if is_http_url(site) else f"https://{site.strip('/')}/"
    with Web(settings, is_loopback_allowed=is_loopback_allowed) as web:
        visit = Visit(web=web, user_agent=settings.user_agent, delay_s=delay_s)
        robots = _robots(visit, home)
        front = visit.get(home)
        if front is None:
            raise SourceFailed(f"{site}: its front page cannot be read: {visit.findings[-1]}")
        content = clean_utf8(front.content(MAX_DOCUMENT_BYTES), front.header("Content-Type"))
        page = BeautifulSoup(content, "lxml", from_encoding="utf-8")
        rules = [*_feeds(visit, page, front.final_url), *_sitemaps(visit, robots, front.final_url)]
    if not rules:
        visit.findings.append("no feed and no sitemap was found: look for them on the site, or use archive_page or warc")
    described = _described(page, front.final_url, visit.findings)
    described |= {"allow_loopback": True} if is_loopback_allowed else {}
    described["notes"] = "Proposed from the site itself. Read the terms of use, complete this file and check it before you switch it on."
    described["discovery"] = rules
    asked_delay_s = float(robots.crawl_delay(settings.user_agent.partition("/")[0]) or 0)
    described["politeness"] = {"delay_s": max(MIN_DELAY_S, asked_delay_s), "max_pages_per_run": 500}
    header = HEADER if settings.sources_folder.resolve() == BUNDLED_SOURCES else ""
    text = header + yaml.safe_dump(described, sort_keys=False, allow_unicode=True, width=130)
    return Proposal(source_id=str(described["id"]), text=text, findings=tuple(visit.findings), is_complete=bool(rules))


def _robots(visit: Visit, home: str) -> Protego:
    """The rules of the site, empty where it has none. Raises SourceFailed where they forbid the front page."""
    answer = visit.get(urljoin(home, "/robots.txt"))
    body = answer.content(MAX_DOCUMENT_BYTES) if answer else b""
    if answer and parse_robots(answer.status, body, visit.user_agent).decide(home) == "disallowed":
        raise SourceFailed(f"{home}: its robots.txt forbids {visit.user_agent.partition('/')[0]} the front page: ask the publisher")
    return Protego.parse(body.decode("utf-8-sig", "replace"))


# --- feeds and sitemaps ----------------------------------------------------------------------------------------------------------


def _feeds(visit: Visit, page: BeautifulSoup, home: str) -> Iterator[dict[str, str]]:
    declared = [
        urljoin(home, str(link["href"]))
        for link in page.select("link[rel~=alternate][href]")
        if str(link.get("type", "")).partition(";")[0].strip().lower() in FEED_TYPES
    ]
    for url, exchange in _answers(visit, declared or [urljoin(home, path) for path in USUAL_FEEDS], stop_at_first=not declared):
        try:
            listing = read_feed(exchange.content(MAX_DOCUMENT_BYTES), exchange.header("Content-Type"), ZoneInfo("UTC"), datetime.now(UTC))
        except Rejected as rejected:
            visit.findings.append(f"{url}: {rejected}")
            continue
        visit.findings.append(f"{url}: a feed of {len(listing.announcements)} entries")
        if listing.announcements:
            yield {"strategy": "feed", "url": url}


def _sitemaps(visit: Visit, robots: Protego, home: str) -> Iterator[dict[str, str]]:
    declared = [str(url) for url in robots.sitemaps]
    for url, exchange in _answers(visit, declared or [urljoin(home, path) for path in USUAL_SITEMAPS], stop_at_first=False):
        try:
            content = exchange.content(MAX_DOCUMENT_BYTES)
            listing = read_sitemap(content, ZoneInfo("UTC"), datetime.now(UTC))
        except Rejected as rejected:
            visit.findings.append(f"{url}: {rejected}")
            continue
        is_news = NEWS_EXTENSION in content[:10_000]
        held = f"{len(listing.children)} sitemaps" if listing.is_index else f"{len(listing.announcements)} pages"
        visit.findings.append(f"{url}: a {'news sitemap' if is_news else 'sitemap'} of {held}")
        yield {"strategy": "news_sitemap" if is_news else "sitemap", "url": url}


def _answers(visit: Visit, urls: Iterable[str], *, stop_at_first: bool) -> Iterator[tuple[str, Exchange]]:
    candidates = [url for url in dict.fromkeys(urls) if is_http_url(url) and url not in visit.asked]
    if len(candidates) > MAX_CANDIDATES:
        visit.findings.append(f"{len(candidates)} feeds or sitemaps are declared: only the first {MAX_CANDIDATES} were asked")
    for url in candidates[:MAX_CANDIDATES]:
        if exchange := visit.get(url):
            yield url, exchange
            if stop_at_first:
                return


# --- the file --------------------------------------------------------------------------------------------------------------------


def _described(page: BeautifulSoup, home: str, findings: list[str]) -> dict[str, object]:
    """What the front page says of the publisher, by the keys of a source file; guesses are told among the findings."""
    name, language, country = _name(page, home), _language(page), _country(page, home)
    zones = zones_of(country or "")
    if len(zones) != 1:
        findings.append(f"time_zone is a guess: there are {', '.join(zones[:4]) or 'many zones'}; write the publisher's own")
    if language is None:
        findings.append("language is a guess: the front page declares none")
    described: dict[str, object] = {"id": _source_id(name, home), "name": name, "homepage": home}
    described |= {"country": country} if country else {}
    described |= {"language": language or "en", "time_zone": zones[0] if zones else "UTC", "enabled": False, "verified": False}
    return described


def _name(page: BeautifulSoup, home: str) -> str:
    for selector in ('meta[property="og:site_name"]', 'meta[name="application-name"]'):
        found = page.select_one(selector)
        if found and str(found.get("content") or "").strip():
            return str(found["content"]).strip()
    title = page.title.get_text(" ", strip=True) if page.title else ""
    parts = [part for part in re.split(r"\s+[|–—:-]\s+", title) if part]
    return min(parts, key=len) if parts else host_of(home).removeprefix("www.")


def _source_id(name: str, home: str) -> str:
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    return plain[:64].strip("-") or re.sub(r"[^a-z0-9]+", "-", host_of(home).removeprefix("www."))


def _language(page: BeautifulSoup) -> str | None:
    """As the front page declares it, in the form of BCP 47 that source files want."""
    declared = str(page.html.get("lang") or "") if page.html else ""
    found = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}))?", declared.strip())
    if not found:
        return None
    script, region = (found[2] or "").title(), (found[3] or "").upper()
    return "-".join(filter(None, (found[1].lower(), script, region)))


def _country(page: BeautifulSoup, home: str) -> str | None:
    """By the domain of a country, else by the language's region."""
    region = (_language(page) or "").rpartition("-")[2]
    return next((code for code in (country_of_host(host_of(home)), region) if zones_of(code)), None)
