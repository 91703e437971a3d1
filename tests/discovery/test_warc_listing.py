"""The strategy `warc`: which of a file's captures are pages of the source."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from upath import UPath

from newshouse.discovery import discover
from newshouse.errors import Rejected, SourceFailed, SourceGone
from newshouse.model import Capture, DiscoveryRule, Reason, utc_day
from tests.discovery.answers import HOST, NOW, Shelf, capture_of, paper

PAGE = capture_of(f"{HOST}/1", content_type="text/html; charset=utf-8", captured_at=datetime(2025, 9, 17, 3, tzinfo=UTC))
CAPTURES = (
    PAGE,
    replace(PAGE, captured_at=NOW),
    replace(PAGE, url=f"{HOST}/gone", status=404),
    replace(PAGE, url=f"{HOST}/picture.jpg", content_type="image/jpeg"),
    replace(PAGE, url=f"{HOST}/2025/09/01/old"),
    replace(PAGE, url=f"{HOST}/captured-too-early", captured_at=datetime(2025, 9, 1, tzinfo=UTC)),
    replace(PAGE, url="https://elsewhere.example/1"),
)


def captures_of(file: str) -> Iterator[Capture]:
    if file.endswith("broken.warc.gz"):
        raise Rejected(Reason.UNREADABLE, "no WARC record")
    yield from CAPTURES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.warc.gz", "b.warc.gz", "broken.warc.gz"):
        (tmp_path / name).touch()
    return tmp_path


def test_the_pages_of_the_source_are_found_once_each(folder: Path) -> None:
    rule = DiscoveryRule(strategy="warc", url=f"{folder}/[ab].warc.gz")
    found = discover(paper(rule), utc_day(date(2025, 9, 17)), Shelf({}).ask, NOW, captures_of)
    assert [(ref.url, ref.via, ref.document_url) for ref in found.refs] == [(PAGE.url, "warc", f"{folder}/a.warc.gz")]
    assert found.reaches_past
    everything = discover(paper(rule), None, Shelf({}).ask, NOW, captures_of)
    assert [ref.url.removeprefix(HOST) for ref in everything.refs] == ["/1", "/2025/09/01/old", "/captured-too-early"]


def test_a_broken_file_does_not_hide_the_others(folder: Path) -> None:
    rule = DiscoveryRule(strategy="warc", url=f"{folder}/*.warc.gz")
    found = discover(paper(rule), None, Shelf({}).ask, NOW, captures_of)
    assert found.refs
    assert found.problems == (f"{folder}/broken.warc.gz: unreadable: no WARC record",)


def test_a_pattern_without_files_is_told(folder: Path) -> None:
    rule = DiscoveryRule(strategy="warc", url=f"{folder}/none/*.warc.gz")
    with pytest.raises(SourceGone, match="no such file"):
        discover(paper(rule), None, Shelf({}).ask, NOW, captures_of)
    with pytest.raises(SourceFailed, match="cannot be listed here"):
        discover(paper(rule), None, Shelf({}).ask, NOW)


@pytest.mark.parametrize("is_store", [False, True], ids=["a folder", "an object store"])
def test_of_files_named_by_day_those_of_the_interval_are_read(tmp_path: Path, is_store: bool) -> None:
    root = UPath(f"memory://{tmp_path.name}-by-day") if is_store else UPath(tmp_path)
    for name in (
        "2025/09/N-20250901-1.warc.gz",
        "2025/09/N-20250917-1.warc.gz",
        "2025/09/N-20250917-2.warc.gz",
        "2025/10/N-20251001-1.warc.gz",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"")
    read: list[str] = []

    def noted(file: str) -> Iterator[Capture]:
        read.append(file.rpartition("/")[2])
        assert UPath(file).exists()
        yield from CAPTURES

    rule = DiscoveryRule(strategy="warc", url=f"{root}/{{YYYY}}/{{MM}}/N-{{YYYY}}{{MM}}{{DD}}-*.warc.gz")
    found = discover(paper(rule), utc_day(date(2025, 9, 17)), Shelf({}).ask, NOW, noted)
    assert read == ["N-20250917-1.warc.gz", "N-20250917-2.warc.gz"]
    assert [ref.url for ref in found.refs] == [PAGE.url]
    assert found.reaches_past
    with pytest.raises(SourceGone, match="no such file"):
        discover(paper(rule), utc_day(date(2025, 9, 10)), Shelf({}).ask, NOW, noted)
