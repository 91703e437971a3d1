"""Documents of our own, as the network would hand them to discovery."""

from collections.abc import Mapping
from datetime import UTC, datetime

from newshouse.discovery import Answer
from newshouse.discovery.records import Search
from newshouse.errors import NewshouseError
from newshouse.model import Capture, DiscoveryRule, Interval, Source

NOW = datetime(2025, 10, 6, 12, tzinfo=UTC)
HOST = "https://www.paper.example"
Content = bytes | int | NewshouseError  # a body, a status without one, or what asking raises


def capture_of(url: str, status: int = 200, content_type: str = "application/xml", captured_at: datetime = NOW) -> Capture:
    return Capture(
        source_id="paper",
        url=url,
        final_url=url,
        captured_at=captured_at,
        status=status,
        content_type=content_type,
        payload_digest="sha256:0",
        size_bytes=0,
        warc_file="paper/a.warc.gz",
        warc_offset=0,
        warc_length=1,
    )


class Shelf:
    """Answers by URL; what is not on it is answered 404. `asked` lists the questions in their order."""

    def __init__(self, contents: Mapping[str, Content]) -> None:
        self.contents = contents
        self.asked: list[str] = []

    def ask(self, url: str) -> Answer:
        self.asked.append(url)
        content = self.contents.get(url, 404)
        if isinstance(content, NewshouseError):
            raise content
        status, body = (content, b"") if isinstance(content, int) else (200, content)
        return Answer(status=status, content=body, content_type="application/xml", final_url=url, capture=capture_of(url, status))


def paper(*rules: DiscoveryRule, hosts: tuple[str, ...] = (), time_zone: str = "UTC") -> Source:
    return Source(
        source_id="paper", name="The Paper", homepage=f"{HOST}/", language="en", time_zone=time_zone, discovery=rules, hosts=hosts
    )


def search(shelf: Shelf, interval: Interval | None = None, source: Source | None = None) -> Search:
    return Search(source=source or paper(), interval=interval, now=NOW, ask=shelf.ask)


def urlset(*entries: str | tuple[str, str]) -> bytes:
    """A sitemap of URLs, each with its lastmod where one is given."""
    pairs = [(entry, "") if isinstance(entry, str) else entry for entry in entries]
    inner = "".join(f"<url><loc>{url}</loc>{f'<lastmod>{modified}</lastmod>' if modified else ''}</url>" for url, modified in pairs)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{inner}</urlset>'.encode()


def index(*entries: str | tuple[str, str]) -> bytes:
    return urlset(*entries).replace(b"urlset", b"sitemapindex").replace(b"<url>", b"<sitemap>").replace(b"</url>", b"</sitemap>")
