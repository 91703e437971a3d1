"""The tables: figures over the right pages, ratios over the same pages, and documents that say how it was done."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.docs_section import marks
from benchmarks.extraction_report import Report, report, settings_table, speed_table, write
from benchmarks.labelled_pages import LabelledPage
from benchmarks.peer_process import Answer
from benchmarks.peers import ALL_FIELDS, MEASURE, OURS, PARSE
from benchmarks.scoring import Fields
from benchmarks.side_by_side import Run
from newshouse.settings import PROJECT_FOLDER

BEGIN, END = marks("extraction")
TUNED_HOST, HELD_HOST = "herald.example", "gazette.example"
BODY = "The river rose by two metres overnight."


def page(id: str, host: str, gold: Fields, set_name: str = "atf") -> LabelledPage:
    return LabelledPage(set_name=set_name, id=id, url=f"https://{host}/{id}", path=Path("page.html.gz"), gold=gold)


def answer(fields: Fields, *, cpu_s: float = 0.01, failure: str | None = None, peak_bytes: int = 50_000_000) -> Answer:
    return Answer(fields=fields, cpu_s=cpu_s, failure=failure, peak_bytes=peak_bytes, network_calls=0)


def run(name: str, answers: Mapping[str, Answer], gives: frozenset[str] = ALL_FIELDS) -> Run:
    return Run(name=name, gives=gives, imported_bytes=30_000_000, answers=answers)


def cells(table: str) -> dict[str, dict[str, str]]:
    """The cells of a Markdown table, by the first of their row and the head of their column."""
    rows = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in table.splitlines()]
    return {row[0].strip(): dict(zip(rows[0][1:], row[1:], strict=True)) for row in rows[2:]}


def table_after(text: str, line: str) -> dict[str, dict[str, str]]:
    return cells(text.partition(f"{line}\n\n")[2].partition("\n\n")[0])


PAGES = [
    page("tuned", TUNED_HOST, Fields(headline="Flood", article_body=BODY)),
    page("held", HELD_HOST, Fields(headline="Flood", article_body=BODY)),
]
GOOD, POOR = Fields(headline="Flood", article_body=BODY), Fields(headline="Home", article_body="Cookies? Accept all of them.")
RUNS = [run(OURS, {"tuned": answer(POOR), "held": answer(GOOD)}), run("other", {"tuned": answer(GOOD), "held": answer(POOR)})]


def test_the_hosts_held_out_are_quoted_and_the_others_shown_beside_them() -> None:
    tables = report(RUNS, PAGES).tables
    assert table_after(tables, "Hosts held out:") == {
        OURS: {"atf": "**1.000**", "mean": "**1.000**"},
        "other": {"atf": "0.000", "mean": "0.000"},
    }
    assert table_after(tables, "Hosts tuned on:")["other"] == {"atf": "**1.000**", "mean": "**1.000**"}
    of_set = table_after(tables, "Hosts held out: 1, with 1 pages.")
    assert of_set[OURS] == {
        "pages": "1",
        "body F1": "**1.000**",
        "precision": "**1.000**",
        "recall": "**1.000**",
        "≥ 0.95": "**1.000**",
        "< 0.5": "**0.000**",
        "headline": "**1.000**",
    }
    assert of_set["other"]["< 0.5"] == "1.000"


def test_what_an_extractor_does_not_give_is_not_held_against_it() -> None:
    bodies_only = run("other", {"held": answer(GOOD)}, frozenset({"article_body"}))
    of_set = table_after(report([RUNS[0], bodies_only], PAGES[1:]).tables, "Hosts held out: 1, with 1 pages.")
    assert (of_set["other"]["headline"], of_set["other"]["body F1"]) == ("–", "**1.000**")


def test_extractors_that_saw_a_sample_are_compared_on_that_sample() -> None:
    pages = [page("1", HELD_HOST, Fields(article_body=BODY)), page("2", HELD_HOST, Fields(article_body=BODY))]
    ours = run(OURS, {"1": answer(GOOD), "2": answer(POOR)})
    slow = replace(run("slow", {"2": answer(GOOD)}), is_sampled=True)
    of_set = table_after(report([ours, slow], pages).tables, "Hosts held out: 1, with 2 pages.")
    assert {name: (row["pages"], row["body F1"]) for name, row in of_set.items()} == {
        OURS: ("2", "**0.500**"),
        f"{OURS}, same sample": ("1", "0.000"),
        "slow": ("1", "**1.000**"),
    }
    assert list(cells(speed_table([ours, slow], pages))) == [OURS, "slow"]


def test_attempts_to_use_the_network_are_told() -> None:
    asking = run("asking", {"held": replace(answer(GOOD), network_calls=3)})
    assert "Attempts to use the network, all refused: asking 3." in report([RUNS[0], asking], PAGES[1:]).tables
    assert "network" not in report(RUNS, PAGES).tables


def test_rouge_is_shown_where_it_is_published() -> None:
    fundus = [page("held", HELD_HOST, Fields(article_body=BODY), "fundus_parser")]
    of_set = table_after(report(RUNS, fundus).tables, "Hosts held out: 1, with 1 pages.")
    assert (of_set[OURS]["ROUGE-LSum"], of_set["other"]["ROUGE-LSum"]) == ("**1.000**", "0.000")


def test_times_are_compared_over_the_pages_that_both_saw() -> None:
    runs = [
        run(OURS, {"tuned": answer(GOOD, cpu_s=0.004), "held": answer(GOOD, cpu_s=0.006)}),
        run(MEASURE, {"tuned": answer(GOOD, cpu_s=0.03), "held": answer(GOOD, cpu_s=0.03)}),
        run("sampled", {"held": answer(GOOD, cpu_s=0.12)}),
        run(PARSE, {"tuned": answer(Fields(), cpu_s=0.001), "held": answer(Fields(), cpu_s=0.002)}, frozenset()),
    ]
    table = cells(speed_table(runs, PAGES))
    assert table[OURS]["CPU ms a page"] == "5.0"
    assert table[OURS]["pages a CPU s"] == "200"
    assert (table[OURS]["time in lxml parses"], table[OURS]["speed in trafilaturas"]) == ("3.33", "6.00")
    assert (table["sampled"]["time in lxml parses"], table["sampled"]["speed in trafilaturas"]) == ("60.00", "0.25")
    assert table[MEASURE]["speed in trafilaturas"] == "1.00"


def test_failures_empty_bodies_and_the_highest_peak_are_counted() -> None:
    answers = {"tuned": answer(Fields(), failure="ValueError", peak_bytes=90_000_000), "held": answer(Fields(headline="Flood"))}
    shown = cells(speed_table([run("other", answers), run("dates", answers, frozenset({"date_published"}))], PAGES))
    assert {name: shown["other"][name] for name in ("peak MB", "imported MB", "raised", "no body")} == {
        "peak MB": "90",
        "imported MB": "30",
        "raised": "1",
        "no body": "2",
    }
    assert shown["dates"]["no body"] == "–"


def test_tables_and_plot_replace_the_old_ones_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "images").mkdir()
    document = tmp_path / "benchmarks.md"
    document.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    write(Report(tables="new", plot="<svg/>"), tmp_path)
    write(Report(tables="newer", plot="<svg/>"), tmp_path)
    assert document.read_text(encoding="utf-8") == f"before\n{BEGIN}\n\nnewer\n\n{END}\nafter\n"
    assert (tmp_path / "images" / "extraction.svg").read_text(encoding="utf-8") == "<svg/>"


def test_a_document_without_the_markers_is_left_alone(tmp_path: Path) -> None:
    document = tmp_path / "benchmarks.md"
    document.write_text(f"by hand {END} {BEGIN}", encoding="utf-8")
    with pytest.raises(ValueError, match="has no <!-- extraction: begin -->"):
        write(Report(tables="new", plot="<svg/>"), tmp_path)
    assert document.read_text(encoding="utf-8") == f"by hand {END} {BEGIN}"


def test_the_document_says_how_every_extractor_is_called() -> None:
    shown = (PROJECT_FOLDER / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    assert settings_table() in shown, f"docs/benchmarks.md is stale, put in:\n{settings_table()}"
    assert shown.count(BEGIN) == shown.count(END) == 1
