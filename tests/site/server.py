"""The news site over real HTTP: one port on 127.0.0.1, one virtual host per publisher."""

import gzip
import hashlib
import itertools
import re
import socket
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from tests.site import faults
from tests.site.faults import Fault
from tests.site.pages import HTML, Document, directory, document, under_prefix
from tests.site.stories import LAST_INSTANT

PREFIXED = re.compile(r"^/~([a-z0-9.-]+)(/.*)?$")
NO_ANSWER = 0  # the status noted when the site hangs up


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request that reached the site; both instants are `time.monotonic()` seconds."""

    host: str
    path: str  # with its query
    status: int
    received_at: float
    answered_at: float  # just before the first byte of the answer went out


class NewsSite:
    """The site, served from `with` to the end of the block.

    `now` may be set at any time: the site shows what was published by then. `connect_to` is the value of NEWSHOUSE_CONNECT_TO
    that leads the publishers' names here; `requests` holds what was asked, in the order of the answers.
    """

    def __init__(self, now: datetime | None = None, port: int = 0) -> None:
        self.now = now or LAST_INSTANT
        self.requests: list[Request] = []
        self.closing = threading.Event()
        self._faults: dict[str, tuple[Fault, int | None]] = {}
        self._lock = threading.Lock()
        self._server = _Server(self, port)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, name="news site")

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    @property
    def connect_to(self) -> str:
        return f"*.example=127.0.0.1:{self.port}"

    def fault(self, where: str, kind: str | None, times: int | None = None) -> None:
        """Let a host, a path or `host/path` misbehave (see faults.py), `times` times or until it is called with None."""
        with self._lock:
            if kind is None:
                self._faults.pop(where, None)
            else:
                self._faults[where] = (Fault(kind), times)

    def take_fault(self, host: str, path: str) -> Fault | None:
        """The fault that the next answer must have, counted as used."""
        with self._lock:
            where = next((key for key in (host + path, path, host) if key in self._faults), None)
            if where is None:
                return None
            kind, times = self._faults[where]
            if times is not None:
                self._faults.pop(where)
                if times > 1:
                    self._faults[where] = (kind, times - 1)
            return kind

    def close(self) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.hang_up_all()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


class _Server(ThreadingHTTPServer):
    """A thread per connection; all of them have ended when `server_close` returns."""

    daemon_threads = False
    block_on_close = True
    request_queue_size = 128

    def __init__(self, site: NewsSite, port: int) -> None:
        self.site = site
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        super().__init__(("127.0.0.1", port), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        with self._lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that leave early are no error of the site's."""

    def hang_up_all(self) -> None:
        with self._lock:
            for request in self._open:
                try:
                    request.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue  # the client was faster


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        site, received_at = self.server.site, time.monotonic()
        host = self.headers.get("Host", "").partition(":")[0].lower()
        target, is_prefixed = self.path, False
        if not host.endswith(".example") and (prefixed := PREFIXED.match(self.path)):
            host, target, is_prefixed = prefixed[1], prefixed[2] or "/", True
        kind = site.take_fault(host, target)
        is_bare = target == "/" and not is_prefixed and not host.endswith(".example")
        found = directory(site.now) if is_bare else document(host, target, site.now)
        if is_prefixed:
            found = under_prefix(host, found)
        status, head, body = self._answer(found, kind)
        noted = Request(host=host, path=target, status=status, received_at=received_at, answered_at=time.monotonic())
        site.requests.append(noted)
        self._send(status, head, body, kind)

    do_HEAD = do_GET  # noqa: N815 (the standard library's name)

    def _answer(self, found: Document, kind: Fault | None) -> tuple[int, dict[str, str], bytes]:
        """Status, head and body of the answer; faults that need the socket are left to `_send`."""
        match kind:
            case Fault.HANG_UP:
                return NO_ANSWER, {}, b""
            case Fault.UNAVAILABLE | Fault.TOO_MANY_REQUESTS:
                return int(kind), {"Retry-After": str(faults.RETRY_AFTER_S), "Content-Type": "text/plain"}, b"Come back later.\n"
            case Fault.TRUNCATED_GZIP:
                return 200, {"Content-Type": found.content_type, "Content-Encoding": "gzip"}, faults.half_gzip(found.body)
            case Fault.FEED_IS_HTML:
                return 200, {"Content-Type": HTML}, faults.feed_is_html()
            case Fault.NESTED:
                return 200, {"Content-Type": HTML}, faults.nested_page()
            case Fault.NUL_AND_SURROGATES:
                return found.status, {"Content-Type": found.content_type}, faults.with_nul_and_surrogates(found.body)
            case _:
                return self._proper(found)

    def _proper(self, found: Document) -> tuple[int, dict[str, str], bytes]:
        """The answer of a server in good order: validators, 304, gzip where it is accepted."""
        head = {"Content-Type": found.content_type, "Vary": "Accept-Encoding", "Cache-Control": "max-age=60"}
        if found.location:
            head["Location"] = found.location
        if found.status == HTTPStatus.OK:
            head["ETag"] = f'"{hashlib.sha256(found.body).hexdigest()[:20]}"'
            if found.changed:
                head["Last-Modified"] = format_datetime(found.changed.astimezone(UTC), usegmt=True)
            if self._has_it_already(head["ETag"], found.changed):
                return 304, {name: value for name, value in head.items() if name != "Content-Type"}, b""
        body = found.body
        if "gzip" in self.headers.get("Accept-Encoding", "") and found.content_type != "application/gzip" and body:
            head["Content-Encoding"] = "gzip"
            body = gzip.compress(body, mtime=0)
        return found.status, head, body

    def _has_it_already(self, etag: str, changed: datetime | None) -> bool:
        """RFC 9110, section 13.2.2: If-None-Match goes before If-Modified-Since."""
        if known := self.headers.get("If-None-Match"):
            return known.strip() == "*" or etag in [tag.strip().removeprefix("W/") for tag in known.split(",")]
        since = self.headers.get("If-Modified-Since")
        return since is not None and changed is not None and changed <= parsedate_to_datetime(since)

    def _send(self, status: int, head: dict[str, str], body: bytes, kind: Fault | None) -> None:
        if status == NO_ANSWER:
            self.close_connection = True
            return
        self.send_response(status)
        for name, value in head.items():
            self.send_header(name, value)
        is_huge = kind is Fault.HUGE
        if is_huge:
            self.send_header("Transfer-Encoding", "chunked")
        elif status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "HEAD":
            return
        if is_huge:
            for chunk in itertools.chain(faults.huge_chunks(), [b""]):
                self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        elif kind is Fault.SLOW:
            self._drip(body)
        else:
            self.wfile.write(body)

    def _drip(self, body: bytes) -> None:
        for place in range(len(body)):
            if self.server.site.closing.wait(faults.DRIP_S):
                break
            self.wfile.write(body[place : place + 1])
        self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Silent: what was asked stands in `requests`."""
