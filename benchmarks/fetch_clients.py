"""What fetches in a fetch benchmark, each in a process of its own: ours, bare `requests` in a thread pool, Scrapy with its archive on.

`python -m benchmarks.fetch_clients CLIENT SCHEME PORT HOSTS PAGES DELAY_S [CA_BUNDLE]` fetches PAGES pages from each host and prints one
JSON object: pages, seconds of wall and of CPU, and the peak of memory. Imports and the making of contexts are not counted.
"""

import json
import resource
import ssl
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import requests

from benchmarks.fetch_server import addresses
from newshouse.archive import Archive
from newshouse.fetching import fetch_pages
from newshouse.host_queue import robots_host
from newshouse.model import Politeness, Reason, Source
from newshouse.robots import RobotsFile
from newshouse.settings import Settings
from newshouse.site_files import Memory
from newshouse.turns import THREADS
from newshouse.web import Web

ROBOTS = b"User-agent: *\nDisallow: /private/\nDisallow: /*?print=\nAllow: /\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be fetched, and how."""

    urls: tuple[tuple[str, ...], ...]  # for each host
    delay_s: float
    ca_bundle: str | None

    @property
    def page_count(self) -> int:
        return sum(map(len, self.urls))


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a client needed."""

    page_count: int
    wall_s: float
    cpu_s: float
    peak_bytes: int


def ours(task: Task) -> Callable[[], int]:
    """The fetch engine as the nightly run uses it: robots known from the day before, politeness, guards and archive."""
    known = {
        robots_host(urls[0]): RobotsFile(host=robots_host(urls[0]), fetched_at=datetime.now(UTC), status=200, body=ROBOTS)
        for urls in task.urls
    }
    source = Source(
        source_id="bench",
        name="Bench",
        homepage=task.urls[0][0],
        language="en",
        time_zone="UTC",
        is_loopback_allowed=True,
        politeness=Politeness(delay_s=task.delay_s, max_pages_per_run=task.page_count),
    )
    tls = ssl.create_default_context(cafile=task.ca_bundle) if task.ca_bundle else None
    settings = Settings(warehouse_url="", archive_root="", sources_folder=Path())

    def fetch() -> int:
        with (
            tempfile.TemporaryDirectory() as folder,
            Web(settings, is_loopback_allowed=True, tls=tls) as web,
            Archive(folder).writer("bench", datetime.now(UTC)) as writer,
        ):
            urls = (url for of_host in task.urls for url in of_host)
            found = fetch_pages(source, urls, web=web, writer=writer, memory=Memory(known=known.get))
            return sum(one.reason is Reason.NOT_EXTRACTED for one in found)

    return fetch


def bare(task: Task) -> Callable[[], int]:
    """`requests` and nothing else: one session per host, a thread pool, the bytes thrown away."""

    def host(urls: tuple[str, ...]) -> int:
        with requests.Session() as session:
            return sum(bool(session.get(url, timeout=30, verify=task.ca_bundle or True).content) for url in urls)

    def fetch() -> int:
        with ThreadPoolExecutor(THREADS) as pool:
            return sum(pool.map(host, task.urls))

    return fetch


def scrapy(task: Task) -> Callable[[], int]:
    """Scrapy with its HTTP cache as the archive; cookies, robots.txt and delays switched off, one request at a time per host as ours."""
    from scrapy import Spider  # here, since the other clients do without it
    from scrapy.crawler import CrawlerProcess
    from scrapy.http import Request, Response

    counted: list[int] = []

    class Pages(Spider):
        name = "pages"

        async def start(self):  # type: ignore[no-untyped-def]
            for urls in zip(*task.urls, strict=True):
                for url in urls:
                    yield Request(url, dont_filter=True)

        def parse(self, response: Response) -> None:
            counted.append(len(response.body))

    def fetch() -> int:
        with tempfile.TemporaryDirectory() as folder:
            process = CrawlerProcess(
                {
                    "CONCURRENT_REQUESTS": THREADS,
                    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
                    "DOWNLOAD_DELAY": task.delay_s,
                    "HTTPCACHE_ENABLED": True,
                    "HTTPCACHE_DIR": folder,
                    "LOG_ENABLED": False,
                    "TELNETCONSOLE_ENABLED": False,
                    "COOKIES_ENABLED": False,
                    "ROBOTSTXT_OBEY": False,
                }
            )
            process.crawl(Pages)
            process.start()
        return len(counted)

    return fetch


CLIENTS = {"ours": ours, "bare": bare, "scrapy": scrapy}


def main() -> None:
    client, scheme, port, host_count, page_count, delay_s, *bundle = sys.argv[1:]
    hosts = [f"{scheme}://{address}:{port}" for address in addresses(int(host_count))]
    urls = tuple(tuple(f"{host}/story/{number}" for number in range(int(page_count))) for host in hosts)
    fetch = CLIENTS[client](Task(urls=urls, delay_s=float(delay_s), ca_bundle=bundle[0] if bundle else None))
    wall, cpu = time.monotonic(), time.process_time()
    count = fetch()
    peak_bytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    cost = Cost(page_count=count, wall_s=time.monotonic() - wall, cpu_s=time.process_time() - cpu, peak_bytes=peak_bytes)
    print(json.dumps(asdict(cost)))


if __name__ == "__main__":
    main()
