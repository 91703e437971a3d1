"""A real HTTP server whose answers are scripts: what a test hands it goes over the socket byte by byte as written."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

Script = Callable[[socket.socket, threading.Event], None]


class FaultyServer:
    """Serves `answers[path]` on an ephemeral loopback port; `requests` holds the raw heads in the order they came."""

    def __init__(self, answers: dict[str, bytes | Script]) -> None:
        self.answers = answers
        self.requests: list[bytes] = []
        self.asked_at: list[float] = []
        self.connection_count = 0
        self.closing = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._threads = [threading.Thread(target=self._accept)]
        self._open: list[socket.socket] = []

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def paths(self) -> list[str]:
        return [head.split(b" ")[1].decode() for head in self.requests]

    def __enter__(self) -> Self:
        self._threads[0].start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.closing.set()
        for each in (self._listener, *self._open):
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()
        for each in (self._listener, *self._open):
            each.close()

    def _accept(self) -> None:
        while not self.closing.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connection_count += 1
            self._open.append(connection)
            thread = threading.Thread(target=self._serve, args=(connection,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            waiting = b""
            while not self.closing.is_set():
                while b"\r\n\r\n" not in waiting:
                    part = connection.recv(65536)
                    if not part:
                        return
                    waiting += part
                head, _, waiting = waiting.partition(b"\r\n\r\n")
                self.asked_at.append(time.monotonic())
                self.requests.append(head)
                answer = self.answers.get(head.split(b" ")[1].decode(), response(b"no such page", status="404 Not Found"))
                if not isinstance(answer, bytes):
                    answer(connection, self.closing)
                    return
                connection.sendall(answer)
        except OSError:
            return
        finally:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()


def response(
    body: bytes, *, status: str = "200 OK", head: str = "", content_type: str = "text/html; charset=utf-8", length: int | None = None
) -> bytes:
    """A whole HTTP/1.1 message; `head` holds further header lines."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}", f"Content-Length: {len(body) if length is None else length}"]
    return "\r\n".join([*lines, *filter(None, [head])]).encode("latin-1") + b"\r\n\r\n" + body


def drip(data: bytes, every_s: float = 0.05) -> Script:
    """`data` at once, then a byte now and then for as long as the client bears it."""

    def script(connection: socket.socket, closing: threading.Event) -> None:
        connection.sendall(data)
        while not closing.wait(every_s):
            connection.sendall(b"x")

    return script


def reset_after(data: bytes) -> Script:
    """`data`, then a TCP reset."""

    def script(connection: socket.socket, closing: threading.Event) -> None:
        connection.sendall(data)
        closing.wait(0.1)  # let the client read before the reset destroys what it has not read
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        connection.close()

    return script


def flood(head: bytes, chunk: bytes, times: int) -> Script:
    """`head`, then `chunk` again and again."""

    def script(connection: socket.socket, closing: threading.Event) -> None:
        connection.sendall(head)
        for _ in range(times):
            connection.sendall(chunk)

    return script
