"""What passes between `discover`, its strategies and the pure parsers of feeds and sitemaps."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from newshouse.model import ArticleRef, Capture, Interval, Source

# --- what comes in and goes out -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One archived HTTP answer to the question for a feed or sitemap."""

    status: int
    content: bytes  # content-coding undone
    content_type: str | None
    final_url: str
    capture: Capture


Ask = Callable[[str], Answer]  # fetches one URL; raises SourceBusy, SourceGone or Rejected
CapturesOf = Callable[[str], Iterable[Capture]]  # the captures in a WARC file, by its path or URL; raises Rejected, or OSError


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A feed or sitemap as it was read."""

    capture: Capture
    via: str  # strategy
    ref_count: int  # article URLs taken from it
    problem: str | None = None  # what was wrong with it, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """What a source announces."""

    refs: tuple[ArticleRef, ...]  # no URL twice
    documents: tuple[Document, ...]
    reaches_past: bool  # what was read tells of the interval, not only of the present
    problems: tuple[str, ...] = ()  # every document that could not be read, or not whole, answered or not: "URL: what was wrong"


# --- what a strategy gets and gives -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What every strategy needs to know."""

    source: Source
    interval: Interval | None  # None: all dates
    now: datetime
    ask: Ask
    captures_of: CapturesOf | None = None


class Cause(StrEnum):
    """Why a document gave nothing."""

    BUSY = "busy"
    GONE = "gone"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A document that could not be read at all."""

    url: str
    cause: Cause
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one strategy found by one rule."""

    refs: tuple[ArticleRef, ...] = ()
    documents: tuple[Document, ...] = ()
    failures: tuple[Failure, ...] = ()
    read_count: int = 0  # documents that listed articles, or were rightly empty
    reaches_past: bool = False


# --- what a parser makes of a document ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """One article as a feed or sitemap announces it."""

    url: str
    date_hint: datetime | None = None
    modified_hint: datetime | None = None
    headline_hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """One sitemap that a sitemap index names."""

    url: str
    modified_hint: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The content of one feed or sitemap, in its own order."""

    announcements: tuple[Announcement, ...] = ()
    children: tuple[Child, ...] = ()
    is_index: bool = False
    problem: str | None = None  # where only a part could be read
