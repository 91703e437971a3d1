"""The quality of extraction on all saved pages, pinned in floor.toml, so that no change lowers it unseen.

The pages in tests/pages/not_yet are those whose record extraction does not reach: their floor is how near it comes. Where a change comes
nearer, raise the floor.
"""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from benchmarks.scoring import body_scores, mean_scores
from newshouse.extraction import extract
from newshouse.extraction.as_json import article_json
from newshouse.model import Page, Source

FOLDER = Path(__file__).parent.parent / "pages"
GROUPS = {"reached": FOLDER, "not_yet": FOLDER / "not_yet"}
FLOOR = tomllib.loads((Path(__file__).parent / "floor.toml").read_text(encoding="utf-8"))
TOKYO = Source(source_id="minato", name="みなと日報", homepage="https://minato-nippo.example/", language="ja", time_zone="Asia/Tokyo")
ROUNDING = 0.0005


@pytest.mark.parametrize("group", GROUPS)
def test_no_figure_is_below_its_floor(group: str) -> None:
    reached, floor = _figures(group), FLOOR[group]
    assert {name: round(reached[name], 3) for name, least in floor.items() if reached[name] < least - ROUNDING} == {}


@pytest.mark.parametrize("group", GROUPS)
def test_the_floor_names_every_figure(group: str) -> None:
    assert set(FLOOR[group]) == set(_figures(group))


def test_the_floor_of_the_pages_not_yet_reached_is_not_left_behind() -> None:
    reached, floor = _figures("not_yet"), FLOOR["not_yet"]
    assert {name: round(value, 3) for name, value in reached.items() if value > floor[name] + ROUNDING} == {}, "raise the floor"


def _figures(group: str) -> dict[str, float]:
    """Precision, recall and F1 of the body, and for each other field the share of pages, of those whose record names it, that have it."""
    pairs = [_expected_and_found(path) for path in sorted(GROUPS[group].glob("*.html"))]
    body = mean_scores([body_scores(expected["article_body"], found["article_body"]) for expected, found in pairs])
    assert body is not None, "no saved pages"
    figures = {"body_precision": body.precision, "body_recall": body.recall, "body_f1": body.f1}
    for name in sorted({name for expected, _ in pairs for name in expected} - {"url", "article_body"}):
        equal = [found[name] == expected[name] for expected, found in pairs if name in expected]
        figures[name] = sum(equal) / len(equal)
    return figures


def _expected_and_found(path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    source = TOKYO if path.stem == "japanese" else None
    return expected, article_json(extract(Page(content=path.read_bytes(), url=expected["url"], content_type="text/html"), source))
