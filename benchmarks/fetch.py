"""The fetch engine against an ideal, against bare `requests`, and against Scrapy, on many hosts of the loopback interface.

`python -m benchmarks.fetch` prints a table; `--rounds N` repeats the comparisons of CPU, whose medians are shown. Server and clients are
processes of their own, so that each one's CPU is its own. It needs nothing but the dependency group `bench`, and no network.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import certifi

from benchmarks.docs_section import write_section
from benchmarks.fetch_server import addresses
from newshouse.settings import PROJECT_FOLDER

HOSTS, PAGES, DELAY_S, LATENCY_S = 200, 20, 1.0, 0.1
BUSY_HOSTS, BUSY_PAGES = 50, 40  # without politeness
TIMEOUT_S = 240


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    question: str
    figure: str
    asked: str


@contextmanager
def server(host_count: int, latency_s: float, pair: Sequence[Path] = ()) -> Iterator[int]:
    """The port of a server of many hosts."""
    command = [sys.executable, "-m", "benchmarks.fetch_server", str(host_count), str(latency_s), *map(str, pair)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield int(process.stdout.readline())
        finally:
            process.kill()


def cost(client: str, scheme: str, port: int, hosts: int, pages: int, delay_s: float = 0.0, bundle: Path | None = None) -> dict[str, Any]:
    """What a client needed for `pages` pages of each host. Raises where it did not get them all."""
    words = [client, scheme, port, hosts, pages, delay_s, *([bundle] if bundle else [])]
    command = [sys.executable, "-m", "benchmarks.fetch_clients", *map(str, words)]
    told = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT_S, check=True).stdout
    needed: dict[str, Any] = json.loads(told.splitlines()[-1])
    if needed["page_count"] != hosts * pages:
        raise RuntimeError(f"{client} got {needed['page_count']} of {hosts * pages} pages")
    return needed


def polite() -> Iterator[Row]:
    """Many hosts with a delay: how close the makespan comes to the ideal, and what the hosts saw."""
    with server(HOSTS, LATENCY_S) as port:
        needed = cost("ours", "http", port, HOSTS, PAGES, DELAY_S)
        with urllib.request.urlopen(f"http://{addresses(1)[0]}:{port}/books", timeout=30) as answer:
            books = json.loads(answer.read()).values()
    ideal_s = PAGES * LATENCY_S + (PAGES - 1) * DELAY_S
    what = f"{HOSTS} hosts x {PAGES} pages, {DELAY_S:g} s between, {LATENCY_S * 1000:.0f} ms latency"
    yield Row(f"{what}: makespan / ideal ({ideal_s:.1f} s)", f"{needed['wall_s'] / ideal_s:.3f}", "at most 1.05")
    yield Row("shortest gap that a host saw, s", f"{min(one['shortest_gap_s'] for one in books):.4f}", f"at least {DELAY_S:g}")
    yield Row("connections per host", f"{max(one['connections'] for one in books)}", "1")
    yield Row("CPU per page, ms", f"{needed['cpu_s'] / needed['page_count'] * 1000:.2f}", "-")


def memory() -> Iterator[Row]:
    """The peak of memory for some pages, and for four times as many."""
    with server(BUSY_HOSTS, 0.0) as port:
        few, many = (cost("ours", "http", port, BUSY_HOSTS, pages)["peak_bytes"] for pages in (BUSY_PAGES, 4 * BUSY_PAGES))
    yield Row(f"peak memory of {4 * BUSY_HOSTS * BUSY_PAGES} pages / of {BUSY_HOSTS * BUSY_PAGES}", f"{many / few:.2f}", "about 1")


def speed(rounds: int) -> Iterator[Row]:
    """Pages per CPU second without politeness."""
    with server(BUSY_HOSTS, 0.0) as port:
        ratios = []
        for _ in range(rounds):
            bare, ours = (cost(client, "http", port, BUSY_HOSTS, BUSY_PAGES)["cpu_s"] for client in ("bare", "ours"))
            ratios.append(bare / ours)
        yield Row("pages per CPU second / bare requests", _spread(ratios), "at least 0.8")
        ratios = []
        for _ in range(rounds):
            scrapy, ours = (cost(client, "http", port, BUSY_HOSTS, BUSY_PAGES // 4)["cpu_s"] for client in ("scrapy", "ours"))
            ratios.append(scrapy / ours)
        yield Row("pages per CPU second / Scrapy with its cache on", _spread(ratios), "above 1")


def first_contact(rounds: int) -> Iterator[Row]:
    """CPU of the first page over TLS, certificates verified, from hosts never met before."""
    with tempfile.TemporaryDirectory() as folder:
        key, certificate, bundle = (Path(folder) / name for name in ("key", "certificate", "bundle"))
        names = ",".join(f"IP:{address}" for address in addresses(BUSY_HOSTS))
        making = (
            f"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=bench -addext subjectAltName={names}"
        )
        subprocess.run([*making.split(), "-keyout", key, "-out", certificate], check=True, capture_output=True)
        bundle.write_text(Path(certifi.where()).read_text(encoding="utf-8") + certificate.read_text(encoding="utf-8"), encoding="utf-8")
        with server(BUSY_HOSTS, 0.0, (certificate, key)) as port:
            by_client: dict[str, list[float]] = {"bare": [], "scrapy": [], "ours": []}
            for _ in range(rounds):
                for client, costs in by_client.items():
                    costs.append(cost(client, "https", port, BUSY_HOSTS, 1, bundle=bundle)["cpu_s"] / BUSY_HOSTS)
    ours = by_client["ours"]
    yield Row("first TLS contact, ms of CPU, ours", _spread([1000 * one for one in ours]), "-")
    for client, name, asked in (("bare", "stock requests", "at most 0.2"), ("scrapy", "Scrapy with its cache on", "below 1")):
        ratios = [mine / other for mine, other in zip(ours, by_client[client], strict=True)]
        yield Row(f"first TLS contact, CPU / {name}", _spread(ratios), asked)


def _spread(values: Sequence[float]) -> str:
    return f"{median(values):.2f} ({min(values):.2f} - {max(values):.2f})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", choices=("polite", "memory", "speed", "first_contact"))
    parser.add_argument("--write-docs", action="store_true", help="write the table into docs/benchmarks.md")
    chosen = parser.parse_args()
    parts = {
        "polite": polite,
        "memory": memory,
        "speed": lambda: speed(chosen.rounds),
        "first_contact": lambda: first_contact(chosen.rounds),
    }
    lines = ["| | measured | asked |", "| --- | ---: | --- |"]
    print("\n".join(lines), flush=True)
    for name, part in parts.items():
        if chosen.only in {None, name}:
            for row in part():
                lines.append(f"| {row.question} | {row.figure} | {row.asked} |")
                print(lines[-1], flush=True)
    if chosen.write_docs:
        write_section(PROJECT_FOLDER / "docs" / "benchmarks.md", "fetch", "\n".join(lines))


if __name__ == "__main__":
    main()
