"""What a publisher announces at an instant: the entries of its feeds, its sitemaps and its lists by day."""

import gzip
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.site.expected import non_articles
from tests.site.publishers import Publisher
from tests.site.rendering import render
from tests.site.stories import stories

FEED_LENGTH = 20
NEWS_SITEMAP_SPAN = timedelta(hours=48)
STORIES_OF_A_DAY_PAGE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One `url` of a sitemap, or one `sitemap` of a sitemap index."""

    url: str
    changed: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A feed or sitemap as it goes over the wire."""

    content_type: str
    body: bytes
    changed: datetime | None  # None: it is empty


Maker = Callable[[Publisher, datetime], Listing]


def listing(publisher: Publisher, path: str, now: datetime) -> Listing | None:
    """The feed or sitemap of `publisher` at `path`; None where it has none."""
    if make := LISTINGS[publisher.source_id].get(path):
        return make(publisher, now)
    if page := DAY_PAGE.fullmatch(path):
        return _day_page(publisher, datetime.strptime(page[1], "%Y/%m/%d").replace(tzinfo=publisher.zone), int(page[2] or 1), now)
    before, _, after = MONTHLY.get(publisher.source_id, "").partition("{month}")
    if not (before and path.startswith(before) and path.endswith(after)):
        return None
    month = _month_sitemap(path[len(before) : -len(after)])(publisher, now)
    return month if month.changed else None


def _feed(template: str, content_type: str, query: str = "") -> Maker:
    def make(publisher: Publisher, now: datetime) -> Listing:
        latest = stories(now, publisher.source_id)[::-1][:FEED_LENGTH]
        changed = max((story.last_change for story in latest), default=None)
        return Listing(
            content_type=content_type,
            body=render(template, publisher=publisher, stories=latest, changed=changed, query=query),
            changed=changed,
        )

    return make


def _json_feed(publisher: Publisher, now: datetime) -> Listing:
    latest = stories(now, publisher.source_id)[::-1][:FEED_LENGTH]
    items = [
        {"id": story.slug, "url": story.url, "title": story.headline, "date_published": story.published.isoformat()} for story in latest
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": publisher.name, "home_page_url": publisher.url("/"), "items": items}
    return Listing(
        content_type="application/feed+json",
        body=json.dumps(feed, ensure_ascii=False).encode(),
        changed=max((story.last_change for story in latest), default=None),
    )


def _day_page(publisher: Publisher, day: datetime, number: int, now: datetime) -> Listing:
    """The list of the stories of a day in the publisher's zone, as readers leaf through it; an empty day has an empty list."""
    own = [story for story in stories(now, publisher.source_id) if story.published.astimezone(publisher.zone).date() == day.date()]
    past = number * STORIES_OF_A_DAY_PAGE
    shown = own[past - STORIES_OF_A_DAY_PAGE : past]
    next_path = f"/archive/{day:%Y/%m/%d}/{number + 1}" if own[past:] else None
    body = render("listings/day.html", publisher=publisher, day=day, stories=shown, next_path=next_path)
    return Listing(content_type="text/html; charset=utf-8", body=body, changed=max((story.last_change for story in shown), default=None))


def _urlset(choose: Callable[[Publisher, datetime], Iterable[Entry]], is_gzipped: bool = False) -> Maker:
    def make(publisher: Publisher, now: datetime) -> Listing:
        entries = sorted(choose(publisher, now), key=lambda entry: entry.url)
        body = render("listings/urlset.xml", entries=entries)
        return Listing(
            content_type="application/gzip" if is_gzipped else "application/xml",
            body=gzip.compress(body, mtime=0) if is_gzipped else body,
            changed=max((entry.changed for entry in entries), default=None),
        )

    return make


def _index(choose: Callable[[Publisher, datetime], Iterable[Entry]]) -> Maker:
    def make(publisher: Publisher, now: datetime) -> Listing:
        entries = list(choose(publisher, now))
        changed = max((entry.changed for entry in entries), default=None)
        return Listing(content_type="application/xml", body=render("listings/index.xml", entries=entries), changed=changed)

    return make


def _news_sitemap(publisher: Publisher, now: datetime) -> Listing:
    fresh = [story for story in stories(now, publisher.source_id) if story.published > now - NEWS_SITEMAP_SPAN]
    body = render("listings/news.xml", publisher=publisher, stories=fresh)
    return Listing(content_type="application/xml", body=body, changed=max((story.last_change for story in fresh), default=None))


def _story_entries(publisher: Publisher, now: datetime) -> list[Entry]:
    return [Entry(url=story.url, changed=story.last_change) for story in stories(now, publisher.source_id)]


def _other_entries(publisher: Publisher, now: datetime) -> list[Entry]:
    """Print versions, and pages that are no articles."""
    prints = [story for story in stories(now, publisher.source_id) if "print_listed" in story.traits]
    others = [page for page in non_articles() if page.source_id == publisher.source_id and page.listed_at <= now]
    return [Entry(url=f"{story.url}&print=1", changed=story.last_change) for story in prints] + [
        Entry(url=page.url, changed=page.listed_at) for page in others
    ]


def _all_entries(publisher: Publisher, now: datetime) -> list[Entry]:
    return _story_entries(publisher, now) + _other_entries(publisher, now)


def _months(pattern: str) -> Callable[[Publisher, datetime], list[Entry]]:
    """The children of a sitemap index, one per month; `lastmod` is the last change to anything in it."""

    def choose(publisher: Publisher, now: datetime) -> list[Entry]:
        months: dict[str, datetime] = {}
        for month, entry in _by_month(publisher, now):
            months[month] = max(entry.changed, months.get(month, entry.changed))
        return [Entry(url=publisher.url(pattern.format(month=month)), changed=changed) for month, changed in sorted(months.items())]

    return choose


def _by_month(publisher: Publisher, now: datetime) -> list[tuple[str, Entry]]:
    own = [(f"{story.published:%Y-%m}", Entry(url=story.url, changed=story.last_change)) for story in stories(now, publisher.source_id)]
    return own + [(f"{entry.changed:%Y-%m}", entry) for entry in _other_entries(publisher, now)]


def _month_sitemap(month: str) -> Maker:
    return _urlset(lambda publisher, now: [entry for of_month, entry in _by_month(publisher, now) if of_month == month])


def _inland_children(publisher: Publisher, now: datetime) -> list[Entry]:
    choices = (("/sitemap-stories.xml.gz", _story_entries), ("/sitemap-pages.xml", _other_entries))
    children = ((path, max((entry.changed for entry in choose(publisher, now)), default=None)) for path, choose in choices)
    return [Entry(url=publisher.url(path), changed=changed) for path, changed in children if changed]


DAY_PAGE = re.compile(r"/archive/(\d{4}/\d\d/\d\d)(?:/(\d+))?")
MONTHLY = {"harbour-courier": "/sitemaps/{month}.xml", "the-old-gazette": "/sitemap-{month}.xml"}
LISTINGS: dict[str, dict[str, Maker]] = {
    "harbour-courier": {
        "/feed.xml": _feed("listings/rss.xml", "application/rss+xml"),
        "/sitemap.xml": _index(_months(MONTHLY["harbour-courier"])),
    },
    "the-inland-post": {
        "/rss.php": _feed("listings/rss.xml", "text/xml", query="&utm_source=rss&utm_medium=feed"),
        "/sitemap_index.xml": _index(_inland_children),
        "/sitemap-stories.xml.gz": _urlset(_story_entries, is_gzipped=True),
        "/sitemap-pages.xml": _urlset(_other_entries),
    },
    "norden-blatt": {
        "/atom.xml": _feed("listings/atom.xml", "application/atom+xml"),
        "/feed.json": _json_feed,
        "/news-sitemap.xml": _news_sitemap,
        "/sitemap.xml": _urlset(_all_entries),
    },
    "the-old-gazette": {
        "/sitemap-index.xml": _index(_months(MONTHLY["the-old-gazette"])),
    },
}
