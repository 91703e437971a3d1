"""The records that flow between the stages.

    Source -> ArticleRef -> Capture -> Article -> staging rows -> warehouse rows

Bad input is the exception `Rejected(reason)`. Field names of `Article` are schema.org NewsArticle in snake_case. Every instant is
aware; a naive one is refused where it enters. Not the place for behaviour: a record here knows only how to be built.
"""

import hashlib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum


class Outcome(StrEnum):
    """What became of one discovered URL in one run; exactly one each (law 1)."""

    LOADED = "loaded"  # a new article, or a new revision of a known one
    UNCHANGED = "unchanged"  # the article is in the warehouse already, word for word
    DUPLICATE = "duplicate"  # another URL of an article that this source has under its own URL
    REJECTED = "rejected"  # bad input: see ops.quarantine
    SKIPPED = "skipped"  # a decision of ours or a wish of the publisher's: robots, outside the interval
    PENDING = "pending"  # not done yet: busy host, page budget spent


class Reason(StrEnum):
    """Why a URL was rejected, skipped or left pending. The values are stored and counted: append, never rename."""

    # rejected: what came back is no page
    GONE = "gone"  # 404 or 410
    HTTP_ERROR = "http_error"  # any other definite 4xx
    TOO_LARGE = "too_large"  # more bytes than max_page_bytes, on the wire or unpacked, or more tags than a page may have
    NOT_HTML = "not_html"
    TRUNCATED = "truncated"  # the server closed, or the gzip stream ended, before the end
    UNREADABLE = "unreadable"  # no text can be made of the bytes, or the WARC record is broken
    FORBIDDEN_ADDRESS = "forbidden_address"  # the host resolves to an address that is not public
    BAD_REDIRECT = "bad_redirect"  # too many, in a circle, or off http(s)
    # rejected: a page, but no article
    NO_HEADLINE = "no_headline"
    NO_BODY = "no_body"
    NO_DATE = "no_date"
    TOO_DEEP = "too_deep"  # tags nested beyond the limit of the parser
    CONSENT_WALL = "consent_wall"
    BOT_CHALLENGE = "bot_challenge"
    LOGIN_WALL = "login_wall"
    SOFT_404 = "soft_404"  # an error served with 200: not found, withdrawn, broken, in maintenance, withheld from a country, for sale
    LISTING = "listing"  # front, section, tag, search or archive page
    MEDIA_ONLY = "media_only"  # video or gallery without text
    NEEDS_JAVASCRIPT = "needs_javascript"
    NOT_NEWS = "not_news"  # product, job, event, profile, legal page, table of figures
    # skipped
    ROBOTS_DISALLOWED = "robots_disallowed"
    OUTSIDE_INTERVAL = "outside_interval"
    REVISIT = "revisit"  # a WARC revisit record: same bytes as an earlier capture
    DRY_RUN = "dry_run"
    REDIRECT = "redirect"  # a WARC holds only the step to another page
    TAKEN_DOWN = "taken_down"  # somebody asked for it to go: see ops.tombstone
    NOT_PROMOTED = "not_promoted"  # a re-extraction that was only shown, or that its gate held back
    TDM_RESERVED = "tdm_reserved"  # the publisher reserves text and data mining, and the source is told to honour that
    # pending
    NOT_FETCHED = "not_fetched"  # discovered, and nothing has happened yet
    NOT_EXTRACTED = "not_extracted"  # archived, and nothing has happened yet
    NOT_LOADED = "not_loaded"  # staged, and nothing has happened yet
    BUDGET_SPENT = "budget_spent"  # max_articles reached
    HOST_BUSY = "host_busy"  # 429, 5xx, timeout: worth another try


class RunMode(StrEnum):
    """Where a run takes its pages from."""

    FETCH_MISSING = "fetch_missing"  # fetch what the archive lacks (the default)
    REFETCH = "refetch"  # fetch every candidate again, so that edits become revisions
    FROM_ARCHIVE = "from_archive"  # no network at all


class Promotion(StrEnum):
    """Whether a re-extraction may replace what the warehouse says."""

    AUTO = "auto"  # where it passes the gate
    NEVER = "never"  # it is only shown
    FORCE = "force"  # whatever the gate says


class SourceOutcome(StrEnum):
    """How one source fared in one run."""

    OK = "ok"
    EMPTY = "empty"  # everything answered, and there was nothing for the interval
    PARTIAL = "partial"  # some pages are pending or failed
    FAILED = "failed"
    BLOCKED = "blocked"  # robots or the server refuse us altogether
    NOT_BACKFILLABLE = "not_backfillable"  # no strategy of the source can reach the interval
    SKIPPED = "skipped"  # not asked for, or switched off


class DatePrecision(StrEnum):
    SECOND = "second"
    MINUTE = "minute"
    DAY = "day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A half-open span of time `[start, end)` in UTC."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise ValueError(f"an interval needs aware instants, got {self.start!r} and {self.end!r}")
        if self.end <= self.start:
            raise ValueError(f"an interval must end after it starts, got [{self.start.isoformat()}, {self.end.isoformat()})")

    def holds(self, instant: datetime) -> bool:
        return self.start <= instant < self.end


# --- sources -------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscoveryRule:
    """One way to learn a source's URLs.

    `strategy` is `feed`, `sitemap`, `news_sitemap`, `archive_page` or `warc`; `url` is an http(s) address, with placeholders for the date
    where there is one for each day or month, or, for `warc`, a path or glob.
    """

    strategy: str
    url: str
    include: str | None = None  # regular expression that an article's URL must match
    exclude: str | None = None  # regular expression that an article's URL must not match
    select: str | None = None  # archive_page: CSS selector of the links to articles; None: every link
    next: str | None = None  # archive_page: CSS selector of the link to the list's next page


@dataclass(frozen=True, slots=True, kw_only=True)
class Politeness:
    """How gently a source's hosts are asked."""

    delay_s: float = 1.0  # from the end of one response to the start of the next request, per host
    backfill_delay_s: float | None = None  # the same in a backfill, which nobody waits for; None: twice delay_s
    max_pages_per_run: int = 1_000
    honour_tdm_reservation: bool = False

    def of_backfill(self) -> "Politeness":
        """The slower pace."""
        return replace(self, delay_s=2 * self.delay_s if self.backfill_delay_s is None else self.backfill_delay_s)


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSelector:
    """Where on a page a field stands: a CSS selector, and the attribute that holds the value where its text does not."""

    field: str  # the name of an Article's field
    select: str
    attribute: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """CSS selectors for one template of a source: pages captured on its days are read with them, where they find something."""

    valid_from: date | None = None  # first UTC day of capture; None: since ever
    valid_until: date | None = None  # the day after the last; None: still valid
    body: str | None = None
    drop: tuple[str, ...] = ()
    fields: tuple[FieldSelector, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One publisher, as its YAML file says."""

    source_id: str
    name: str
    homepage: str
    language: str  # BCP 47
    time_zone: str  # IANA name; a page's time without a zone is read in it
    country: str | None = None  # ISO 3166-1 alpha-2
    discovery: tuple[DiscoveryRule, ...] = ()
    hosts: tuple[str, ...] = ()  # host names whose pages are this source's; the homepage's host is always among them
    keep_parameters: tuple[str, ...] = ()  # query parameters that are part of an article's identity though they look like trackers
    article_id_pattern: str | None = None  # regular expression over the URL; its first group is the publisher's article id
    politeness: Politeness = Politeness()
    overrides: tuple[Override, ...] = ()  # no two of them are valid on one day
    is_enabled: bool = True
    is_loopback_allowed: bool = False  # only a site of our own may live on 127.0.0.1
    is_verified: bool = False  # has anybody checked these settings against the live site
    licence: str | None = None
    terms: str | None = None
    notes: str | None = None
    origin: str = "file"  # "file", or "replay" for a host met in a WARC that no file declares


# --- discovery and fetch -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRef:
    """An announced URL: what a feed, sitemap or WARC listing said of it."""

    source_id: str
    url: str
    via: str  # strategy that announced it
    document_url: str  # feed, sitemap or WARC file it stood in
    seen_at: datetime
    date_hint: datetime | None = None  # said to be published
    modified_hint: datetime | None = None  # said to be modified (lastmod)
    headline_hint: str | None = None

    @property
    def url_key(self) -> uuid.UUID:
        return url_key(self.source_id, self.url)


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One HTTP exchange as it stands in the archive: where its WARC record is, and what its head said."""

    source_id: str
    url: str
    final_url: str
    captured_at: datetime
    status: int
    content_type: str | None
    payload_digest: str  # "sha256:<hex>" of the payload as it came over the wire
    size_bytes: int  # of that payload
    warc_file: str  # relative to the archive root
    warc_offset: int  # bytes from the start of the file to the record's gzip member
    warc_length: int  # bytes of that member
    etag: str | None = None
    last_modified: str | None = None
    robots_decision: str | None = None  # "allowed", "disallowed", "unavailable"; None where nobody asked (a foreign WARC)
    truncated: str | None = None  # WARC-Truncated: "length", "time", "disconnect"; "unspecified" where we left the payload unread
    role: str = "page"  # what it was asked for as: "page", "document" (feed, sitemap) or "robots"
    tdm_reservation: str | None = None  # who reserves mining: "none", "meta", "header", "noai", "tdmrep", "ai_txt"; None: nobody looked

    @property
    def url_key(self) -> uuid.UUID:
        return url_key(self.source_id, self.url)

    @property
    def capture_key(self) -> uuid.UUID:
        return key_of("capture", self.source_id, self.url, self.captured_at.isoformat(), self.payload_digest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What extraction reads: bytes out of the archive, content-coding undone, and what is known about them."""

    content: bytes
    url: str  # final URL
    content_type: str | None = None
    captured_at: datetime | None = None  # upper bound for plausible dates


# --- the article ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """A schema.org Person or Organization in the author list."""

    name: str
    is_organization: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What one page says, in the page's own words: schema.org NewsArticle in snake_case.

    `article_body` holds the standfirst where the page shows it, then paragraphs, sub-headings, list items and quotes in reading
    order, separated by one line feed each ("\\n"), with white space inside each folded to single spaces. Text never holds NUL or
    lone surrogates.
    """

    url: str
    headline: str
    article_body: str
    date_published: datetime | None = None  # aware
    date_published_raw: str | None = None  # as the page wrote it
    date_published_precision: DatePrecision | None = None
    date_modified: datetime | None = None
    alternative_headline: str | None = None
    description: str | None = None  # standfirst, as the page shows or declares it
    article_section: str | None = None
    authors: tuple[Author, ...] = ()
    in_language: str | None = None  # BCP 47
    keywords: tuple[str, ...] = ()
    image_url: str | None = None
    image_caption: str | None = None
    image_credit: str | None = None
    dateline: str | None = None  # place at the head of the text
    is_accessible_for_free: bool | None = None  # None: the page does not say
    canonical_url: str | None = None  # as the page declares it, checked to be this article's
    publisher_article_id: str | None = None
    word_count: int = 0
    reading_time_minutes: int | None = None  # as the page states it, else derived from word_count
    provenance: Mapping[str, str] = field(
        default_factory=dict
    )  # field name -> "json-ld", "microdata", "opengraph", "meta", "byline", "url", "override", ...


# --- runs ----------------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One pass over some sources for one interval. `interval` is None for a replay, which takes all dates."""

    run_id: str
    interval: Interval | None
    mode: RunMode = RunMode.FETCH_MISSING
    max_articles: int | None = None  # per source
    is_dry_run: bool = False
    is_backfill: bool = False  # nobody waits for it: hosts are asked at the slower pace
    takes_late: bool = False  # also what was announced too late for its own day, which an earlier run was for


# --- keys ----------------------------------------------------------------------------------------------------------------------


def key_of(*parts: str) -> uuid.UUID:
    """A key that is the same on every machine and for ever: the first 16 bytes of SHA-256 over the parts, NUL between them."""
    return uuid.UUID(bytes=hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).digest()[:16])


def url_key(source_id: str, url: str) -> uuid.UUID:
    return key_of("url", source_id, url)


def article_key(source_id: str, identity: str) -> uuid.UUID:
    """`identity` is the publisher's article id where the source declares one, else the canonical URL."""
    return key_of("article", source_id, identity)


def utc_day(day: date) -> Interval:
    """The UTC day as an interval."""
    start = datetime.combine(day, time.min, tzinfo=UTC)
    return Interval(start=start, end=start + timedelta(days=1))
