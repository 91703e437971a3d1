"""Every guard of `web`, each proven by a server that really does the wrong thing."""

import gzip
import socket
import ssl
import subprocess
import threading
import time
import zlib
from pathlib import Path

import pytest

from newshouse.errors import Rejected, SourceBusy, SourceGone
from newshouse.model import Reason
from newshouse.settings import ConnectTo, Settings
from newshouse.web import MAX_REDIRECTS, Web
from tests.network.faulty_server import FaultyServer, drip, flood, reset_after, response

MIB = 1 << 20


def settings(**changes: object) -> Settings:
    values = {
        "warehouse_url": "postgresql://nowhere/none",
        "archive_root": "nowhere",
        "sources_folder": Path("nowhere"),
        "page_timeout_s": 1.0,
    }
    return Settings(**{**values, "max_page_bytes": MIB, **changes})  # type: ignore[arg-type]


def web(**changes: object) -> Web:
    return Web(settings(**changes), is_loopback_allowed=True)


def moved(location: str, status: str = "302 Found", head: str = "") -> bytes:
    return response(b"", status=status, head="\r\n".join(filter(None, [f"Location: {location}", head])))


def test_the_servers_own_bytes_and_headers_are_kept() -> None:
    body = gzip.compress(b"<p>news</p>", mtime=0)
    with (
        FaultyServer({"/a": response(body, head='Content-Encoding: gzip\r\nX-Twice: 1\r\nX-Twice: 2\r\nETag: W/"7"')}) as server,
        web() as client,
    ):
        exchange = client.get(server.url("/a"))
    assert exchange.status == 200
    assert exchange.payload == body
    assert exchange.content(MIB) == b"<p>news</p>"
    assert [value for name, value in exchange.headers if name == "X-Twice"] == ["1", "2"]
    assert exchange.header("etag") == 'W/"7"'
    assert exchange.truncated is None
    assert ("User-Agent", settings().user_agent) in exchange.request_headers
    assert exchange.started_at.tzinfo is not None


def test_a_chunked_body_is_joined() -> None:
    whole = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>ne\r\n3\r\nws.\r\n0\r\n\r\n"
    with FaultyServer({"/a": whole}) as server, web() as client:
        exchange = client.get(server.url("/a"))
    assert (exchange.payload, exchange.truncated) == (b"<p>news.", None)


def test_one_connection_serves_many_pages_of_a_host() -> None:
    with FaultyServer({f"/{n}": response(b"page") for n in range(5)}) as server, web() as client:
        for n in range(5):
            assert client.get(server.url(f"/{n}")).payload == b"page"
        assert server.connection_count == 1


@pytest.mark.parametrize("where", ["head", "body"])
def test_a_dripping_server_is_left_at_the_deadline(where: str) -> None:
    start = b"HTTP/1.1 200 OK\r\nX-Long: " if where == "head" else b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n<p>"
    with FaultyServer({"/slow": drip(start)}) as server, web(page_timeout_s=0.5) as client:
        began = time.monotonic()
        if where == "head":
            with pytest.raises(SourceBusy, match="no answer in time"):
                client.get(server.url("/slow"))
        else:
            exchange = client.get(server.url("/slow"))
            assert exchange.truncated == "time"
            assert exchange.payload.startswith(b"<p>x")
        assert time.monotonic() - began < 1.0


def test_the_deadline_holds_over_a_chain_of_slow_redirects() -> None:
    def slow(connection: socket.socket, closing: threading.Event) -> None:
        closing.wait(0.3)
        connection.sendall(moved("/b"))

    with FaultyServer({"/a": slow, "/b": slow}) as server, web(page_timeout_s=0.5) as client, pytest.raises(SourceBusy):
        client.get(server.url("/a"))


@pytest.mark.parametrize(
    "start",
    [b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<p>half", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n<p>half\r\n"],
    ids=["length", "chunked"],
)
@pytest.mark.parametrize("is_reset", [True, False], ids=["reset", "closed"])
def test_a_connection_lost_in_mid_body_is_noticed(start: bytes, is_reset: bool) -> None:
    script = reset_after(start) if is_reset else flood(start, b"", 0)
    with FaultyServer({"/a": script}) as server, web() as client:
        exchange = client.get(server.url("/a"))
    assert exchange.truncated == "disconnect"
    with pytest.raises(Rejected) as caught:
        exchange.content(MIB)
    assert caught.value.reason is Reason.TRUNCATED


def test_a_connection_lost_before_the_head_is_a_busy_source() -> None:
    with FaultyServer({"/a": reset_after(b"HTTP/1.1 20")}) as server, web() as client, pytest.raises(SourceBusy):
        client.get(server.url("/a"))


def test_a_body_longer_than_its_content_length_does_not_leak_into_the_next_answer() -> None:
    with FaultyServer({"/a": response(b"12345 and more", length=5), "/b": response(b"b")}) as server, web() as client:
        assert client.get(server.url("/a")).payload == b"12345"
        assert client.get(server.url("/b")).payload == b"b"


def test_a_page_of_50_mb_is_not_read_to_its_end() -> None:
    sent: list[int] = []

    def huge(connection: socket.socket, closing: threading.Event) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        for _ in range(50):
            connection.sendall(b"x" * 1_000_000)
            sent.append(1)

    with FaultyServer({"/endless": huge, "/announced": response(b"", length=50_000_000)}) as server, web() as client:
        exchange = client.get(server.url("/endless"))
        assert (len(exchange.payload), exchange.truncated) == (MIB, "length")
        announced = client.get(server.url("/announced"))
        assert (announced.payload, announced.truncated) == (b"", "length")
    assert len(sent) < 20


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_decompression_bomb_is_refused(coding: str) -> None:
    bomb = gzip.compress(bytes(50 * MIB)) if coding == "gzip" else zlib.compress(bytes(50 * MIB))
    with FaultyServer({"/bomb": response(bomb, head=f"Content-Encoding: {coding}")}) as server, web() as client:
        exchange = client.get(server.url("/bomb"))
    with pytest.raises(Rejected) as caught:
        exchange.content(MIB)
    assert caught.value.reason is Reason.TOO_LARGE


def test_a_truncated_gzip_stream_is_noticed() -> None:
    half = gzip.compress(b"<p>" + bytes(range(256)) * 50)[:-40]
    with FaultyServer({"/a": response(half, head="Content-Encoding: gzip")}) as server, web() as client:
        exchange = client.get(server.url("/a"))
    assert exchange.truncated is None
    with pytest.raises(Rejected) as caught:
        exchange.content(MIB)
    assert caught.value.reason is Reason.TRUNCATED


def test_redirects_are_followed_and_kept() -> None:
    with (
        FaultyServer({"/a": moved("/b", "301 Moved"), "/b": moved("c?x=1", "307 Temporary"), "/c?x=1": response(b"here")}) as server,
        web() as client,
    ):
        exchange = client.get(server.url("/a"))
    assert (exchange.url, exchange.final_url, exchange.payload) == (server.url("/a"), server.url("/c?x=1"), b"here")
    assert [(hop.final_url, hop.status) for hop in exchange.redirects] == [(server.url("/a"), 301), (server.url("/b"), 307)]


def test_a_redirect_loop_ends() -> None:
    with FaultyServer({"/a": moved("/b"), "/b": moved("/a")}) as server, web() as client, pytest.raises(Rejected) as caught:
        client.get(server.url("/a"))
    assert caught.value.reason is Reason.BAD_REDIRECT
    assert len(server.requests) == 2


def test_an_endless_chain_of_redirects_ends() -> None:
    with FaultyServer({f"/{n}": moved(f"/{n + 1}") for n in range(50)}) as server, web() as client, pytest.raises(Rejected) as caught:
        client.get(server.url("/0"))
    assert caught.value.reason is Reason.BAD_REDIRECT
    assert len(server.requests) == MAX_REDIRECTS + 1


@pytest.mark.parametrize("location", ["file:///etc/passwd", "gopher://127.0.0.1/", "javascript:alert(1)", "http://", "http://[::1"])
def test_a_redirect_off_http_is_refused(location: str) -> None:
    with FaultyServer({"/a": moved(location)}) as server, web() as client, pytest.raises(Rejected) as caught:
        client.get(server.url("/a"))
    assert caught.value.reason is Reason.BAD_REDIRECT


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:169.254.169.254]/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://[2002:a9fe:a9fe::1]/",
        "http://2852039166/",
        "http://0xa9fea9fe/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
    ],
)
def test_a_redirect_to_an_address_that_is_not_public_is_refused(target: str) -> None:
    with FaultyServer({"/a": moved(target)}) as server, web() as client, pytest.raises(Rejected) as caught:
        client.get(server.url("/a"))
    assert caught.value.reason is Reason.FORBIDDEN_ADDRESS


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "0x7f000001", "[::ffff:127.0.0.1]", "[::1]"])
def test_loopback_is_refused_to_sources_that_do_not_live_there(host: str) -> None:
    with FaultyServer({"/a": response(b"inside")}) as server, Web(settings()) as client, pytest.raises(Rejected) as caught:
        client.get(f"http://{host}:{server.port}/a")
    assert caught.value.reason is Reason.FORBIDDEN_ADDRESS
    assert server.connection_count == 0


def test_a_name_is_led_elsewhere_as_curls_connect_to_does() -> None:
    with FaultyServer({"/a": response(b"led here")}) as server:
        mapped = (ConnectTo(pattern="*.example", address="127.0.0.1", port=server.port),)
        with web(connect_to=mapped) as client:
            exchange = client.get("http://paper.example/a")
        assert (exchange.payload, exchange.final_url) == (b"led here", "http://paper.example/a")
        assert b"Host: paper.example\r\n" in server.requests[0] + b"\r\n"
        with Web(settings(connect_to=mapped)) as stranger, pytest.raises(Rejected) as caught:
            stranger.get("http://paper.example/a")
        assert caught.value.reason is Reason.FORBIDDEN_ADDRESS


def test_cookies_are_not_kept() -> None:
    with FaultyServer(
        {"/a": moved("/b", head="Set-Cookie: id=1; Path=/"), "/b": response(b"b", head="Set-Cookie: id=2; Path=/")}
    ) as server:
        with web() as client:
            client.get(server.url("/a"))
            client.get(server.url("/b"))
        assert not any(b"cookie" in head.lower() for head in server.requests)


def test_proxies_and_logins_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9/")
    with FaultyServer({"/a": response(b"direct")}) as server, web() as client:
        assert client.get(server.url("/a")).payload == b"direct"
    assert b"authorization" not in server.requests[0].lower()


def test_a_conditional_request_is_answered_by_304() -> None:
    with FaultyServer({"/a": b'HTTP/1.1 304 Not Modified\r\nETag: "7"\r\n\r\n'}) as server, web() as client:
        exchange = client.get(server.url("/a"), headers={"If-None-Match": '"7"'})
    assert (exchange.status, exchange.payload, exchange.truncated) == (304, b"", None)
    assert b'If-None-Match: "7"' in server.requests[0]


def test_a_host_that_refuses_connections_is_busy_and_one_without_a_name_is_gone() -> None:
    with FaultyServer({}) as server:
        url = server.url("/")
    with web() as client:
        with pytest.raises(SourceBusy):
            client.get(url)
        with pytest.raises((SourceGone, SourceBusy)):  # a machine without a resolver cannot tell
            client.get("http://no-such-paper.invalid/")


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/", "http://", "", "not a url", "http://a b/", "http://\ud800/", "http://x:99999/"])
def test_what_is_no_http_url_is_rejected(url: str) -> None:
    with web() as client, pytest.raises((Rejected, SourceBusy, SourceGone)):
        client.get(url)


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    making = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=paper.example -addext subjectAltName=DNS:paper.example"
    subprocess.run([*making.split(), "-keyout", tmp_path / "key", "-out", tmp_path / "cert"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert", tmp_path / "key")
    trusting = ssl.create_default_context(cafile=str(tmp_path / "cert"))

    with TlsServer(context) as port:
        mapped = (ConnectTo(pattern="*.example", address="127.0.0.1", port=port),)
        with web(connect_to=mapped) as client, pytest.raises(SourceBusy, match="TLS failed"):
            client.get("https://paper.example/a")
        with Web(settings(connect_to=mapped), is_loopback_allowed=True, tls=trusting) as client:
            assert client.get("https://paper.example/a").payload == b"secure"
            with pytest.raises(SourceBusy, match="TLS failed"):
                client.get("https://other.example/a")


class TlsServer:
    """A TLS server that gives one page per connection."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._context = context
        self._thread = threading.Thread(target=self._serve)

    def __enter__(self) -> int:
        self._thread.start()
        return int(self._listener.getsockname()[1])

    def __exit__(self, *_: object) -> None:
        self._listener.shutdown(2)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                plain, _ = self._listener.accept()
            except OSError:
                return
            try:
                with self._context.wrap_socket(plain, server_side=True) as secure:
                    secure.recv(65536)
                    secure.sendall(response(b"secure", head="Connection: close"))
            except OSError:
                plain.close()
