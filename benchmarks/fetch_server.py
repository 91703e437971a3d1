"""Many hosts on the loopback interface, each with an address of its own, that answer with a page after a given latency.

`python -m benchmarks.fetch_server HOSTS LATENCY_S [CERTIFICATE KEY]` prints its port and serves until its standard input ends. The path
/books answers with what each host saw: requests, connections, and the shortest gap from the end of an answer to the next request.
"""

import asyncio
import gzip
import json
import random
import ssl
import sys
import time
from dataclasses import asdict, dataclass

WORDS = ("river", "bridge", "council", "market", "harbour", "winter", "report", "minister", "school", "engine", "garden", "letter")


@dataclass(slots=True)
class Books:
    """What one host saw."""

    requests: int = 0
    connections: int = 0
    shortest_gap_s: float | None = None
    ended_at: float | None = None

    def begin(self, now: float) -> None:
        self.requests += 1
        if self.ended_at is not None:
            gap = now - self.ended_at
            self.shortest_gap_s = gap if self.shortest_gap_s is None else min(gap, self.shortest_gap_s)


def addresses(count: int) -> list[str]:
    """As many loopback addresses."""
    return [f"127.0.{1 + number // 250}.{1 + number % 250}" for number in range(count)]


def page() -> bytes:
    """A page of some 60 kB as the wire has it, with its head."""
    dice = random.Random(1)
    paragraphs = "\n".join(f"<p>{' '.join(dice.choices(WORDS, k=90))}.</p>" for _ in range(90))
    text = f"<!doctype html><html lang=en><head><title>A page</title></head><body><h1>A page</h1>{paragraphs}</body></html>"
    body = gzip.compress(text.encode(), 6, mtime=0)
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


class Connection(asyncio.Protocol):
    """One connection: requests without a body, answered in their order."""

    def __init__(self, books: dict[str, Books], latency_s: float, answer: bytes) -> None:
        self.books, self.latency_s, self.answer = books, latency_s, answer
        self.waiting = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.host = transport.get_extra_info("sockname")[0]
        self.books[self.host].connections += 1

    def data_received(self, data: bytes) -> None:
        self.waiting += data
        while b"\r\n\r\n" in self.waiting:
            head, _, self.waiting = self.waiting.partition(b"\r\n\r\n")
            if head.startswith(b"GET /books "):
                self.books[self.host].connections -= 1  # this one is ours
                told = json.dumps({host: asdict(books) for host, books in self.books.items()}).encode()
                self.transport.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + told)
                self.transport.close()
                return
            self.books[self.host].begin(time.monotonic())
            if self.latency_s:
                asyncio.get_running_loop().call_later(self.latency_s, self.send)
            else:
                self.send()

    def send(self) -> None:
        self.books[self.host].ended_at = time.monotonic()  # before: a busy machine may let the client go first, once it has the answer
        self.transport.write(self.answer)


async def serve(host_count: int, latency_s: float, tls: ssl.SSLContext | None) -> None:
    """Serves until standard input ends."""
    hosts, answer, loop = addresses(host_count), page(), asyncio.get_running_loop()
    books = {host: Books() for host in hosts}

    def connection() -> Connection:
        return Connection(books, latency_s, answer)

    first = await loop.create_server(connection, hosts[0], 0, ssl=tls, backlog=1024)
    port = first.sockets[0].getsockname()[1]
    others = await loop.create_server(connection, hosts[1:], port, ssl=tls, backlog=1024) if hosts[1:] else None
    print(port, flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    for server in filter(None, (first, others)):
        server.close()


def main() -> None:
    host_count, latency_s, *pair = sys.argv[1:]
    tls = None
    if pair:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(*pair)
    asyncio.run(serve(int(host_count), float(latency_s), tls))


if __name__ == "__main__":
    main()
