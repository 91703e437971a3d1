"""How the site answers: validators, coding, connections, notes of what was asked, faults on demand, the command."""

import gzip
import http.client
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.site import SOURCES_FOLDER, NewsSite
from tests.site.asking import COURIER, GAZETTE, INLAND, TAX_VOTE, ask
from tests.site.expected import ExpectedArticle, articles
from tests.site.faults import HUGE_BYTES, NESTED_TAGS, Fault


def test_the_dead_source_and_unknown_hosts_answer_404_to_everything(shared_site: NewsSite) -> None:
    assert {ask(shared_site, "dead-letter.example", path).status for path in ("/", "/feed.xml", "/sitemap.xml", "/robots.txt")} == {404}
    assert "enabled: false" in (SOURCES_FOLDER / "dead-letter.yaml").read_text(encoding="utf-8")


def test_an_unchanged_page_is_answered_with_304_and_no_body(shared_site: NewsSite) -> None:
    for path in (TAX_VOTE, "/feed.xml", "/sitemaps/2025-09.xml"):
        first = ask(shared_site, COURIER, path)
        for condition in ({"If-None-Match": first.head["ETag"]}, {"If-Modified-Since": first.head["Last-Modified"]}):
            again = ask(shared_site, COURIER, path, condition)
            assert (again.status, again.body, again.head["ETag"]) == (304, b"", first.head["ETag"])
        assert ask(shared_site, COURIER, path, {"If-None-Match": '"other"'}).status == 200


def test_gzip_is_used_where_it_is_accepted_and_only_there(shared_site: NewsSite) -> None:
    plain = ask(shared_site, COURIER, TAX_VOTE)
    packed = ask(shared_site, COURIER, TAX_VOTE, {"Accept-Encoding": "gzip, deflate"})
    assert plain.head["Content-Encoding"] is None
    assert packed.head["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body


def test_people_can_walk_the_site_below_a_prefix(shared_site: NewsSite) -> None:
    assert "/~norden-blatt.example/" in ask(shared_site, "127.0.0.1", "/").text
    front = ask(shared_site, "127.0.0.1", "/~norden-blatt.example/")
    links = [link for link in front.select("//a/@href") if ".html" in link]
    assert links
    assert all(link.startswith("/~norden-blatt.example/") for link in links)
    article = ask(shared_site, "127.0.0.1", links[0])
    [picture] = ask(shared_site, "127.0.0.1", f"/~{GAZETTE}/news/2007/11/20/mill-pond-skating.html").select("//img/@src")
    assert article.status == 200
    assert ask(shared_site, "127.0.0.1", picture).head["Content-Type"] == "image/svg+xml"


def test_requests_are_noted_with_host_path_status_and_time(site: NewsSite) -> None:
    began_at = time.monotonic()
    ask(site, COURIER, TAX_VOTE)
    ask(site, INLAND, "/story.php?id=1")
    noted = [(request.host, request.path, request.status) for request in site.requests]
    assert noted == [(COURIER, TAX_VOTE, 200), (INLAND, "/story.php?id=1", 404)]
    assert began_at <= site.requests[0].received_at <= site.requests[0].answered_at <= site.requests[1].received_at


def test_one_connection_carries_many_requests(shared_site: NewsSite) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", shared_site.port, timeout=10)
    for path in (TAX_VOTE, "/nothing", "/feed.xml"):
        connection.request("GET", path, headers={"Host": COURIER})
        own_port = connection.sock.getsockname()
        connection.getresponse().read()
        assert connection.sock.getsockname() == own_port
    connection.close()


def test_a_slash_too_many_is_redirected_to_the_article(shared_site: NewsSite) -> None:
    answer = ask(shared_site, COURIER, TAX_VOTE + "/")
    assert (answer.status, answer.head["Location"]) == (301, f"http://{COURIER}{TAX_VOTE}")


def test_a_fault_hangs_up_as_often_as_asked(site: NewsSite) -> None:
    site.fault(COURIER, "hang_up", times=2)
    for _ in range(2):
        with pytest.raises(http.client.RemoteDisconnected):
            ask(site, COURIER, TAX_VOTE)
    assert ask(site, COURIER, TAX_VOTE).status == 200
    assert [request.status for request in site.requests] == [0, 0, 200]


@pytest.mark.parametrize("kind", ["503", "429"])
def test_a_busy_host_says_when_to_come_back(site: NewsSite, kind: str) -> None:
    site.fault(TAX_VOTE, kind)
    answer = ask(site, COURIER, TAX_VOTE)
    assert (answer.status, answer.head["Retry-After"]) == (int(kind), "120")
    assert ask(site, COURIER, "/feed.xml").status == 200
    site.fault(TAX_VOTE, None)
    assert ask(site, COURIER, TAX_VOTE).status == 200


def test_a_truncated_gzip_stream_comes_in_a_complete_message(site: NewsSite) -> None:
    site.fault(COURIER + TAX_VOTE, "truncated_gzip")
    answer = ask(site, COURIER, TAX_VOTE)
    assert answer.head["Content-Length"] == str(len(answer.body))
    with pytest.raises(EOFError):
        gzip.decompress(answer.body)


def test_faulty_pages_are_what_their_names_say(site: NewsSite) -> None:
    def faulty(kind: Fault) -> bytes:
        site.fault(TAX_VOTE, kind)
        return ask(site, COURIER, TAX_VOTE).body

    assert faulty(Fault.FEED_IS_HTML).startswith(b"<!doctype html>")
    assert faulty(Fault.NESTED).count(b"<div>") == NESTED_TAGS
    assert b"\x00\xed\xa0\x80&#xD800;" in faulty(Fault.NUL_AND_SURROGATES)
    assert len(faulty(Fault.HUGE)) >= HUGE_BYTES


def test_a_slow_page_gives_its_head_and_then_drips_until_the_site_closes() -> None:
    with NewsSite() as site:
        site.fault(TAX_VOTE, "slow")
        connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
        connection.request("GET", TAX_VOTE, headers={"Host": COURIER})
        response = connection.getresponse()
        assert response.read(1) == b"<"
    with pytest.raises((http.client.IncompleteRead, ConnectionError)):
        response.read()
    connection.close()


def test_the_command_serves_until_it_is_told_to_end() -> None:
    command = [sys.executable, str(Path(__file__).parent / "__main__.py"), "--now", "2025-09-10T00:00:00Z"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        address = process.stdout.readline().split()[2]
        connection = http.client.HTTPConnection(str(urlsplit(address).hostname), int(urlsplit(address).port or 0), timeout=10)
        connection.request("GET", "/feed.xml", headers={"Host": COURIER})
        feed = connection.getresponse().read().decode()
        connection.close()
        process.terminate()
        assert process.wait(timeout=10) == 0
    shown: list[ExpectedArticle] = articles(datetime(2025, 9, 10, tzinfo=UTC))
    assert [article.headline for article in shown if article.source_id == "harbour-courier"][-1] in feed
