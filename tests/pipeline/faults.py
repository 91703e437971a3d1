"""The faults of docs/faults.md: what a publisher's server does wrong. Each is a real server, and a source of its own that reads it."""

import gzip
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.network.faulty_server import Script, drip, flood, reset_after, response
from tests.network.test_web import MIB, moved
from tests.pipeline.odd_site import page

Answer = bytes | Script
DAY = "2025-09-17"
MAX_PAGE_BYTES = MIB
STORY = page("The story that the fault is about", f"{DAY}T08:00:00Z")
LOCAL_TIME = page("A story of local time", None, head=f'<meta property="article:published_time" content="{DAY}T01:00:00">')
PACKED = "Content-Encoding: gzip"
LOLS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
ROBOTS_OF_10_MB = b"User-agent: *\nDisallow: /story\n" + b"# padding\n" * 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What the server does, in words, and how: its answers by path, beyond those of a good server."""

    does: str
    answers: Mapping[str, Answer]
    scheme: str = "http"  # of the story's address


def at_story(does: str, answer: Answer) -> Fault:
    return Fault(does=does, answers={"/story": answer})


def feed(home: str, *stories: str, guid: str = "", date: str = f"{DAY}T08:00:00Z", head: str = "") -> bytes:
    """A feed of these paths; with a `guid` all of them have that one."""
    items = "".join(
        f"<item><title>{head and '&l9;'}Story</title><link>{home}{path}</link><guid isPermaLink='false'>{guid or path}</guid>"
        f"<pubDate>{date}</pubDate></item>"
        for path in stories
    )
    return response(f'<?xml version="1.0"?>{head}<rss version="2.0"><channel>{items}</channel></rss>'.encode(), content_type="text/xml")


def faults(home_of: Callable[[str], str]) -> dict[str, Fault]:
    """By the id of the source that meets it; `home_of` is where a source's site is."""
    return {
        "slow-drip": at_story("sends a byte now and then, for ever", drip(b"HTTP/1.1 200 OK\r\n\r\n<p>")),
        "slow-head": at_story("the same with the headers", drip(b"HTTP/1.1 200 OK\r\nX-Slow: ")),
        "silence": at_story("accepts the request and never answers", drip(b"", every_s=3600.0)),
        "reset": at_story("resets the connection in mid-body", reset_after(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n<p>")),
        "hang-up": at_story("closes the connection without a word", reset_after(b"")),
        "wrong-length": at_story("sends fewer bytes than it announces", flood(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n<p>", b"", 0)),
        "endless": at_story("sends 50 MB where 1 MB is the limit", flood(b"HTTP/1.1 200 OK\r\n\r\n", bytes(MIB), 50)),
        "truncated-gzip": at_story("sends half a gzip stream", response(gzip.compress(STORY)[:-200], head=PACKED)),
        "bomb": at_story("sends 50 kB that unpack to 50 MB", response(gzip.compress(bytes(50 * MIB)), head=PACKED)),
        "redirect-loop": at_story("redirects in a circle", moved("/story")),
        "redirect-to-metadata": at_story("redirects to 169.254.169.254", moved("http://169.254.169.254/latest/meta-data/")),
        "redirect-to-private": at_story("redirects to a name that resolves to 10.0.0.7", moved("http://inside.private/")),
        "bad-tls": Fault(does="shows a certificate that nobody vouches for", answers={}, scheme="https"),
        "storm-429": at_story("answers 429 to every page", response(b"", status="429 Slow down", head="Retry-After: 7200")),
        "robots-503": Fault(does="answers 503 to robots.txt", answers={"/robots.txt": response(b"", status="503 Busy")}),
        "robots-10-mb": Fault(does="has a robots.txt of 10 MB that forbids the page", answers={"/robots.txt": response(ROBOTS_OF_10_MB)}),
        "picture": at_story("sends a picture", response(b"\xff\xd8\xff" * 99, content_type="image/jpeg")),
        "feed-silence": Fault(does="never answers for its feed", answers={"/feed.xml": drip(b"", every_s=3600.0)}),
        "feed-bomb": Fault(
            does="has a feed of 100 kB that unpacks to 100 MB",
            answers={"/feed.xml": response(gzip.compress(bytes(100 * MIB)), content_type="text/xml", head=PACKED)},
        ),
        "entity-bomb": Fault(
            does="has a feed with an entity bomb",
            answers={"/feed.xml": feed(home_of("entity-bomb"), "/story", head=f'<!DOCTYPE rss [<!ENTITY l0 "lol">{LOLS}]>')},
        ),
        "same-guid": Fault(
            does="gives two stories one guid",
            answers={
                "/feed.xml": feed(home_of("same-guid"), "/story", "/other", guid="1"),
                "/other": response(page("Another story under the same guid", f"{DAY}T09:00:00Z")),
            },
        ),
        "no-zone": Fault(
            does="writes dates without a zone: 01:00 in Tokyo is the day before",
            answers={
                "/feed.xml": feed(home_of("no-zone"), "/story", date=f"{DAY}T01:00:00"),
                "/story": response(LOCAL_TIME),
            },
        ),
    }
