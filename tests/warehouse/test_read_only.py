"""`newshouse sql`: reads everything, writes nothing, cuts nothing."""

import json
from contextlib import closing

import pytest

from newshouse.database import connect
from newshouse.errors import WarehouseError
from newshouse.read_only import query
from tests.warehouse.captures import load_all, rows_of, staged


def test_a_table_is_aligned_and_shows_every_value_whole(warehouse_url: str) -> None:
    long = "x" * 300
    lines = list(query(warehouse_url, f"select 1 as n, '東京' as place, '{long}' as text union all select 22, null, e'a\\nb' order by 1"))
    assert lines == [
        "n  | place | text".ljust(0),
        f"---+-------+-{'-' * 300}",
        f"1  | 東京  | {long}",
        "22 |       | a\\nb",
        "(2 rows)",
    ]


def test_csv_has_a_head_line_and_quotes_what_needs_it(warehouse_url: str) -> None:
    lines = list(
        query(warehouse_url, "select 'a,b' as x, null::text as y, array['p', 'q'] as z, timestamptz '2025-09-17 12:00Z' as at", "csv")
    )
    assert lines == ["x,y,z,at", '"a,b",,"[""p"", ""q""]",2025-09-17T12:00:00+00:00']


@pytest.mark.parametrize("row_count", [0, 1, 1_001])
def test_json_is_one_array_with_an_object_per_row(warehouse_url: str, row_count: int) -> None:
    text = "\n".join(
        query(warehouse_url, f"select n, n / 2.0 as half, sum(n) over () as total from generate_series(1, {row_count}) as n", "json")
    )
    found = json.loads(text)
    assert len(found) == row_count
    assert found[:1] == ([{"n": 1, "half": 0.5, "total": sum(range(row_count + 1))}] if row_count else [])


@pytest.mark.parametrize(
    "statement",
    [
        "delete from warehouse.article returning article_key",
        "with gone as (delete from warehouse.article returning article_key) select * from gone",
        "select 1; drop table ops.run cascade",
        "commit; drop table ops.run cascade; select 1",
        "select 1; commit; truncate ops.run cascade",
        "create table mine ()",
        "select raw.ensure_capture_month('2025-01-01Z')",
        "select set_config('transaction_read_only', 'off', false), raw.ensure_capture_month('2025-01-01Z')",
        "do $$ begin delete from warehouse.article; end $$",
        "",
        "-- nothing",
    ],
)
def test_nothing_but_one_reading_statement_gets_through(warehouse_url: str, statement: str) -> None:
    with closing(connect(warehouse_url, application_name="test")) as connection, connection:
        load_all(connection, "one", [staged("https://courier.example/a")])
    with pytest.raises(WarehouseError):
        list(query(warehouse_url, statement))
    with closing(connect(warehouse_url, application_name="test")) as connection:
        assert rows_of(connection, "select count(*) from warehouse.article, ops.run") == [(1,)]
        assert rows_of(connection, "select to_regclass('mine') as mine, to_regclass('raw.capture_2025_01') as month") == [(None, None)]


@pytest.mark.parametrize(
    "statement", ["values (1)", "table ops.run", "with one as (select 1) select * from one;", "explain select 1", "show timezone"]
)
def test_every_kind_of_reading_statement_is_answered(warehouse_url: str, statement: str) -> None:
    assert list(query(warehouse_url, statement))


def test_a_mistake_is_shown_at_its_place(warehouse_url: str) -> None:
    with pytest.raises(WarehouseError) as raised:
        list(query(warehouse_url, "select headline,\n  nonsense\nfrom mart.article_current"))
    assert str(raised.value).splitlines() == ['column "nonsense" does not exist', "  nonsense", "  ^"]


@pytest.mark.parametrize(
    ("statement", "shown"),
    [
        ("select 1 +\n\n", ["", "^"]),
        ("select 'a\u2028b',\n  nonsense", ["  nonsense", "  ^"]),
        ("select '\f',\n  nonsense", ["  nonsense", "  ^"]),
    ],
)
def test_a_place_is_found_after_the_end_and_beside_odd_line_ends(warehouse_url: str, statement: str, shown: list[str]) -> None:
    with pytest.raises(WarehouseError) as raised:
        list(query(warehouse_url, statement))
    assert str(raised.value).split("\n")[1:3] == shown


@pytest.mark.parametrize("form", ["table", "csv", "json"])
@pytest.mark.parametrize("value", ["'0044-03-15 BC'::date", "'200000-01-01'::timestamptz"])
def test_a_date_that_has_no_form_is_told(warehouse_url: str, form: str, value: str) -> None:
    with pytest.raises(WarehouseError, match="write it as text"):
        list(query(warehouse_url, f"select {value} as day", form))


@pytest.mark.parametrize("value", ["'NaN'::numeric", "'Infinity'::numeric", "'-Infinity'::float8"])
def test_what_is_no_number_is_a_word_and_no_json(warehouse_url: str, value: str) -> None:
    assert list(query(warehouse_url, f"select {value} as n", "csv"))[1] in {"nan", "inf", "-inf"}
    with pytest.raises(WarehouseError, match="write it as text"):
        list(query(warehouse_url, f"select {value} as n", "json"))


@pytest.mark.parametrize("statement", ["select '\0'", "select '\udcff'"])
def test_a_statement_that_is_no_text_is_refused(warehouse_url: str, statement: str) -> None:
    with pytest.raises(WarehouseError, match="no character"):
        list(query(warehouse_url, statement))


def test_two_columns_of_one_name_are_no_json_object(warehouse_url: str) -> None:
    with pytest.raises(WarehouseError, match="two columns are called 'a'"):
        list(query(warehouse_url, "select 1 as a, 2 as a", "json"))


def test_rows_arrive_before_the_last_one_is_made(warehouse_url: str) -> None:
    lines = query(warehouse_url, "select generate_series(1, 1000000000000) as n", "csv")
    assert [next(lines), next(lines)] == ["n", "1"]
    lines.close()  # type: ignore[attr-defined]


def test_an_analyst_can_ask_too(warehouse_url: str) -> None:
    with closing(connect(warehouse_url, application_name="test")) as connection, connection.cursor() as cursor:
        cursor.execute("set role analyst")
        cursor.execute("select mart.open_query('select count(*) from mart.source_daily')")
        cursor.execute("fetch all from newshouse_reader")
        assert cursor.fetchall() == [(0,)]
