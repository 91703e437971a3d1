"""The views, and the questions of sql/examples, on a small loaded warehouse."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from newshouse import marts
from newshouse.capture_index import index_captures, open_warc_file
from newshouse.database import Connection
from newshouse.model import Author
from newshouse.settings import PROJECT_FOLDER
from tests.warehouse.captures import NOON, capture, load_all, rows_of, staged

EXAMPLES = sorted((PROJECT_FOLDER / "sql" / "examples").glob("*.sql"))
DAY = date(2025, 9, 17)
NOTICE = "The reading room of this paper is open to everyone on Thursdays, and there is tea for those who bring a cup."
ANSWERS = {
    "agency_or_own": [("Courier", 3, 1, 1, 1), ("Gazette", 1, 1, 0, 0)],
    "articles_about": [
        ("Courier", DAY, "Salmon return", "[salmon] passed the weir"),
        ("Gazette", DAY, "Salmon leap", "Many [salmon]"),
    ],
    "articles_of_a_day": [("Courier", NOON, "A bridge shuts", 36), ("Gazette", NOON + timedelta(hours=2), "At the river", 36)],
    "busiest_days": [("Courier", DAY, 1, 36), ("Courier", DAY + timedelta(days=1), 1, 36), ("Gazette", DAY, 1, 36)],
    "edits_after_publishing": [("Courier", 2, 1, 50, 1, 0, 0), ("Gazette", 1, 0, 0, 0, 0, 0)],
    "full_fields": [
        *(("Courier", field, 3, filled) for field, filled in (("article_section", 100), ("in_language", 100), ("authors", 67))),
        *(("Courier", field, 3, 0) for field in ("description", "image_url", "keywords")),
        *(("Gazette", field, 1, 100) for field in ("article_section", "authors", "in_language")),
        *(("Gazette", field, 1, 0) for field in ("description", "image_url", "keywords")),
    ],
    "headlines_as_of": [("Courier", "A bridge opens", "A bridge shuts", 0)],
    "missing_days": [("Courier", 1, "18 Thu"), ("Gazette", 2, "18 Thu, 19 Fri")],
    "edited_words": [
        ("courier", "https://courier.example/c", "correction", timedelta(hours=3), "30", "300 ... Correction: 300 metres, not 30.")
    ],
    "most_published_authors": [("Ann Lee", "courier", 1), ("Ann Lee", "gazette", 1), ("Bo Ek", "courier", 1)],
    "rewritten_headlines": [("courier", "https://courier.example/a", "A bridge opens", "A bridge shuts", timedelta(hours=1))],
    "sections_and_lengths": [
        ("Courier", "River", 2, 67, 3),
        ("Courier", "Weather", 1, 33, 3),
        ("Gazette", "River", 1, 100, 2),
    ],
    "trending_terms": [("salmon", 2, 0, 2)],
    "weekday_rhythm": [("Courier", 0, 0, 2, 0, 1, 0), ("Gazette", 0, 0, 1, 0, 0, 0)],
    "what_publishers_repeat": [("Gazette", NOTICE, 8, 100, DAY, DAY)],
    "who_copies_whom": [("courier", "gazette", 1, timedelta(hours=2), 1, Decimal("1.00"))],
}

LOADED = {  # the fixture that an example is asked of, where it is not `small`
    **dict.fromkeys(
        (
            "agency_or_own",
            "articles_about",
            "full_fields",
            "missing_days",
            "sections_and_lengths",
            "trending_terms",
            "weekday_rhythm",
        ),
        "september",
    ),
    "edited_words": "corrected",
    "what_publishers_repeat": "repeating",
}


@pytest.fixture
def small(warehouse: Connection) -> Connection:
    """Two sources: an article with an edit and a copy of it, and one of the next day."""
    arrivals = [
        staged("https://courier.example/a"),
        staged("https://courier.example/a", hour=1, digest="b", headline="A bridge shuts"),
        staged(
            "https://courier.example/b",
            headline="Rain",
            body="It rained. " * 18,
            authors=["Bo Ek"],
            date_published=NOON + timedelta(days=1),
        ),
        staged("https://gazette.example/a", source_id="gazette", headline="At the river", date_published=NOON + timedelta(hours=2)),
    ]
    load_all(warehouse, "one", arrivals)
    marts.refresh_portion(warehouse)
    return warehouse


@pytest.fixture
def september(warehouse: Connection) -> Connection:
    """Articles of two sources on a Wednesday, and of one on the Friday after it."""
    said = {"in_language": "en", "article_section": "River"}
    agency = (Author(name="Meridian Wire", is_organization=True),)
    rain = staged("https://courier.example/d", headline="Rain", body="It rained again.", in_language="en", article_section="Weather")
    rain = replace(rain, article=replace(rain.article, authors=agency, date_published=NOON + timedelta(days=2)))
    arrivals = [
        staged("https://courier.example/a", headline="Salmon return", body="The salmon passed the weir.", **said),
        staged("https://courier.example/b", headline="Ferry late", body="It was late.", authors=(), **said),
        staged("https://gazette.example/c", source_id="gazette", headline="Salmon leap", body="Many salmon.", **said),
        rain,
    ]
    load_all(warehouse, "one", arrivals)
    marts.refresh_portion(warehouse)
    return warehouse


@pytest.fixture
def repeating(warehouse: Connection) -> Connection:
    """A source that hangs the same notice under eight articles."""
    words = ("Rain", "Snow", "Wind", "Hail", "Frost", "Thaw", "Fog", "Sun")
    load_all(
        warehouse,
        "one",
        [
            staged(f"https://gazette.example/{word}", source_id="gazette", headline=word, body=f"{word} lay on the moor all day.\n{NOTICE}")
            for word in words
        ],
    )
    return warehouse


@pytest.fixture
def corrected(warehouse: Connection) -> Connection:
    """An article with a correction."""
    url, text = "https://courier.example/c", "The bridge is {} metres long, the mayor said on Monday when she opened it."
    corrected_text = f"{text.format(300)}\nCorrection: 300 metres, not 30."
    load_all(warehouse, "one", [staged(url, body=text.format(30)), staged(url, hour=3, digest="b", body=corrected_text)])
    return warehouse


def test_every_example_is_tested() -> None:
    assert [path.stem for path in EXAMPLES] == sorted(ANSWERS)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_answers_its_question(example: Path, request: pytest.FixtureRequest) -> None:
    loaded = request.getfixturevalue(LOADED.get(example.stem, "small"))
    assert rows_of(loaded, example.read_text()) == ANSWERS[example.stem]


def test_an_article_stands_once_with_what_it_says_now(small: Connection) -> None:
    query = "select headline, revision_count, is_copy, published_on from mart.article_current order by source_id, url"
    assert rows_of(small, query) == [
        ("A bridge shuts", 2, False, DAY),
        ("Rain", 1, False, DAY + timedelta(days=1)),
        ("At the river", 1, True, DAY),
    ]


def test_a_page_that_is_gone_is_a_withdrawal_at_the_first_capture_that_says_so(small: Connection) -> None:
    gone = [replace(capture("https://courier.example/b", hour=hour), status=410) for hour in (30, 40)]
    open_warc_file(small, "courier.warc.gz", "courier", now=NOON)
    index_captures(small, gone)
    with small.cursor() as cursor:
        cursor.execute("update warehouse.article set pub_status = 'gone' where url = 'https://courier.example/b'")
    query = "select change_kind, headline_before, headline_after, stood_for from mart.article_change order by changed_at"
    assert rows_of(small, query) == [
        ("headline", "A bridge opens", "A bridge shuts", timedelta(hours=1)),
        ("withdrawn", "Rain", None, timedelta(hours=30)),
    ]


def test_a_day_counts_articles_words_revisions_and_copies(small: Connection) -> None:
    query = "select source_id, published_on, article_count, word_count, revised_count, copy_count from mart.source_daily order by 1, 2"
    assert rows_of(small, query) == [
        ("courier", DAY, 1, 36, 1, 0),
        ("courier", DAY + timedelta(days=1), 1, 36, 0, 0),
        ("gazette", DAY, 1, 36, 0, 1),
    ]


def test_an_analyst_can_read_every_view(small: Connection) -> None:
    views = rows_of(small, "select schemaname || '.' || viewname from pg_views where schemaname in ('mart', 'warehouse')")
    with small.cursor() as cursor:
        cursor.execute("set local role analyst")
        for (view,) in views:
            cursor.execute(f"select count(*) from {view}")
    assert len(views) >= 6
