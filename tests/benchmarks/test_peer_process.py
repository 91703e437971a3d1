"""An extractor in its own process: answers in order, figures that are its own, no network, and no failure unseen."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.labelled_pages import labelled_pages
from benchmarks.peer_process import PROJECT, running
from benchmarks.peers import OURS, PARSE, PEERS, Peer, is_installed, text_of
from tests.benchmarks.saved_sets import write_set

STEMS = ["boxes_between", "japanese", "newspaper_2007"]


def peer(name: str) -> Peer:
    return next(peer for peer in PEERS if peer.name == name)


def inside(program: str) -> str:
    """What a program prints that runs where an extractor would."""
    lines = ["from benchmarks.peer_process import *", program]
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], cwd=PROJECT, capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.strip()


def test_each_page_has_one_answer_in_order_with_its_cost(tmp_path: Path) -> None:
    pages = labelled_pages(write_set(tmp_path, "atf", STEMS) / "extraction", "atf")
    with running(peer(OURS)) as process:
        answers = process.answers(pages[:2]) + process.answers(pages[2:])
    assert [answer.fields.headline for answer in answers] == [page.gold.headline for page in pages]
    assert [answer.fields.article_body for answer in answers] == [page.gold.article_body for page in pages]
    assert all(0 < answer.cpu_s < 5 for answer in answers)
    assert all(answer.failure is None and answer.network_calls == 0 for answer in answers)
    assert answers[-1].peak_bytes >= process.imported_bytes > 1_000_000


@pytest.mark.parametrize("one", PEERS, ids=lambda peer: peer.name)
def test_every_extractor_gives_what_it_says_it_gives(one: Peer, tmp_path: Path) -> None:
    if not is_installed(one):
        pytest.skip(f"NOT TESTED: {one.package} is not installed (uv sync --group bench)")
    pages = labelled_pages(write_set(tmp_path, "atf", ["boxes_between"]) / "extraction", "atf")
    with running(one) as process:
        [answer] = process.answers(pages)
    given = {name for name in ("headline", "authors", "date_published", "article_body") if getattr(answer.fields, name)}
    assert (answer.failure, given) == (None, set(one.gives))


def test_a_process_that_dies_says_its_last_words() -> None:
    unheard_of = Peer(name="unheard of", package="lxml", module="lxml", gives=frozenset(), setting="", load=peer(PARSE).load)
    with pytest.raises(ChildProcessError, match=r"unheard of ended with 1 before it answered:(?s:.*)StopIteration"), running(unheard_of):
        pass


def test_whoever_asks_the_network_is_refused_and_counted() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        program = f"""
import socket, urllib.request
refused = refuse_network()
for ask in (lambda: socket.create_connection(("127.0.0.1", {port})), lambda: urllib.request.urlopen("http://127.0.0.1:{port}/")):
    try:
        ask()
    except OSError as error:
        print(type(error).__name__, end=" ")
print(len(refused))"""
        assert inside(program) == "PermissionError URLError 2"


def test_a_page_that_an_extractor_cannot_read_is_a_failure_with_its_kind() -> None:
    program = """
def extract(page):
    raise LookupError("no such table")
print(extracted(extract, None)[0] == Fields(), extracted(extract, None)[2])"""
    assert inside(program) == "True LookupError"


def test_a_page_that_takes_too_long_is_a_failure() -> None:
    program = """
import benchmarks.peer_process
benchmarks.peer_process.PAGE_S = 1
signal.signal(signal.SIGALRM, too_long)
def extract(page):
    while True:
        pass
print(extracted(extract, None)[2])"""
    assert inside(program) == "TimeoutError"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<p>Zoë".encode(), "<p>Zoë"),
        (b"<meta charset='iso-8859-2'><p>\xb3", "<meta charset='iso-8859-2'><p>ł"),
        (b"<p>\x93Zo\xeb\x94", "<p>“Zoë”"),
        (b"<meta charset=no-such><p>\xe9", "<meta charset=no-such><p>é"),
        (b"\x81", "�"),
    ],
)
def test_extractors_that_take_text_get_what_a_reader_would_see(content: bytes, text: str) -> None:
    assert text_of(content) == text


def test_what_an_extractor_prints_is_no_answer() -> None:
    program = """
import benchmarks.peer_process
benchmarks.peer_process.PEERS = (dataclasses.replace(PEERS[0], name="loud", load=lambda: print("Loading ...")),)
benchmarks.peer_process.main("loud")"""
    assert list(json.loads(inside(program))) == ["imported_bytes"]
