"""`newshouse replay`: WARC files, ours and those of others, with every record accounted for."""

import gzip
import json
import os
import random
from collections.abc import Callable
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from newshouse import in_process
from newshouse.model import utc_day
from tests.pipeline import odd_site
from tests.pipeline.conftest import SILENT, House
from tests.pipeline.contents import unbalanced
from tests.site import DEMO_DAY
from tests.warehouse_dump import warehouse_dump

DAY = utc_day(DEMO_DAY)
BENCH = os.environ.get("NEWSHOUSE_BENCH_DATA")
NEEDED_SHARE = 0.97
CAPTURED = "2025-09-17T10:00:00Z"
SHOP = b"<html><head><title>Log in</title></head><body><form action=/login><input type=password name=p></form></body></html>"


def test_our_own_archive_in_a_fresh_warehouse_gives_the_same_articles(new_house: Callable[[], House]) -> None:
    house = new_house()
    assert house.run(DAY)
    files = _warc_files(house)
    assert len(files) > 4

    in_order, shuffled = new_house(), new_house()
    assert in_process.replay(in_order.settings, files, console=SILENT)
    random.Random(1).shuffle(files)
    for file in files:
        assert in_process.replay(shuffled.settings, [file], console=SILENT)

    assert warehouse_dump(in_order.connection) == warehouse_dump(shuffled.connection)
    articles = "select url, headline, article_body, date_published, authors from mart.article_current where url = any(%s) order by url"
    urls = [url for (url,) in house.rows("select url from mart.article_current")]
    assert in_order.rows(articles, urls) == house.rows(articles, urls)
    assert unbalanced(in_order) == unbalanced(shuffled) == []
    assert in_process.rebuild(in_order.settings, console=SILENT)
    assert warehouse_dump(in_order.connection) == warehouse_dump(shuffled.connection)


def test_a_file_in_common_crawls_style_is_loaded_and_every_record_accounted_for(house: House, tmp_path: Path) -> None:
    file = tmp_path / "crawl.warc.gz"
    article = odd_site.page("The pier is repaired", "2025-09-16T10:00:00+00:00")
    file.write_bytes(
        b"".join(
            gzip.compress(record)
            for record in (
                _record("warcinfo", None, b"software: a crawler\r\n", "application/warc-fields"),
                _record("request", "https://elsewhere.test/pier", b"GET /pier HTTP/1.1\r\nHost: elsewhere.test\r\n\r\n"),
                _record("response", "https://elsewhere.test/pier", _http(article)),
                _record("metadata", "https://elsewhere.test/pier", b"fetchTimeMs: 12\r\n", "application/warc-fields"),
                _record("revisit", "https://elsewhere.test/pier-again", b"HTTP/1.1 200 OK\r\n\r\n"),
                _record("response", "https://elsewhere.test/login", _http(SHOP)),
                _record("response", "https://elsewhere.test/gone", _http(b"gone", "404 Not Found")),
                _record("response", "https://elsewhere.test/old", _http(b"", "301 Moved", "Location: /pier\r\n")),
                _record("response", "http://harbour-courier.example/from-a-crawl", _http(article)),
                _record("response", "dns:elsewhere.test", b"20250917\r\nelsewhere.test. 300 IN A 192.0.2.1\r\n", "text/dns"),
            )
        )
    )
    told = StringIO()

    assert in_process.replay(house.settings, [file], console=Console(file=told, width=200))

    assert _outcomes(house) == {
        "https://elsewhere.test/pier": ("loaded", None),
        "https://elsewhere.test/pier-again": ("skipped", "revisit"),
        "https://elsewhere.test/login": ("rejected", "login_wall"),
        "https://elsewhere.test/gone": ("rejected", "gone"),
        "https://elsewhere.test/old": ("skipped", "redirect"),
        "http://harbour-courier.example/from-a-crawl": ("loaded", None),
    }
    account = "Records: 10 (2 other, 1 redirect, 1 request, 4 response, 1 revisit, 1 warcinfo); pages of 6 different URLs."
    assert account in told.getvalue()
    assert {source for (source,) in house.rows("select source_id from warehouse.article")} == {"elsewhere.test", "harbour-courier"}
    _expect_no_change(house, [file])


def test_what_is_broken_in_a_file_is_accounted_for_and_the_rest_is_loaded(house: House, tmp_path: Path) -> None:
    pages = {
        f"https://elsewhere.test/{number}": odd_site.page(f"Story {number}", "2025-09-16T10:00:00+00:00", body=_body(number))
        for number in range(3)
    }
    records = [_record("response", url, _http(page)) for url, page in pages.items()]
    bare = tmp_path / "bare.warc"
    bare.write_bytes(b"".join(records)[:-100])
    torn = tmp_path / "torn.warc.gz"
    torn.write_bytes(b"".join(map(gzip.compress, records))[:-100])
    garbage = tmp_path / "garbage.warc.gz"
    garbage.write_bytes(b"\x00\x01 this is no WARC at all " * 100)
    empty = tmp_path / "empty.warc.gz"
    empty.write_bytes(b"")
    bombed = tmp_path / "damaged.warc.gz"
    good = gzip.compress(_record("response", "https://elsewhere.test/3", _http(odd_site.page("Story 3", "2025-09-16", body=_body(3)))))
    bombed.write_bytes(gzip.compress(records[0])[:200] + b"\xff" * 300 + good)
    files = [bare, torn, garbage, empty, bombed]

    assert in_process.replay(house.settings, files, console=SILENT)

    found = _outcomes(house)
    assert {url: found[url] for url in found if url.startswith("https:")} == {
        "https://elsewhere.test/0": ("loaded", None),
        "https://elsewhere.test/1": ("loaded", None),
        "https://elsewhere.test/3": ("loaded", None),
    }
    broken = [found[url] for url in found if not url.startswith("https:")]
    assert sorted(broken) == [("rejected", "truncated")] * 2 + [("rejected", "unreadable")] * 2
    _expect_no_change(house, files)


def test_files_given_one_by_one_or_together_give_the_same(new_house: Callable[[], House], tmp_path: Path) -> None:
    url = "https://elsewhere.test/edited"
    files = []
    for hour, headline in enumerate(("A pier", "A pier is repaired", "A pier is repaired", "A pier")):
        file = tmp_path / f"{hour}.warc"
        page = odd_site.page(headline, "2025-09-16T10:00:00+00:00")
        file.write_bytes(_record("response", url, _http(page), at=f"2025-09-17T1{hour}:00:00Z"))
        files.append(file)
    together, backwards = new_house(), new_house()
    assert in_process.replay(together.settings, files, console=SILENT)
    for file in files[::-1]:
        assert in_process.replay(backwards.settings, [file], console=SILENT)
    assert warehouse_dump(together.connection) == warehouse_dump(backwards.connection)
    assert together.rows("select count(*) from warehouse.revision_span") == [(3,)]


def test_a_rebuild_loads_of_files_that_a_source_lists_the_days_that_were_run_for(house: House, tmp_path: Path) -> None:
    crawled, other_day, undated = (tmp_path / f"{name}.warc" for name in ("crawled", "other-day", "undated"))
    crawled.write_bytes(_page_record("/pier", "Pier repaired", "2025-09-17T09:00:00+00:00"))
    other_day.write_bytes(_page_record("/crane", "Crane repaired", "2025-09-15T09:00:00+00:00"))
    undated.write_bytes(_page_record("/lock", "Lock repaired", None))
    (tmp_path / "odd").mkdir()
    listed = odd_site.SOURCE.replace(
        f"strategy: sitemap\n    url: {odd_site.HOME}/sitemap.xml", f"strategy: warc\n    url: {tmp_path}/*.warc"
    )
    (tmp_path / "odd" / "odd.yaml").write_text(listed, encoding="utf-8")
    odd = replace(house, settings=replace(house.settings, sources_folder=tmp_path / "odd"))
    headlines = "select headline from mart.article_current order by headline"

    assert odd.run(DAY)
    assert odd.rows(headlines) == [("Pier repaired",)]
    _expect_the_same_by_rebuild(odd)

    assert in_process.replay(odd.settings, [other_day, undated], console=SILENT)
    assert odd.rows(headlines) == [("Crane repaired",), ("Lock repaired",), ("Pier repaired",)]
    _expect_the_same_by_rebuild(odd)


def _page_record(path: str, headline: str, published: str | None) -> bytes:
    page = odd_site.page(headline, published, body=(*odd_site.BODY, f"So much for the {path[1:]}."))
    return _record("response", f"{odd_site.HOME}{path}", _http(page))


def _expect_the_same_by_rebuild(house: House) -> None:
    before = warehouse_dump(house.connection)
    assert in_process.rebuild(house.settings, console=SILENT)
    assert warehouse_dump(house.connection) == before


@pytest.mark.skipif(not BENCH, reason="NOT TESTED: real pages, since NEWSHOUSE_BENCH_DATA names no folder with warc/real-pages.warc.gz")
@pytest.mark.timeout(600)
def test_real_pages_are_loaded_and_a_second_replay_changes_nothing(house: House) -> None:
    folder = Path(BENCH or "") / "warc"
    file = folder / "real-pages.warc.gz"
    urls = {json.loads(line)["url"] for line in (folder / "real-pages.jsonl").read_text(encoding="utf-8").splitlines()}

    assert in_process.replay(house.settings, [file], console=SILENT)

    found = _outcomes(house)
    assert set(found) == urls
    held = house.rows("select url from mart.article_current where headline <> '' and article_body <> ''")
    duplicates = [url for url, (outcome, _) in found.items() if outcome == "duplicate"]
    assert len(held) + len(duplicates) >= NEEDED_SHARE * len(urls), [(url, said) for url, said in found.items() if said[0] == "rejected"]
    assert [url for url, (outcome, reason) in found.items() if outcome == "rejected" and not reason] == []
    _expect_no_change(house, [file])


def _expect_no_change(house: House, files: list[Path]) -> None:
    assert unbalanced(house) == []
    before, rejected = warehouse_dump(house.connection), house.rows("select quarantine_key from ops.quarantine order by 1")
    assert in_process.replay(house.settings, files, console=SILENT)
    assert warehouse_dump(house.connection) == before
    assert house.rows("select quarantine_key from ops.quarantine order by 1") == rejected
    assert unbalanced(house) == []
    assert not {outcome for outcome, _ in _outcomes(house).values()} & {"loaded", "pending"}


def _outcomes(house: House) -> dict[str, tuple[object, object]]:
    """Outcome and reason by URL, of the latest run."""
    found = house.rows(
        "select url, outcome, reason from ops.url_outcome where run_id = (select run_id from ops.run order by started_at desc limit 1)"
    )
    return {str(url): (outcome, reason) for url, outcome, reason in found}


def _warc_files(house: House) -> list[Path]:
    return sorted(Path(house.settings.archive_root).rglob("*.warc.gz"))


def _record(kind: str, url: str | None, block: bytes, content_type: str = "application/http", at: str = CAPTURED) -> bytes:
    """A record of WARC/1.0, which dates to the second."""
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    identity = f"<urn:uuid:{random.Random(f'{kind}{url}{at}').getrandbits(128):032x}>"
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: {at}\r\nWARC-Record-ID: {identity}\r\n{target}"
    return f"{head}Content-Type: {content_type}\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def _http(body: bytes, status: str = "200 OK", more: str = "") -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode() + body


def _body(number: int) -> tuple[str, ...]:
    return tuple(f"{text} That was report number {number}." for text in odd_site.BODY)
