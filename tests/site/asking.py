"""How the tests of the site ask it: one plain HTTP request, with the host that a publisher would have."""

import http.client
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from lxml import html

from tests.site.server import NewsSite

COURIER = "harbour-courier.example"
NORDEN = "norden-blatt.example"
INLAND = "the-inland-post.example"
GAZETTE = "the-old-gazette.example"
TAX_VOTE = "/2025/09/17/council-tax-vote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    status: int
    head: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def words(self) -> str:
        """What a reader sees of a page, white space folded."""
        texts = self.select("//text()[not(ancestor::script or ancestor::style)]")
        return " ".join(" ".join(texts).split())

    def select(self, xpath: str) -> list[Any]:
        found: Any = html.fromstring(self.text).xpath(xpath)
        return list(found)


def ask(site: NewsSite, host: str, path: str, head: dict[str, str] | None = None) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
    try:
        connection.request("GET", path, headers={"Host": host, **(head or {})})
        response = connection.getresponse()
        return Answer(status=response.status, head=response.headers, body=response.read())
    finally:
        connection.close()


def ask_url(site: NewsSite, url: str) -> Answer:
    split = urlsplit(url)
    return ask(site, str(split.hostname), f"{split.path}?{split.query}" if split.query else split.path)
