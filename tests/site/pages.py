"""What the site answers: host, path and instant in, document out. No sockets here."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit

from tests.site.expected import ExpectedNonArticle, non_articles
from tests.site.listings import LISTINGS, listing
from tests.site.pictures import picture_svg
from tests.site.publishers import Publisher, publisher_at, publishers
from tests.site.rendering import render
from tests.site.stories import Story, path_name, stories

HTML = "text/html; charset=utf-8"
FRONT_LENGTH = 25
RELATED_LENGTH = 3
TRACKERS = ("utm_source", "utm_medium", "utm_campaign")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One answer of the site. `changed` becomes Last-Modified; None where the page has none to tell."""

    status: int
    content_type: str
    body: bytes
    changed: datetime | None = None
    location: str | None = None


def document(host: str, target: str, now: datetime) -> Document:
    """What `host` answers at `now` for `target` (path and query). A host that is nobody's answers 404 to everything."""
    publisher = publisher_at(host)
    if publisher is None:
        return Document(status=404, content_type="text/plain; charset=utf-8", body=b"No such site.\n")
    path, query = _without_trackers(target)
    own_path = f"{path}?{query}" if query else path
    return _plain_file(publisher, path, now) or _page(publisher, own_path, now) or _not_found(publisher)


def directory(now: datetime) -> Document:
    """The page for people at the bare address: which newspapers there are."""
    papers = [
        (publisher, [story for story in stories(now) if story.source_id == publisher.source_id], list(LISTINGS[publisher.source_id]))
        for publisher in publishers()
    ]
    return Document(status=200, content_type=HTML, body=render("directory.html", papers=papers, now=now))


def under_prefix(host: str, found: Document) -> Document:
    """The document with its links made to work below `/~host/`, for people without the site's host names."""
    if not found.content_type.startswith("text/html"):
        return found
    text = found.body.decode("utf-8")
    text = re.sub(r'((?:href|src|action)=")/(?!~)', rf"\1/~{host}/", text)
    text = re.sub(r'((?:href|src|action)=")http://([a-z0-9-]+\.example)/', r"\1/~\2/", text)
    return Document(status=found.status, content_type=HTML, body=text.encode("utf-8"), changed=found.changed, location=found.location)


def _without_trackers(target: str) -> tuple[str, str]:
    split = urlsplit(target)
    return split.path, urlencode([(name, value) for name, value in parse_qsl(split.query) if name not in TRACKERS])


def _plain_file(publisher: Publisher, path: str, now: datetime) -> Document | None:
    if path in ("/terms", "/impressum"):
        return Document(status=200, content_type=HTML, body=render("terms.html", publisher=publisher))
    if path == "/robots.txt":
        body = render(f"{publisher.source_id}/robots.txt", publisher=publisher)
        return Document(status=200, content_type="text/plain; charset=utf-8", body=body)
    if found := listing(publisher, path, now):
        return Document(status=200, content_type=found.content_type, body=found.body, changed=found.changed)
    if path.startswith("/media/"):
        slug = path.removeprefix("/media/").removesuffix(".svg")
        owner = next((story for story in stories(now, publisher.source_id) if story.slug == slug and story.picture), None)
        if owner:
            return Document(status=200, content_type="image/svg+xml", body=picture_svg(slug), changed=owner.published)
    return None


def _page(publisher: Publisher, path: str, now: datetime) -> Document | None:
    standing = stories(now, publisher.source_id)
    if path == "/":
        return _front(publisher, standing, None)
    for section in sorted({story.section for story in standing}):
        if path in (f"/section/{path_name(section)}", f"/section.php?name={path_name(section)}", f"/thema/{path_name(section)}"):
            return _front(publisher, standing, section)
    is_print = path.endswith("&print=1")
    own_path = path.removesuffix("&print=1")
    for story in standing:
        if story.path == own_path:
            return _article(publisher, story, is_print=is_print)
        if f"{story.path}/" == path:
            return Document(status=301, content_type=HTML, body=b"", location=story.url)
    other = next((page for page in non_articles() if page.path == path and page.listed_at <= now), None)
    return _other(publisher, other, standing) if other and other.source_id == publisher.source_id else None


def _article(publisher: Publisher, story: Story, *, is_print: bool) -> Document:
    """Related links are those of the hour of publication, so that a page changes when its story is edited and at no other time."""
    latest_first = [other for other in reversed(stories(story.published, publisher.source_id)) if other.url != story.url]
    by_nearness = sorted(latest_first, key=lambda other: other.section != story.section)
    template = f"{publisher.source_id}/{'print' if is_print else 'article'}.html"
    body = render(template, publisher=publisher, story=story, related=by_nearness[:RELATED_LENGTH])
    return Document(status=200, content_type=HTML, body=body, changed=story.last_change)


def _front(publisher: Publisher, standing: list[Story], section: str | None) -> Document:
    shown = [story for story in reversed(standing) if section in (None, story.section)][:FRONT_LENGTH]
    body = render(f"{publisher.source_id}/front.html", publisher=publisher, stories=shown, section=section)
    return Document(status=200, content_type=HTML, body=body, changed=max((story.last_change for story in shown), default=None))


def _other(publisher: Publisher, page: ExpectedNonArticle, standing: list[Story]) -> Document | None:
    if page.kind == "gone":
        return None
    recent = [story for story in standing if page.listed_at - timedelta(days=3) < story.published < page.listed_at]
    body = render(f"{publisher.source_id}/{page.kind}.html", publisher=publisher, page=page, stories=recent[:RELATED_LENGTH])
    return Document(status=200, content_type=HTML, body=body, changed=page.listed_at)


def _not_found(publisher: Publisher) -> Document:
    return Document(status=404, content_type=HTML, body=render(f"{publisher.source_id}/not_found.html", publisher=publisher))
