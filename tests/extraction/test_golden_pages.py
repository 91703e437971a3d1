"""Saved pages and, beside each, the fields that its record must have: `NAME.html` and `NAME.json` in tests/pages."""

import json
from pathlib import Path

import pytest

from newshouse.extraction import extract
from newshouse.extraction.as_json import article_json
from newshouse.model import Page, Source

PAGES = sorted((Path(__file__).parent.parent / "pages").glob("*.html"))
TOKYO = Source(source_id="minato", name="みなと日報", homepage="https://minato-nippo.example/", language="ja", time_zone="Asia/Tokyo")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_saved_page_gives_the_record_beside_it(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    source = TOKYO if path.stem == "japanese" else None
    found = article_json(extract(Page(content=path.read_bytes(), url=expected["url"], content_type="text/html"), source))
    assert {name: found[name] for name in expected} == expected


def test_there_are_saved_pages() -> None:
    assert len(PAGES) >= 7
