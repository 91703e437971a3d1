"""The way to Postgres: COPY of any text, JSON, locks."""

import uuid
from contextlib import closing
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newshouse.database import Connection, DatabaseError, advisory_lock, as_json, connect, copy_rows, execute, rows, storable
from newshouse.errors import WarehouseError
from tests.warehouse.captures import rows_of

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=30)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT, texts=st.lists(ANY_TEXT, max_size=3), mapping=st.dictionaries(ANY_TEXT, ANY_TEXT, max_size=3))
def test_copy_brings_over_any_text_that_postgres_can_hold(
    warehouse: Connection, text: str, texts: list[str], mapping: dict[str, str]
) -> None:
    warehouse.rollback()
    with warehouse.cursor() as cursor:
        cursor.execute("create temporary table copied (t text, a text[], j jsonb)")
        copy_rows(cursor, "copied", ["t", "a", "j"], [(text, tuple(texts), mapping), (None, (), {})])
    cleaned = {storable(key): storable(value) for key, value in mapping.items()}
    assert rows_of(warehouse, "select t, a, j from copied") == [(storable(text), [storable(one) for one in texts], cleaned), (None, [], {})]


def test_copy_knows_the_other_types(warehouse: Connection) -> None:
    key, instant = uuid.uuid4(), datetime(2025, 9, 17, 12, 0, 0, 123456, tzinfo=UTC)
    with warehouse.cursor() as cursor:
        cursor.execute("create temporary table copied (u uuid, i timestamptz, b boolean, h bytea, n integer, l jsonb)")
        copy_rows(cursor, "copied", ["u", "i", "b", "h", "n", "l"], [(key, instant, True, b"\x00\\", 3, [{"a": 1}])])
    assert [(u, i, b, bytes(h), n, listed) for u, i, b, h, n, listed in rows_of(warehouse, "select * from copied")] == [
        (key, instant, True, b"\x00\\", 3, [{"a": 1}])
    ]


def test_rows_for_a_statement_keep_keys_instants_and_broken_text() -> None:
    key = uuid.UUID(int=7)
    assert as_json([{"k": key, "at": datetime(2025, 1, 1, tzinfo=UTC), "t": "\0\ud800"}]) == (
        f'[{{"k": "{key}", "at": "2025-01-01 00:00:00+00:00", "t": "\ufffd\ufffd"}}]'
    )


def test_a_named_statement_that_does_not_exist_is_an_error(warehouse: Connection) -> None:
    with pytest.raises(FileNotFoundError):
        execute(warehouse, "no_such_statement")


def test_a_lock_is_held_over_commits_and_refused_to_another_session(warehouse_url: str) -> None:
    with (
        closing(connect(warehouse_url, application_name="one")) as one,
        closing(connect(warehouse_url, application_name="two")) as two,
    ):
        with advisory_lock(one, "fetch courier"):
            one.commit()
            taken = advisory_lock(two, "fetch courier", timeout_s=0)
            with pytest.raises(WarehouseError, match="another process has held the lock 'fetch courier'"):
                taken.__enter__()
            with advisory_lock(two, "fetch gazette", timeout_s=0):
                pass
        with advisory_lock(two, "fetch courier", timeout_s=0):
            pass


def test_leaving_a_lock_commits_and_an_error_rolls_back(warehouse_url: str) -> None:
    with closing(connect(warehouse_url, application_name="one")) as one:
        with advisory_lock(one, "x"):
            _make_table(one, "kept")
        with pytest.raises(WarehouseError, match="on purpose"), advisory_lock(one, "x"):
            _fail_after_making(one, "lost")
        assert rows_of(one, "select to_regclass('kept') is null, to_regclass('lost') is null") == [(False, True)]


def test_a_read_only_connection_refuses_to_write(warehouse_url: str) -> None:
    with closing(connect(warehouse_url, application_name="one", is_read_only=True)) as one:
        assert rows_of(one, "show timezone") == [("UTC",)]
        with pytest.raises(DatabaseError, match="read-only transaction"):
            rows_of(one, "create table mine ()")


def test_where_nobody_answers_the_message_says_so_without_the_password() -> None:
    with pytest.raises(WarehouseError, match="no connection to the warehouse") as raised:
        connect("postgresql://someone:secret@127.0.0.1:1/warehouse", application_name="test")
    assert "secret" not in str(raised.value)


def test_rows_are_named(warehouse: Connection) -> None:
    assert rows(warehouse, "outcome_count", {"run_id": "none", "source_id": "none"})[0].discovered == 0


def _make_table(connection: Connection, name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"create table {name} ()")


def _fail_after_making(connection: Connection, name: str) -> None:
    _make_table(connection, name)
    raise WarehouseError("on purpose")
