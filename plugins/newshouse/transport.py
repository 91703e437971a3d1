"""The sockets below `web`: each opened to a vetted address, each read against one deadline.

`requests` bounds the wait for the next byte, never the whole exchange: a server that sends a byte now and then holds a worker for
hours, in the head as well as in the body. Here every read of the socket waits only for what is left of the exchange's own time.
"""

import functools
import socket
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

import certifi
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, PoolManager
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

from newshouse.addresses import Address

Resolver = Callable[[str, int], Sequence[Address]]
CONNECT_TIMEOUT_S = 10.0
_MAKING = threading.Lock()


class Deadline(threading.local):
    """The instant at which the exchange of the current thread must be over."""

    expires_at = float("inf")  # time.monotonic()

    def start(self, seconds: float) -> None:
        self.expires_at = time.monotonic() + seconds

    def remaining_s(self) -> float:
        """Raises TimeoutError when nothing remains."""
        remaining = self.expires_at - time.monotonic()
        if remaining <= 0:
            raise TimeoutError("the time allowed for the whole exchange is over")
        return min(remaining, 3600.0)


class _PlainSocket(socket.socket):
    deadline: Deadline

    def recv_into(self, *arguments: Any) -> int:
        self.settimeout(self.deadline.remaining_s())
        return super().recv_into(*arguments)


class _TlsSocket(ssl.SSLSocket):
    deadline: Deadline | None = None

    def recv_into(self, *arguments: Any) -> int:
        if self.deadline is not None:
            self.settimeout(self.deadline.remaining_s())
        return super().recv_into(*arguments)


class _Opener:
    """What `_new_conn` needs beyond urllib3's own state."""

    def __init__(self, resolve: Resolver, deadline: Deadline) -> None:
        self.resolve, self.deadline = resolve, deadline

    def opened(self, connection: HTTPConnection, host: str, port: int) -> socket.socket:
        failure: OSError | None = None
        for family, address in self.resolve(host, port):
            plain = _PlainSocket(family, socket.SOCK_STREAM)
            plain.deadline = self.deadline
            try:
                plain.settimeout(min(CONNECT_TIMEOUT_S, self.deadline.remaining_s()))
                plain.connect(address)
                plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            except OSError as error:
                plain.close()
                failure = error
                continue
            return plain
        if isinstance(failure, TimeoutError):
            raise ConnectTimeoutError(connection, f"connecting to {host} took too long") from failure
        raise NewConnectionError(connection, f"{host} does not accept connections: {failure}") from failure


class _GuardedConnection(HTTPConnection):
    def __init__(self, *arguments: Any, opener: _Opener, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.opener = opener

    def _new_conn(self) -> socket.socket:
        return self.opener.opened(self, self.host, self.port or 80)


class _GuardedTlsConnection(HTTPSConnection):
    def __init__(self, *arguments: Any, opener: _Opener, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.opener = opener

    def _new_conn(self) -> socket.socket:
        return self.opener.opened(self, self.host, self.port or 443)

    def connect(self) -> None:
        super().connect()
        if isinstance(self.sock, _TlsSocket):
            self.sock.deadline = self.opener.deadline


class GuardedAdapter(HTTPAdapter):
    """`requests`' way to sockets that are vetted, timed, and verified by one shared TLS context."""

    def __init__(self, resolve: Resolver, deadline: Deadline, tls: ssl.SSLContext | None) -> None:
        self._opener, self._tls = _Opener(resolve, deadline), tls
        super().__init__(pool_connections=4, pool_maxsize=1)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **options: Any) -> None:
        self.poolmanager = PoolManager(num_pools=connections, maxsize=maxsize, block=block, ssl_context=self._tls)
        plain = type("_Pool", (HTTPConnectionPool,), {"ConnectionCls": functools.partial(_GuardedConnection, opener=self._opener)})
        secure = type("_TlsPool", (HTTPSConnectionPool,), {"ConnectionCls": functools.partial(_GuardedTlsConnection, opener=self._opener)})
        self.poolmanager.pool_classes_by_scheme = {"http": plain, "https": secure}

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """The shared context verifies; the parent would read the certificate bundle anew for every host (20 ms of CPU)."""
        conn.cert_reqs = "CERT_REQUIRED"


def verifying_tls() -> ssl.SSLContext:
    """The process's TLS context: certificates and host names verified, sockets with a deadline."""
    with _MAKING:  # else every thread that comes first would make one
        return _made_tls()


@functools.cache
def _made_tls() -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=certifi.where())
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.sslsocket_class = _TlsSocket
    return context
