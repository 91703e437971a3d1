"""The scorer, on cases worked out by hand and, where the benchmark data is there, against the scorer that comes with it."""

import json
import os
import random
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from benchmarks.labelled_pages import data_folder, fields_of
from benchmarks.scoring import Fields, Figures, author_scores, body_scores, calendar_days, figures, is_same_day, snippets_found

THEIR_NAMES = {"body_precision": "body_p", "body_recall": "body_r"}


@pytest.mark.parametrize(
    ("gold", "predicted", "precision", "recall"),
    [
        ("one two three four five", "one two three four five", 1, 1),
        ("one two three four five", "one two three four", 1, 1 / 2),
        ("one two three four", "one two three four five six", 1 / 3, 1),
        ("one two three four", "four three two one", 0, 0),
        ("a b c d a b c d", "a b c d", 1, 1 / 5),  # the same run twice must be found twice
        ("a b c d", "a b c d a b c d", 1 / 5, 1),
        ("too short", "too short", 1, 1),
        ("too short", "too", 0, 0),
        ("“One, two” – three; four!", "One two\nthree four", 1, 1),  # marks and lines do not count
        ("One two three four", "one two three four", 0, 0),  # case does
        ("", "", 1, 1),
        ("one two three four", "", 0, 0),
        ("", "one two three four", 0, 0),
    ],
)
def test_bodies_agree_by_runs_of_four_words(gold: str, predicted: str, precision: float, recall: float) -> None:
    scores = body_scores(gold, predicted)
    assert (scores.precision, scores.recall) == (pytest.approx(precision), pytest.approx(recall))


def test_a_body_with_more_and_less_than_the_label_has_the_harmonic_mean() -> None:
    scores = body_scores("a b c d e f g h", "a b c d e x y z")
    assert (scores.precision, scores.recall, scores.f1) == (2 / 5, 2 / 5, pytest.approx(2 / 5))
    assert body_scores("a b c d", "x").f1 == 0


def test_the_f1_of_a_set_is_that_of_its_average_precision_and_recall() -> None:
    label = Fields(article_body="one two three four five")
    found = figures([(label, Fields(article_body="one two three four")), (label, Fields())])
    assert (found.body_precision, found.body_recall) == (0.5, 0.25)
    assert found.body_f1 == pytest.approx(1 / 3)
    assert (found.good, found.bad) == (0, 0.5)


def test_a_figure_is_over_the_labelled_pages_only() -> None:
    found = figures([(Fields(headline="Rain"), Fields(headline="Rain")), (Fields(article_body="Rain fell."), Fields(headline="Sun"))])
    assert (found.pages, found.headline, found.bad) == (2, 1, 1)
    assert (found.date, found.authors_f1, found.kept, found.leaked) == (None, None, None, None)


def test_headlines_agree_whatever_their_quotes_case_and_white_space() -> None:
    def share(gold: str, found: str | None) -> float | None:
        return figures([(Fields(headline=gold), Fields(headline=found))]).headline

    assert share("‘It’s over’ – mayor", "'IT'S  over' - Mayor") == 1
    assert share("½ ton of ﬁsh", "1⁄2 ton of fish") == 1
    assert share("Mayor resigns", "Mayor resigns | The Herald") == 0
    assert share("Mayor resigns", None) == 0


@pytest.mark.parametrize(
    ("gold", "found", "is_same"),
    [
        ("2024-03-01", "2024-03-01T23:30:00", True),
        ("2024-03-01", "2024-03-01T23:30:00-05:00", True),  # the day in the zone stated
        ("2024-03-02", "2024-03-01T23:30:00-05:00", True),  # the day in UTC
        ("2024-03-02T04:30:00Z", "2024-03-01T23:30:00-05:00", True),
        ("2024-03-02", "2024-03-01T23:30:00", False),
        ("2024-03-01", "2024-03-01, 5 pm", True),
        ("2024-03-01", None, False),
        ("soon", "soon", False),
    ],
)
def test_dates_agree_by_calendar_day(gold: str, found: str | None, is_same: bool) -> None:
    assert is_same_day(gold, found) is is_same


def test_a_moment_near_midnight_is_on_two_days() -> None:
    assert calendar_days(" 2024-03-01T23:30:00-05:00 ") == {"2024-03-01", "2024-03-02"}


def test_names_are_counted_over_all_pages_together() -> None:
    scores = author_scores([(["Ada Byrne", "Li Wei"], ["ADA BYRNE"]), (["Jo Park"], ["Jo Park", "Staff", "staff"]), ([], [])])
    assert scores is not None
    assert (scores.precision, scores.recall) == (pytest.approx(2 / 3), pytest.approx(2 / 3))


def test_snippets_are_looked_for_in_headline_and_body_and_empty_ones_are_no_snippets() -> None:
    found = Fields(headline="Rain at last", article_body="It rained.\nThe river rose.")
    assert snippets_found(["rain at LAST", "rained. The river", "snow", " … "], found) == [True, True, False]
    labels = Fields(must_contain=["the river", "snow"], must_not_contain=["rose"])
    assert (figures([(labels, found)]).kept, figures([(labels, found)]).leaked) == (0.5, 1)


@pytest.mark.parametrize(
    "set_name", ["fundus_parser", "atf", "wcxb_article_dev", "l3s_gn1", "cttf", "trafilatura_eval", "postlight", "newspaper4k_tests"]
)
def test_the_figures_are_those_of_the_scorer_beside_the_data(set_name: str, tmp_path: Path) -> None:
    folder = data_folder()
    if folder is None:
        pytest.skip("NOT TESTED: NEWSHOUSE_BENCH_DATA names no folder with benchmark data")
    pages = folder / set_name / "pages.jsonl"
    with pages.open(encoding="utf-8") as lines:  # not splitlines(): bodies have other line separators in them
        rows = [json.loads(line) for line in lines]
    spoiled = random.Random(7)
    found = {row["id"]: _spoiled(row["gold"], spoiled) for row in rows}
    predictions = tmp_path / "predictions.jsonl"
    predictions.write_text("".join(json.dumps({"id": id} | fields) + "\n" for id, fields in found.items()), encoding="utf-8")
    scorer = [sys.executable, str(folder.parent / "score_extraction.py"), str(pages), str(predictions), "--json"]
    theirs = json.loads(subprocess.run(scorer, capture_output=True, text=True, timeout=200, check=True, env=dict(os.environ)).stdout)
    ours = figures([(fields_of(row["gold"]), _nothing_if_rejected(found[row["id"]])) for row in rows])
    assert _under_their_names(ours) == pytest.approx(theirs, abs=1e-9)


def _under_their_names(found: Figures) -> dict[str, float]:
    return {THEIR_NAMES.get(name, name): value for name, value in asdict(found).items() if value is not None}


def _nothing_if_rejected(row: dict[str, object]) -> Fields:
    return Fields() if "rejected" in row else fields_of(row)


def _spoiled(gold: dict[str, object], spoiled: random.Random) -> dict[str, object]:
    """Fields as an extractor might find them: cut, doubled, in another zone, missing, or the page rejected."""
    fate = spoiled.random()
    if fate < 0.05:
        return {"rejected": "no_body"}
    lines = str(gold.get("article_body") or " ".join(map(str, gold.get("must_contain", ())))).split("\n")  # type: ignore[call-overload]
    body = "\n".join(line for line in lines if spoiled.random() > fate / 3)
    authors = [name for name in gold.get("authors") or () if spoiled.random() > 0.2]  # type: ignore[attr-defined]
    day = str(gold.get("date_published") or "2024-03-01")[:10]
    return {
        "headline": spoiled.choice([gold.get("headline"), str(gold.get("headline")).upper(), "Another headline", None]),
        "authors": spoiled.choice([authors, [*authors, "Jo Park"], None]),
        "date_published": spoiled.choice([day, f"{day}T23:30:00-05:00", f"{day}T04:30:00Z", "2001-02-03", None]),
        "article_body": spoiled.choice([body, f"{body}\n{body}", body.swapcase(), None]) if fate > 0.3 else body,
    }
