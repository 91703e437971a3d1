"""The full text search: what is found, in which order, and how it is shown."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date, timedelta
from typing import Any

import pytest

from newshouse import marts
from newshouse.database import Connection, connect
from newshouse.staging import StagedArticle
from tests.warehouse.captures import NOON, load_all, rows_of, staged

DAY = date(2025, 9, 17)


def text(name: str, headline: str, body: str, *, source_id: str = "courier", **said: Any) -> StagedArticle:
    return staged(f"https://{source_id}.example/{name}", source_id=source_id, headline=headline, body=body, **said)


ARRIVALS = (
    text("bridge", "A bridge opens", "Nine years of work are over: walkers crossed the river on Monday.", in_language="en-GB"),
    text(
        "walk",
        "A walk in the rain",
        "It leads over bridges and along the river.",
        in_language="en",
        date_published=NOON + timedelta(days=1),
    ),
    text("bruecke", "Neue Brücken für Radfahrer", "Die Stadt hat gestern zwei Brücken geöffnet.", source_id="gazette", in_language="de"),
    text("most", "Nowy most otwarty", "Most przez rzekę jest otwarty.", source_id="gazette", in_language="xx", date_published=None),
)


@pytest.fixture
def small(warehouse: Connection) -> Connection:
    load_all(warehouse, "one", ARRIVALS)
    refresh(warehouse)
    return warehouse


def refresh(connection: Connection) -> dict[str, int]:
    """Without the commits, so that the test can be rolled back."""
    return dict(marts.refresh_portion(connection))


def found(connection: Connection, query: str, more: str = "") -> list[str]:
    return [url.rpartition("/")[2] for (url,) in rows_of(connection, f"select url from mart.search_article(%s{more})", query)]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("bridge", ["bridge", "walk"]),  # in the headline before in the text
        ("opening bridges", ["bridge"]),
        ('"along the river"', ["walk"]),
        ('"the along river"', []),
        ("river -rain", ["bridge"]),
        ("rain or walkers", ["walk", "bridge"]),
        ("Brücke", ["bruecke"]),
        ("otwarty", ["most"]),
        ("the", []),
        ("", []),
        ("') or true --", []),
        ("\\ & | ! : * <->", []),
    ],
)
def test_words_are_found_by_the_rules_of_each_articles_language(small: Connection, query: str, names: list[str]) -> None:
    assert found(small, query) == names


@pytest.mark.parametrize(
    ("more", "names"),
    [
        (", source_ids => array['gazette']", []),
        (", source_ids => array['courier', 'gazette']", ["bridge", "walk"]),
        (", published_from => '2025-09-18'", ["walk"]),
        (", published_to => '2025-09-17'", ["bridge"]),
        (", published_from => '2025-09-17', published_to => '2025-09-18'", ["bridge", "walk"]),
        (", language => 'en'", ["bridge", "walk"]),
        (", language => 'EN-gb'", ["bridge"]),
        (", language => 'e'", []),
        (", max_rows => 1", ["bridge"]),
        (", max_rows => 1, skip_rows => 1", ["walk"]),
    ],
)
def test_filters_and_pages_narrow_what_is_found(small: Connection, more: str, names: list[str]) -> None:
    assert found(small, "bridge", more) == names


def test_the_snippet_marks_matches_with_characters_that_the_text_cannot_hold(warehouse: Connection) -> None:
    load_all(warehouse, "one", [text("sly", "Sly", "A sly \ue000text <b>marks</b> a bridge \ue001by itself.", in_language="en")])
    refresh(warehouse)
    assert rows_of(warehouse, "select headline, source_name, date_published, in_language, snippet from mart.search_article('bridge')") == [
        ("Sly", "Courier", NOON, "en", "text  marks  a \ue000bridge\ue001 by itself")
    ]


def test_an_analyst_may_search(small: Connection) -> None:
    with small.cursor() as cursor:
        cursor.execute("set local role analyst")
    assert found(small, "bridge") == ["bridge", "walk"]


def test_words_that_nearly_every_article_has_are_found_all_the_same(warehouse: Connection) -> None:
    bodies = ["The mayor thanked the council.", *("The council met and thanked the mayor." for _ in range(219))]
    arrivals = [
        text(f"{place}", f"Sitting {place}", body, in_language="en", date_published=NOON + timedelta(minutes=place))
        for place, body in enumerate(bodies)
    ]
    load_all(warehouse, "one", arrivals)
    refresh(warehouse)
    search = "select count(*), min(headline) from mart.search_article(%s, max_rows => 1000)"
    assert rows_of(warehouse, search, "council") == [(220, "Sitting 0")]
    assert rows_of(warehouse, search, '"council met"') == [(219, "Sitting 1")]
    assert rows_of(warehouse, search, '"thanked the council"') == [(1, "Sitting 0")]  # frequent words in a rare order
    assert rows_of(warehouse, search.replace("%s", "%s, published_to => '2025-09-16'"), "council") == [(0, None)]


def test_an_edit_is_found_by_its_new_words_only(small: Connection) -> None:
    load_all(small, "two", [text("bridge", "A tunnel opens", "Digging is over.", in_language="en-GB", hour=1, digest="b")])
    assert found(small, "tunnel") == []  # the load does not pay for it
    assert refresh(small)["search"] == 1
    assert (found(small, "tunnel"), found(small, "bridge")) == (["bridge"], ["walk"])


def test_what_did_not_change_is_not_read_again(small: Connection) -> None:
    load_all(small, "two", ARRIVALS)
    assert refresh(small) == {"changes": 0}
    with small.cursor() as cursor:
        cursor.execute("update warehouse.article set pub_status = 'gone'")
    assert refresh(small) == {"changes": 4, "search": 0, "fact": 4, "source_day": 3, "term_day": 0}


def test_an_article_that_is_taken_out_is_not_found_any_more(small: Connection) -> None:
    with small.cursor() as cursor:
        cursor.execute("set constraints all deferred; delete from warehouse.article where url like '%/bridge'")
    assert found(small, "bridge") == ["walk"]


def test_a_body_too_long_for_postgres_is_found_by_its_beginning(warehouse: Connection) -> None:
    body = "bridge " + " ".join(f"{number:x}größe" for number in range(120_000))
    load_all(warehouse, "one", [text("long", "Long", body, in_language="de")])
    assert refresh(warehouse)["search"] == 1
    assert found(warehouse, "bridge") == ["long"]


def test_overlapping_refreshes_take_each_article_once(warehouse_url: str) -> None:
    with closing(connect(warehouse_url, application_name="newshouse tests")) as connection, connection:
        load_all(connection, "one", ARRIVALS)

    def one_refresh(_: int) -> int:
        with closing(connect(warehouse_url, application_name="newshouse tests")) as connection:
            return marts.refresh(connection)["changes"]

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(one_refresh, range(4))) == len(ARRIVALS)
