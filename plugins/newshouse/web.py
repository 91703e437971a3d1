"""The only way to the network: one GET, guarded, with the server's own bytes kept for the archive.

A fetch ends in an `Exchange`, whatever its status, or in one of four ways: `Rejected` (forbidden address, bad redirect), `SourceBusy`
(try again later), `SourceGone` (no such host). No cookies, no environment proxies, no retries, no sleeping: politeness is the
business of `fetching`.
"""

import contextlib
import http.client
import ssl
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from http.cookiejar import DefaultCookiePolicy
from types import TracebackType
from typing import Any, Self
from urllib.parse import urldefrag, urljoin

import requests
from requests.cookies import RequestsCookieJar
from urllib3.exceptions import HTTPError, IncompleteRead, ProtocolError

from newshouse import content_coding
from newshouse.addresses import Address, vetted_addresses
from newshouse.errors import Rejected, SourceBusy
from newshouse.model import Reason
from newshouse.settings import Settings
from newshouse.transport import CONNECT_TIMEOUT_S, Deadline, GuardedAdapter, verifying_tls
from newshouse.urls import host_of, is_http_url

REDIRECTS = frozenset({301, 302, 303, 307, 308})
MAX_REDIRECTS = 5
_STEP_BYTES = 1 << 16
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and what came back for it."""

    url: str  # asked for at first
    final_url: str  # asked for in this exchange, after redirects
    request_headers: tuple[tuple[str, str], ...]
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]  # as sent, repeated names included
    payload: bytes  # chunking undone, content-coding not
    started_at: datetime
    elapsed_s: float
    truncated: str | None = None  # "length", "time", "disconnect": why the payload is not whole (WARC-Truncated)
    redirects: "tuple[Exchange, ...]" = ()  # the exchanges that led here, oldest first

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        return next((value for known, value in self.headers if known.lower() == name.lower()), None)

    def content(self, max_bytes: int) -> bytes:
        """The payload unpacked; raises Rejected where it is cut short, broken or a bomb."""
        if self.truncated:
            raise Rejected(Reason.TOO_LARGE if self.truncated == "length" else Reason.TRUNCATED, self.truncated)
        return content_coding.decoded(self.payload, self.header("Content-Encoding") or "", max_bytes)


class Web:
    """A guarded client for the hosts of one source: one session per host, none of them shared with other sources."""

    def __init__(self, settings: Settings, *, is_loopback_allowed: bool = False, tls: ssl.SSLContext | None = None) -> None:
        self._settings = settings
        self._is_loopback_allowed = is_loopback_allowed
        self._tls = tls
        self._deadline = Deadline()
        self._sessions: dict[str, requests.Session] = {}

    def get(
        self, url: str, *, headers: Mapping[str, str] | None = None, max_bytes: int | None = None, is_part_welcome: bool = False
    ) -> Exchange:
        """The answer to a GET of `url`, redirects followed, all within `page_timeout_s`.

        `headers` (for conditional requests) go with the first request and with redirects to the same host. A payload that announces
        more than `max_bytes` is read so far only where `is_part_welcome`, else not at all.
        """
        self._deadline.start(self._settings.page_timeout_s)
        limit = max_bytes or self._settings.max_page_bytes
        hops: list[Exchange] = []
        current = urldefrag(url)[0]
        if not is_http_url(current):
            raise Rejected(Reason.UNREADABLE, f"{url[:200]!r} is no http(s) URL")
        while True:
            extra = headers if headers and host_of(current) == host_of(url) else {}
            exchange = self._exchange(url, current, extra, limit, is_part_welcome)
            if exchange.status not in REDIRECTS or not exchange.header("Location"):
                return replace(exchange, redirects=tuple(hops))
            hops.append(exchange)
            current = _next_url(exchange, hops)

    def close(self) -> None:
        for session in self._sessions.values():
            session.close()
        self._sessions.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _exchange(self, url: str, current: str, extra: Mapping[str, str], max_bytes: int, is_part_welcome: bool) -> Exchange:
        started_at, started = datetime.now(UTC), time.monotonic()
        with _as_busy(current):
            response = self._session(host_of(current)).get(
                current, headers=dict(extra), stream=True, allow_redirects=False, timeout=(CONNECT_TIMEOUT_S, self._settings.page_timeout_s)
            )
        with contextlib.closing(response):
            payload, truncated = _payload(response, 0 if response.status_code in REDIRECTS else max_bytes, is_part_welcome)
        return Exchange(
            url=url,
            final_url=current,
            request_headers=tuple((str(name), str(value)) for name, value in response.request.headers.items()),
            status=response.status_code,
            reason=_one_line(response.reason or ""),
            headers=tuple((_one_line(name), _one_line(value)) for name, value in response.raw.headers.items()),
            payload=payload,
            started_at=started_at,
            elapsed_s=time.monotonic() - started,
            truncated=truncated,
        )

    def _session(self, host: str) -> requests.Session:
        session = self._sessions.get(host)
        if session is None:
            session = self._sessions[host] = _Session()
            session.trust_env = False
            session.cookies = RequestsCookieJar(policy=DefaultCookiePolicy(allowed_domains=[]))
            session.headers.clear()
            session.headers.update({"User-Agent": self._settings.user_agent, "Accept": _ACCEPT, "Accept-Encoding": content_coding.ACCEPTED})
            adapter = GuardedAdapter(self._addresses, self._deadline, self._tls or verifying_tls())
            session.mount("http://", adapter)
            session.mount("https://", adapter)
        return session

    def _addresses(self, host: str, port: int) -> list[Address]:
        return vetted_addresses(host, port, self._settings.connect_to, is_loopback_allowed=self._is_loopback_allowed)


class _Session(requests.Session):
    def get_redirect_target(self, resp: Any) -> str | None:
        """None, always: `requests` would read the body of a redirect although it was told not to follow it."""
        return None


def _payload(response: requests.Response, max_bytes: int, is_part_welcome: bool) -> tuple[bytes, str | None]:
    """The body as it came, and why it is not whole. A redirect's body (`max_bytes` 0) is left unread."""
    announced = response.headers.get("Content-Length", "")
    if max_bytes == 0:
        return b"", "length" if announced not in {"", "0"} else None
    if announced.isdigit() and len(announced) < 20 and int(announced) > max_bytes and not is_part_welcome:
        return b"", "length"
    parts: list[bytes] = []
    size = 0
    while True:
        try:
            part = response.raw.read1(_STEP_BYTES, decode_content=False)
        except (IncompleteRead, ProtocolError, http.client.HTTPException, ConnectionError):
            return b"".join(parts), "disconnect"
        except (HTTPError, OSError):  # ReadTimeoutError, TimeoutError of the deadline
            return b"".join(parts), "time"
        if not part:
            return b"".join(parts), None
        size += len(part)
        parts.append(part)
        if size > max_bytes:
            return b"".join(parts)[:max_bytes], "length"


def _next_url(exchange: Exchange, hops: list[Exchange]) -> str:
    location = exchange.header("Location") or ""
    with contextlib.suppress(UnicodeError):  # a Location of raw UTF-8 bytes was read as Latin-1
        location = location.encode("latin-1").decode("utf-8")
    try:
        target = urldefrag(urljoin(exchange.final_url, location.strip()))[0].replace(" ", "%20")
    except ValueError as error:
        raise Rejected(Reason.BAD_REDIRECT, f"{exchange.final_url} leads to {location[:200]!r}, which is no URL") from error
    if not is_http_url(target):
        raise Rejected(Reason.BAD_REDIRECT, f"{exchange.final_url} leads to {target[:200]!r}, which is no http(s) URL")
    if any(target == hop.final_url for hop in hops):
        raise Rejected(Reason.BAD_REDIRECT, f"{exchange.url} leads in a circle through {target[:200]}")
    if len(hops) > MAX_REDIRECTS:
        raise Rejected(Reason.BAD_REDIRECT, f"{exchange.url} leads through more than {MAX_REDIRECTS} redirects")
    return target


@contextlib.contextmanager
def _as_busy(url: str) -> Iterator[None]:
    """The libraries' errors before a status line came, in our words."""
    try:
        yield
    except (requests.exceptions.InvalidURL, requests.exceptions.InvalidSchema, requests.exceptions.MissingSchema, UnicodeError) as error:
        raise Rejected(Reason.UNREADABLE, f"{url[:200]!r} is no http(s) URL: {error}") from error
    except requests.exceptions.SSLError as error:
        raise SourceBusy(f"{url}: TLS failed: {_cause(error)}") from error
    except requests.exceptions.Timeout as error:
        raise SourceBusy(f"{url}: no answer in time") from error
    except (requests.RequestException, HTTPError, http.client.HTTPException, OSError) as error:
        raise SourceBusy(f"{url}: {_cause(error)}") from error


def _cause(error: BaseException) -> str:
    reason: object = error
    while getattr(reason, "reason", None) or (isinstance(reason, requests.RequestException) and reason.args):
        reason = getattr(reason, "reason", None) or (reason.args[0] if isinstance(reason, requests.RequestException) else reason)
    return str(reason)[:300]


def _one_line(text: str) -> str:
    return text.replace("\r", " ").replace("\n", " ")
