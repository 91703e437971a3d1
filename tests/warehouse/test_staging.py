"""What is stored of an article, and the hashes that tell records apart."""

from dataclasses import fields, replace
from datetime import datetime, timedelta, timezone

import pytest

from newshouse.database import Connection
from newshouse.model import Article
from newshouse.staging import RECORD_COLUMNS, record, record_hash, stage_articles, word_hashes
from tests.warehouse.captures import NOON, article, rows_of, staged

URL = "https://courier.example/a"
ONE = article(URL)


def test_every_field_of_an_article_is_stored_but_its_url() -> None:
    assert {field.name for field in fields(Article)} - {"url"} == set(RECORD_COLUMNS)


@pytest.mark.parametrize("field", sorted(set(RECORD_COLUMNS) - {"article_body", "authors", "keywords", "provenance"}))
def test_a_change_of_any_field_is_another_record(field: str) -> None:
    other = {
        "date_published": NOON - timedelta(1),
        "date_modified": NOON,
        "word_count": 7,
        "reading_time_minutes": 9,
        "is_accessible_for_free": True,
    }
    assert record_hash(record(replace(ONE, **{field: other.get(field, "other")}))) != record_hash(record(ONE))


def test_the_same_words_at_another_url_or_in_another_zone_are_the_same_record() -> None:
    elsewhere = replace(ONE, url="https://courier.example/b", date_published=NOON.astimezone(timezone(timedelta(hours=5))))
    assert record_hash(record(elsewhere)) == record_hash(record(ONE))


@pytest.mark.parametrize(
    ("changes", "same"),
    [
        ({"headline": "A  BRIDGE “opens” —"}, (True, True, True)),
        ({"headline": "Ａ bridge opens"}, (True, True, True)),  # full-width letter
        ({"headline": "A bridge shuts"}, (False, False, True)),
        ({"description": "At last."}, (False, True, True)),
        ({"article_body": "Other words."}, (False, True, False)),
        ({"article_body": ONE.article_body.replace(". ", ".\n")}, (True, True, True)),
    ],
)
def test_word_hashes_see_words_and_nothing_else(changes: dict[str, str], same: tuple[bool, bool, bool]) -> None:
    changed = _word_hashes(replace(ONE, **changes))
    assert tuple(one == other for one, other in zip(_word_hashes(ONE), changed, strict=True)) == same


def test_words_do_not_wander_between_headline_and_standfirst_unseen() -> None:
    one, other = replace(ONE, headline="A b", description="c"), replace(ONE, headline="A", description="b c")
    assert _word_hashes(one)[0] != _word_hashes(other)[0]


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="must be aware"):
        record(replace(ONE, date_modified=datetime(2025, 1, 1)))  # noqa: DTZ001


def test_staging_a_capture_again_replaces_its_row(warehouse: Connection) -> None:
    stage_articles(warehouse, "one", "courier", [staged(URL), staged(URL, hour=1)])
    assert stage_articles(warehouse, "one", "courier", [staged(URL, headline="Other"), staged(URL, headline="Other")]) == 1
    assert stage_articles(warehouse, "one", "courier", []) == 0
    assert rows_of(warehouse, "select headline from staging.article order by captured_at") == [("Other",), ("A bridge opens",)]


def _word_hashes(of: Article) -> tuple[bytes, bytes, bytes]:
    return word_hashes(of.headline, of.description, of.article_body)
