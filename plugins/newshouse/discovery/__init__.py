"""What a source announces: its feeds, sitemaps and WARC files, asked and read.

Each strategy is a module with `find(rule, search) -> Found` and `REACHES_PAST`. The network is behind `ask`, which the caller passes
in, so that every exchange can be archived. Not its job: deciding which article belongs to an interval (hints only prune), and keeping
anything.
"""

from collections.abc import Callable, Sequence
from datetime import datetime

from newshouse.discovery import archive_page, feed, news_sitemap, sitemap, warc_listing
from newshouse.discovery.records import Answer, Ask, CapturesOf, Cause, Discovery, Document, Failure, Found, Search
from newshouse.errors import SourceBusy, SourceFailed, SourceGone
from newshouse.model import DiscoveryRule, Interval, Source

__all__ = ["STRATEGIES", "Answer", "Discovery", "Document", "can_reach_past", "discover", "shows_present_only"]

Strategy = Callable[[DiscoveryRule, Search], Found]
STRATEGIES: dict[str, tuple[Strategy, bool]] = {
    "feed": (feed.find, feed.REACHES_PAST),
    "news_sitemap": (news_sitemap.find, news_sitemap.REACHES_PAST),
    "sitemap": (sitemap.find, sitemap.REACHES_PAST),
    "archive_page": (archive_page.find, archive_page.REACHES_PAST),
    "warc": (warc_listing.find, warc_listing.REACHES_PAST),
}


def discover(source: Source, interval: Interval | None, ask: Ask, now: datetime, captures_of: CapturesOf | None = None) -> Discovery:
    """All that the source announces and that may be of `interval` (None: all dates), each URL once, by the rule that named it first.

    `captures_of` lists a WARC file's captures; only the strategy `warc` needs it. What could not be read stands among the problems;
    where nothing could be read, raises SourceBusy if any document may answer later, SourceGone if all are gone, else SourceFailed.
    """
    search = Search(source=source, interval=interval, now=now, ask=ask, captures_of=captures_of)
    found = [STRATEGIES[rule.strategy][0](rule, search) for rule in source.discovery]
    failures = [failure for one in found for failure in one.failures]
    if not any(one.read_count for one in found):
        raise _nothing_read(source, failures)
    refs = {ref.url: ref for one in reversed(found) for ref in reversed(one.refs)}
    documents = tuple(document for one in found for document in one.documents)
    broken_off = [f"{document.capture.url}: {document.problem}" for document in documents if document.problem]
    problems = dict.fromkeys([*(f"{failure.url}: {failure.detail}" for failure in failures), *broken_off])
    return Discovery(
        refs=tuple(refs[url] for url in reversed(refs)),
        documents=documents,
        reaches_past=any(one.reaches_past for one in found),
        problems=tuple(problems),
    )


def can_reach_past(source: Source) -> bool:
    """Whether any of the source's strategies can be asked for a past day."""
    return any(STRATEGIES[rule.strategy][1] for rule in source.discovery)


def shows_present_only(rule: DiscoveryRule) -> bool:
    """Whether what the rule names shows only the newest articles, so that it has to be read while they are there."""
    return not STRATEGIES[rule.strategy][1]


def _nothing_read(source: Source, failures: Sequence[Failure]) -> SourceFailed:
    causes = {failure.cause for failure in failures}
    kind = SourceBusy if Cause.BUSY in causes else SourceGone if causes <= {Cause.GONE} else SourceFailed
    told = "; ".join(f"{failure.url}: {failure.detail}" for failure in failures) or "its file names no way to discover anything"
    return kind(f"{source.source_id}: no feed, sitemap or WARC file could be read: {told}")
