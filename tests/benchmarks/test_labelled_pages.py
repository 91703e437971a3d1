"""Labelled pages: read as they lie in their folder, halved by host, sampled the same way every time."""

import gzip
import json
from pathlib import Path

from benchmarks.labelled_pages import LabelledPage, by_host, data_folder, labelled_pages, sampled
from benchmarks.scoring import Fields


def page(id: str, url: str | None) -> LabelledPage:
    return LabelledPage(set_name="atf", id=id, url=url, path=Path("page.html.gz"), gold=Fields())


def test_a_set_is_read_with_the_labels_that_are_scored(tmp_path: Path) -> None:
    (tmp_path / "atf" / "html").mkdir(parents=True)
    (tmp_path / "atf" / "html" / "1.html.gz").write_bytes(gzip.compress(b"<p>Rain"))
    row = {"id": "atf/1", "url": "", "html_path": "html/1.html.gz", "gold": {"headline": "Rain", "image_url": "/rain.jpg"}}
    (tmp_path / "atf" / "pages.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    [found] = labelled_pages(tmp_path, "atf")
    assert (found.id, found.url, found.host, found.gold) == ("atf/1", None, "", Fields(headline="Rain"))
    assert found.content() == b"<p>Rain"


def test_all_pages_of_a_host_are_in_one_half_and_both_halves_have_hosts() -> None:
    hosts = [f"www.paper{number}.example" for number in range(40)]
    halves = {host: {page(str(number), f"https://{host}/{number}").half for number in range(5)} for host in hosts}
    assert all(len(half) == 1 for half in halves.values())
    assert set.union(*halves.values()) == {"tune", "held"}


def test_the_half_of_a_host_never_changes() -> None:
    hosts = ("herald.example", "gazette.example", "courier.example")
    assert [page("1", f"https://{host}/story").half for host in hosts] == ["tune", "held", "tune"]


def test_a_sample_is_the_same_every_time_and_keeps_the_order() -> None:
    pages = [page(str(number), None) for number in range(50)]
    chosen = sampled(pages, 10)
    assert chosen == sampled(pages, 10)
    assert chosen == [page for page in pages if page in chosen]
    assert len(chosen) == 10
    assert sampled(pages, 10, seed=2) != chosen
    assert sampled(pages, 50) == pages


def test_pages_without_a_url_belong_to_no_publisher() -> None:
    pages = [page("1", "https://a.example/1"), page("2", None), page("3", "https://a.example/3"), page("4", "https://b.example/4")]
    assert {host: [page.id for page in group] for host, group in by_host(pages).items()} == {"a.example": ["1", "3"], "b.example": ["4"]}


def test_the_data_is_where_the_environment_says_or_nowhere(tmp_path: Path) -> None:
    assert data_folder({}) is None
    assert data_folder({"NEWSHOUSE_BENCH_DATA": str(tmp_path)}) is None
    (tmp_path / "extraction").mkdir()
    assert data_folder({"NEWSHOUSE_BENCH_DATA": str(tmp_path)}) == tmp_path / "extraction"
