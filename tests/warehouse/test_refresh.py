"""The refresh of search and marts: its cost follows the changes, its result is a function of the warehouse alone."""

from contextlib import closing
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from newshouse import marts
from newshouse.database import Connection, connect, execute
from newshouse.staging import StagedArticle
from tests.warehouse.captures import NOON, load_all, rows_of, staged
from tests.warehouse.test_law_two import deliveries

DERIVED = (
    "warehouse.article_search",
    "mart.fact_article",
    "mart.fact_source_day",
    "mart.fact_language_day",
    "mart.fact_term_day",
    "mart.dim_section",
)
DAY = date(2025, 9, 17)
URL = "https://courier.example/a"


def derived(connection: Connection) -> dict[str, list[str]]:
    return {table: [line for (line,) in rows_of(connection, f"select t::text as line from {table} as t order by 1")] for table in DERIVED}


def rebuilt(connection: Connection) -> dict[str, list[str]]:
    marts.start_over(connection)
    while marts.refresh_portion(connection)["changes"]:
        pass
    return derived(connection)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(delivery=deliveries())
def test_a_refresh_after_each_load_gives_what_a_full_one_gives(
    warehouse: Connection, delivery: tuple[list[StagedArticle], list[list[StagedArticle]]]
) -> None:
    warehouse.rollback()
    for number, batch in enumerate(delivery[1]):
        load_all(warehouse, f"batch {number}", batch)
        marts.refresh_portion(warehouse)
    step_by_step = derived(warehouse)
    assert step_by_step == rebuilt(warehouse)
    assert step_by_step["mart.fact_article"] != []


@pytest.mark.parametrize("portion", [1, 2, 100])
def test_the_size_of_the_portions_does_not_show(warehouse_url: str, monkeypatch: pytest.MonkeyPatch, portion: int) -> None:
    monkeypatch.setattr(marts, "PORTION", portion)
    with closing(connect(warehouse_url, application_name="newshouse tests")) as connection:
        load_all(connection, "one", [staged(f"{URL}{number}", article_section=f"Part {number % 2}") for number in range(4)])
        connection.commit()
        counts = marts.refresh(connection)
        assert counts["fact"] >= 4
        assert marts.refresh(connection)["changes"] == 0
        assert derived(connection) == rebuilt(connection)


def test_a_refresh_reads_only_the_texts_that_have_changed_since_they_were_indexed(
    warehouse_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marts, "PORTION", 3)
    with closing(connect(warehouse_url, application_name="newshouse tests")) as connection:
        load_all(connection, "one", [staged(f"{URL}{number}") for number in range(5)])
        connection.commit()
        assert (marts.index(connection), marts.index(connection)) == (5, 0)
        load_all(connection, "two", [staged(f"{URL}1", hour=1, digest="b", headline="Another")])
        connection.commit()
        counts = marts.refresh(connection)
        assert (counts["search"], counts["fact"] >= 5) == (1, True)
        assert derived(connection) == rebuilt(connection)


def test_an_article_that_moves_to_another_day_and_section_leaves_no_trace_on_the_old_ones(warehouse: Connection) -> None:
    load_all(warehouse, "one", [staged(URL, article_section="Harbour", in_language="en", headline="Ships")])
    marts.refresh_portion(warehouse)
    later = NOON + timedelta(days=3)
    said = {"article_section": "Port", "date_published": later, "in_language": "de", "headline": "Schiffe"}
    load_all(warehouse, "two", [staged(URL, hour=1, digest="b", **said)])
    marts.refresh_portion(warehouse)
    assert rows_of(warehouse, "select article_section from mart.dim_section") == [("Port",)]
    assert rows_of(warehouse, "select published_on, article_count from mart.source_daily") == [(later.date(), 1)]
    assert rows_of(warehouse, "select in_language, published_on, term, article_count from mart.term_daily") == [
        ("de", later.date(), "schiffe", 1)
    ]
    assert rows_of(warehouse, "select in_language, published_on, article_count from mart.fact_language_day") == [("de", later.date(), 1)]


def test_an_article_that_is_taken_out_counts_nowhere_any_more(warehouse: Connection) -> None:
    load_all(warehouse, "one", [staged(URL, article_section="Harbour"), staged(f"{URL}b")])
    marts.refresh_portion(warehouse)
    with warehouse.cursor() as cursor:
        cursor.execute("set constraints all deferred")
        cursor.execute("delete from warehouse.article where url = %s", (URL,))
    marts.refresh_portion(warehouse)
    assert rows_of(warehouse, "select article_count from mart.source_daily") == [(1,)]
    assert rows_of(warehouse, "select * from mart.dim_section") == []
    assert rows_of(warehouse, "select distinct article_count from mart.fact_term_day") == [(1,)]


def test_a_withdrawn_article_counts_as_gone(warehouse: Connection) -> None:
    load_all(warehouse, "one", [staged(URL)])
    with warehouse.cursor() as cursor:
        cursor.execute("update warehouse.article set pub_status = 'gone'")
    marts.refresh_portion(warehouse)
    assert rows_of(warehouse, "select gone_count from mart.source_daily") == [(1,)]


def test_edits_are_counted_under_the_day_of_publication(warehouse: Connection) -> None:
    load_all(
        warehouse,
        "one",
        [
            staged(URL),
            staged(URL, hour=1, digest="b", headline="A bridge shuts"),
            staged(URL, hour=2, digest="c", headline="A bridge shuts", body="It is shut. " * 20),
            staged(f"{URL}b"),
        ],
    )
    marts.refresh_portion(warehouse)
    query = (
        "select published_on, article_count, revised_count, headline_revised_count, body_revised_count, correction_count,"
        " revised_share, median_time_to_edit from mart.edit_activity"
    )
    assert rows_of(warehouse, query) == [(DAY, 2, 1, 1, 1, 0, 0.5, timedelta(hours=1))]


def test_the_past_is_asked_for_by_its_instant(warehouse: Connection) -> None:
    load_all(warehouse, "one", [staged(URL), staged(URL, hour=2, digest="b", headline="A bridge shuts")])
    query = "select headline from mart.article_as_of(%s)"
    asked = [NOON - timedelta(seconds=1), NOON, NOON + timedelta(hours=2) - timedelta(seconds=1), NOON + timedelta(hours=2)]
    assert [rows_of(warehouse, query, instant) for instant in asked] == [
        [],
        [("A bridge opens",)],
        [("A bridge opens",)],
        [("A bridge shuts",)],
    ]


def test_a_term_is_told_by_what_is_usual_for_it(warehouse: Connection) -> None:
    arrivals = [
        staged(
            f"{URL}{day}{number}",
            headline=f"The ferry {'and the storm' if day == 9 and number < 3 else 'is on time'}",
            in_language="en-GB",
            date_published=NOON + timedelta(days=day),
        )
        for day in range(10)
        for number in range(4)
    ]
    load_all(warehouse, "one", arrivals)
    marts.refresh_portion(warehouse)
    query = (
        "select term, article_count, usual_share, expected_count, round(surprise::numeric, 2)::float from mart.term_daily"
        " where published_on = %s and in_language = 'en' order by surprise desc, term"
    )
    assert rows_of(warehouse, query, DAY + timedelta(days=9)) == [("storm", 3, 0, 0, 3), ("ferry", 4, 1, 4, 0), ("time", 1, 1, 4, -1.34)]


def test_health_compares_a_day_with_the_weeks_before(warehouse: Connection) -> None:
    arrivals = [
        staged(f"{URL}{day}", description="Said before." if day < 3 else None, date_published=NOON + timedelta(days=day))
        for day in range(4)
    ]
    load_all(warehouse, "one", arrivals)
    marts.refresh_portion(warehouse)
    query = (
        "select article_count, filled_count, fill_rate, usual_fill_rate, round(usual_article_count, 2)::float from mart.source_health"
        " where field = %s and published_on = %s"
    )
    assert rows_of(warehouse, query, "description", DAY + timedelta(days=3)) == [(1, 0, 0, 1, 0.11)]
    assert rows_of(warehouse, query, "authors", DAY) == [(1, 1, 1, None, 0)]


def test_freshness_tells_the_newest_article_and_how_often_there_is_one(warehouse: Connection) -> None:
    load_all(warehouse, "one", [staged(f"{URL}{day}", date_published=NOON + timedelta(days=day)) for day in range(4)])
    marts.refresh_portion(warehouse)
    query = "select source_id, latest_published_at, latest_seen_at, recent_article_count, usual_gap from mart.freshness order by 1"
    assert rows_of(warehouse, query) == [
        ("courier", NOON + timedelta(days=3), NOON, 4, timedelta(days=7)),
        ("gazette", None, None, None, None),
    ]


def test_the_dimensions_fit_the_facts(warehouse: Connection) -> None:
    load_all(
        warehouse,
        "one",
        [staged(URL, article_section="Harbour", authors=["Ann Lee", "Bo Ek"]), staged(f"{URL}b", date_published=NOON + timedelta(days=2))],
    )
    marts.refresh_portion(warehouse)
    query = (
        "select dim_date.date_on, dim_date.day_of_week, dim_source.name, dim_section.article_section, dim_author.name"
        " from mart.dim_date"
        " left join mart.fact_article on fact_article.published_on = dim_date.date_on"
        " left join mart.dim_source using (source_id)"
        " left join mart.dim_section using (section_key)"
        " left join mart.bridge_article_author using (article_key)"
        " left join mart.dim_author using (author_key)"
        " order by dim_date.date_on, bridge_article_author.position"
    )
    assert rows_of(warehouse, query) == [
        (DAY, 3, "Courier", "Harbour", "Ann Lee"),
        (DAY, 3, "Courier", "Harbour", "Bo Ek"),
        (DAY + timedelta(days=1), 4, None, None, None),
        (DAY + timedelta(days=2), 5, "Courier", None, "Ann Lee"),
    ]


def test_a_refresh_that_is_killed_leaves_its_changes_for_the_next(warehouse_url: str) -> None:
    with closing(connect(warehouse_url, application_name="newshouse tests")) as connection:
        load_all(connection, "one", [staged(URL)])
        connection.commit()
        marts.refresh_portion(connection)
        connection.rollback()
        execute(connection, "refresh_lock")
        assert derived(connection)["mart.fact_article"] == []
        connection.rollback()
        assert marts.refresh(connection)["fact"] == 1
