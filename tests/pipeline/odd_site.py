"""A publisher whose every byte the test writes: one sitemap, and pages as they are given."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from newshouse.settings import ConnectTo
from tests.network.faulty_server import FaultyServer, response
from tests.pipeline.conftest import House

HOME = "http://odd.example"
SOURCE = f"""
id: odd
name: The Odd Herald
homepage: {HOME}/
language: en
time_zone: UTC
enabled: true
allow_loopback: true
discovery:
  - strategy: sitemap
    url: {HOME}/sitemap.xml
politeness:
  delay_s: 0
"""
BODY = (
    "The harbour board met on Tuesday evening to hear how the repairs to the eastern pier had gone since the storm of last winter.",
    "Its chair, who has worked on the water for thirty years, told the meeting that two of the three cranes were lifting again.",
    "Nobody spoke against the plan, and the board is to vote on the remaining money when it meets again in the first week of May.",
)


def page(headline: str, published: str | None, *, head: str = "", body: tuple[str, ...] = BODY, **linked_data: Any) -> bytes:
    """An article's page; `linked_data` goes into its JSON-LD."""
    said = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": headline, "datePublished": published, **linked_data}
    paragraphs = "".join(f"<p>{text}</p>" for text in body)
    linked = json.dumps({name: value for name, value in said.items() if value is not None})
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{headline}</title>{head}'
        f'<script type="application/ld+json">{linked}</script></head>'
        f"<body><main><article><h1>{headline}</h1>{paragraphs}</article></main></body></html>"
    ).encode("utf-8", "surrogatepass")


def sitemap(urls: list[str], lastmod: str) -> bytes:
    listed = "".join(f"<url><loc>{escape(url)}</loc><lastmod>{lastmod}</lastmod></url>" for url in urls)
    return f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</urlset>'.encode(
        "utf-8", "surrogatepass"
    )


def publish(server: FaultyServer, pages: dict[str, bytes], lastmod: str = "2025-09-17") -> None:
    """Lets the server answer with these pages, by path, and list them."""
    server.answers["/robots.txt"] = response(b"", content_type="text/plain")
    server.answers["/sitemap.xml"] = response(sitemap([HOME + path for path in pages], lastmod), content_type="application/xml")
    for path, content in pages.items():
        server.answers[path] = response(content)


def house_for(house: House, server: FaultyServer, folder: Path) -> House:
    """The house with the odd publisher as its only source."""
    folder.mkdir(exist_ok=True)
    (folder / "odd.yaml").write_text(SOURCE, encoding="utf-8")
    there = ConnectTo(pattern="odd.example", address="127.0.0.1", port=server.port)
    return replace(house, settings=replace(house.settings, sources_folder=folder, connect_to=(there,)))
