"""The only way to the network: one GET, guarded, with the server's own bytes kept for the archive.

A fetch ends in an `Exchange`, whatever its status, or in one of four ways: `Rejected` (forbidden address, bad redirect), `SourceBusy`
(try again later), `SourceGone` (no such host). No cookies, no environment proxies, no retries, no sleeping: politeness is the
business of `fetching`.
"""

import contextlib
import http.client
import socket
import ssl
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Self
from urllib.parse import urldefrag, urljoin

import requests
from requests.structures import CaseInsensitiveDict
from urllib3.exceptions import HTTPError, IncompleteRead, ProtocolError

from newshouse import content_coding
from newshouse.addresses import Address, LookUp, vetted_addresses
from newshouse.errors import Rejected, SourceBusy
from newshouse.model import Reason
from newshouse.settings import Settings
from newshouse.transport import CONNECT_TIMEOUT_S, Deadline, GuardedAdapter, verifying_tls
from newshouse.urls import host_of, is_http_url

IsWanted = Callable[[int, Mapping[str, str]], bool]  # by status and headers, whose names may be looked up in any case
MayFollow = Callable[[str], bool]  # by the address that a redirect leads to
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
    truncated: str | None = None  # "length", "time", "disconnect", "unspecified": why the payload is not whole (WARC-Truncated)
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
    """A guarded client for the hosts of one source: one adapter of `requests` per host, none of them shared with other sources."""

    def __init__(
        self,
        settings: Settings,
        *,
        is_loopback_allowed: bool = False,
        tls: ssl.SSLContext | None = None,
        look_up: LookUp = socket.getaddrinfo,
    ) -> None:
        self._settings = settings
        self._look_up = look_up
        self._is_loopback_allowed = is_loopback_allowed
        self._tls = tls
        self._deadline = Deadline()
        self._adapters: dict[tuple[str, bool], GuardedAdapter] = {}
        self._headers = {"User-Agent": settings.user_agent, "Accept": _ACCEPT, "Accept-Encoding": content_coding.ACCEPTED}

    @property
    def user_agent(self) -> str:
        return self._settings.user_agent

    def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        max_bytes: int | None = None,
        is_part_welcome: bool = False,
        is_wanted: IsWanted | None = None,
        may_follow: MayFollow | None = None,
        after: tuple[Exchange, ...] = (),
    ) -> Exchange:
        """The answer to a GET of `url`, redirects followed, all within `page_timeout_s`. With `after`, the redirects that an earlier call
        has come through, it goes on from there.

        `headers` (for conditional requests) go with the first request and with redirects to the same host. A payload that announces
        more than `max_bytes` is read so far only where `is_part_welcome`, else not at all; nor is one that `is_wanted` refuses
        by the status and the headers of its answer (`truncated` is then "unspecified"). A redirect to where one may not follow is itself
        the answer.
        """
        self._deadline.start(self._settings.page_timeout_s)
        limit = max_bytes or self._settings.max_page_bytes
        hops = list(after)
        current = next_url(hops) if hops else urldefrag(url)[0]
        if not is_http_url(current):
            raise Rejected(Reason.UNREADABLE, f"{url[:200]!r} is no http(s) URL")
        while True:
            extra = headers if headers and host_of(current) == host_of(url) else {}
            exchange = self._exchange(url, current, extra, _Reading(limit, is_part_welcome, is_wanted))
            if exchange.status not in REDIRECTS or not exchange.header("Location"):
                return replace(exchange, redirects=tuple(hops))
            target = next_url([*hops, exchange])
            if may_follow and not may_follow(target):
                return replace(exchange, redirects=tuple(hops))
            hops.append(exchange)
            current = target

    def leave(self, host: str) -> None:
        """Ends the connections to a host that is not asked any more."""
        for is_tls in (False, True):
            if adapter := self._adapters.pop((host, is_tls), None):
                adapter.close()

    def close(self) -> None:
        for adapter in self._adapters.values():
            adapter.close()
        self._adapters.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _exchange(self, url: str, current: str, extra: Mapping[str, str], reading: "_Reading") -> Exchange:
        started_at, started = datetime.now(UTC), time.monotonic()
        with _as_busy(current):
            request = self._request(current, extra)
            response = self._adapter(current).send(request, stream=True, timeout=(CONNECT_TIMEOUT_S, self._settings.page_timeout_s))
        with contextlib.closing(response):
            payload, truncated = _payload(response, reading)
        return Exchange(
            url=url,
            final_url=current,
            request_headers=tuple((str(name), str(value)) for name, value in request.headers.items()),
            status=response.status_code,
            reason=_one_line(response.reason or ""),
            headers=tuple((_one_line(name), _one_line(value)) for name, value in response.raw.headers.items()),
            payload=payload,
            started_at=started_at,
            elapsed_s=time.monotonic() - started,
            truncated=truncated,
        )

    def _request(self, url: str, extra: Mapping[str, str]) -> requests.PreparedRequest:
        """A session would prepare the same at several times the cost: merging cookies, proxies and settings that we have none of."""
        request = requests.PreparedRequest()
        request.prepare_method("GET")
        request.prepare_url(url, None)
        request.headers = CaseInsensitiveDict({**self._headers, **extra})
        return request

    def _adapter(self, url: str) -> GuardedAdapter:
        """The connections to the host of `url`; what is asked of one host goes one after the other."""
        host, is_tls = host_of(url), url[:6].lower() == "https:"
        adapter = self._adapters.get((host, is_tls))
        if adapter is None:
            tls = (self._tls or verifying_tls()) if is_tls else None
            adapter = self._adapters[host, is_tls] = GuardedAdapter(self._addresses, self._deadline, tls)
        return adapter

    def _addresses(self, host: str, port: int) -> list[Address]:
        return vetted_addresses(host, port, self._settings.connect_to, is_loopback_allowed=self._is_loopback_allowed, look_up=self._look_up)


@dataclass(frozen=True, slots=True)
class _Reading:
    """How much of a body is read."""

    max_bytes: int
    is_part_welcome: bool
    is_wanted: IsWanted | None


def _payload(response: requests.Response, reading: _Reading) -> tuple[bytes, str | None]:
    """The body as it came, and why it is not whole. A redirect's body is left unread."""
    announced, max_bytes = response.headers.get("Content-Length", ""), reading.max_bytes
    if response.status_code in REDIRECTS:
        return b"", "length" if announced not in {"", "0"} else None
    if reading.is_wanted and not reading.is_wanted(response.status_code, response.headers):
        return b"", "unspecified"
    if announced.isdigit() and len(announced) < 20 and int(announced) > max_bytes and not reading.is_part_welcome:
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


def next_url(hops: Sequence[Exchange]) -> str:
    """Where the last of these redirects leads. Raises Rejected for a circle, for too many of them, and for what is no http(s) URL."""
    exchange = hops[-1]
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
