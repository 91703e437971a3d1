"""Ways for the site to misbehave on demand, as real servers do.

| kind | what the client meets |
|---|---|
| hang_up | the connection closes without a word |
| slow | a proper head, then one byte at a time, for as long as the client bears it |
| 503, 429 | that status, with Retry-After |
| truncated_gzip | a gzip stream that ends half way, in a complete HTTP message |
| feed_is_html | status 200 and a web page, whatever was asked for |
| huge | 50 MB of paragraphs, chunked, without a Content-Length |
| nested | 100,000 tags, each inside the last |
| nul_and_surrogates | the proper page with NUL bytes, lone surrogates and references to them in its text |
"""

import gzip
from collections.abc import Iterator
from enum import StrEnum

HUGE_BYTES = 50_000_000
NESTED_TAGS = 100_000
RETRY_AFTER_S = 120
DRIP_S = 0.1


class Fault(StrEnum):
    HANG_UP = "hang_up"
    SLOW = "slow"
    UNAVAILABLE = "503"
    TOO_MANY_REQUESTS = "429"
    TRUNCATED_GZIP = "truncated_gzip"
    FEED_IS_HTML = "feed_is_html"
    HUGE = "huge"
    NESTED = "nested"
    NUL_AND_SURROGATES = "nul_and_surrogates"


def half_gzip(body: bytes) -> bytes:
    packed = gzip.compress(body, mtime=0)
    return packed[: len(packed) // 2]


def feed_is_html() -> bytes:
    return (
        b"<!doctype html><html lang=en><head><title>We have moved</title></head><body><h1>Our feed has moved</h1>"
        b"<p>Please look for the new address of this feed on our front page.</p></body></html>"
    )


def nested_page() -> bytes:
    return (
        b"<!doctype html><html lang=en><head><title>Boxes</title></head><body><h1>Boxes</h1>"
        + b"<div>" * NESTED_TAGS
        + b"<p>The inmost box.</p>"
    )


def with_nul_and_surrogates(page: bytes) -> bytes:
    """The page with its paragraphs begun by bytes and references that are no characters."""
    return page.replace(b"<p>", b"<p>\x00\xed\xa0\x80&#xD800;&#0;")


def huge_chunks() -> Iterator[bytes]:
    """A page of HUGE_BYTES in pieces, never all in memory."""
    yield b"<!doctype html><html lang=en><head><title>A long list</title></head><body><h1>A long list</h1>"
    piece = b"".join(b"<p>Line %05d of the list, which is like the line before it.</p>\n" % number for number in range(1_000))
    for _ in range(HUGE_BYTES // len(piece) + 1):
        yield piece
