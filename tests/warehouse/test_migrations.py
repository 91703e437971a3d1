"""The schema: applied once, refused when edited, described to the last column."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from newshouse.database import Connection, connect
from newshouse.errors import WarehouseError
from newshouse.migrations import MARTS, MIGRATIONS, migrate, pending, require_migrated
from newshouse.model import article_key


def silent(_: str) -> None:
    pass


@pytest.fixture
def empty_url(postgres_url: str, warehouse_url: str) -> str:
    """A database without any of our schemas."""
    with closing(connect(warehouse_url, application_name="test")) as connection, connection, connection.cursor() as cursor:
        cursor.execute("drop schema ops, raw, staging, warehouse, mart cascade")
    return warehouse_url


@pytest.fixture
def folders(tmp_path: Path) -> dict[str, Path]:
    for name in ("migrations", "marts"):
        (tmp_path / name).mkdir()
    (tmp_path / "migrations" / "0001_shelf.sql").write_text("create table ops.shelf (width_cm integer);\n")
    (tmp_path / "marts" / "wide.sql").write_text("drop view if exists ops.wide;\ncreate view ops.wide as select width_cm from ops.shelf;\n")
    return {"migrations": tmp_path / "migrations", "marts": tmp_path / "marts"}


def test_a_second_migration_has_nothing_to_do(warehouse_url: str) -> None:
    assert migrate(warehouse_url, silent) == []


def test_every_file_is_applied_in_the_order_of_its_number(empty_url: str) -> None:
    assert migrate(empty_url, silent) == [*sorted(path.stem for path in MIGRATIONS.glob("*.sql")), "marts"]
    assert list(MARTS.glob("*.sql"))


def test_several_runners_at_once_apply_each_file_once(empty_url: str) -> None:
    with ThreadPoolExecutor(5) as runners:
        applied = [name for names in runners.map(lambda _: migrate(empty_url, silent), range(5)) for name in names]
    assert sorted(applied) == sorted([*(path.stem for path in MIGRATIONS.glob("*.sql")), "marts"])


def test_an_edited_migration_is_refused_and_line_ends_are_no_edit(empty_url: str, folders: dict[str, Path]) -> None:
    migrate(empty_url, silent, **folders)
    shelf = folders["migrations"] / "0001_shelf.sql"
    shelf.write_bytes(shelf.read_bytes().replace(b"\n", b"\r\n"))
    assert migrate(empty_url, silent, **folders) == []
    shelf.write_text("create table ops.shelf (width_mm integer);\n")
    with pytest.raises(WarehouseError, match="0001_shelf was edited"):
        migrate(empty_url, silent, **folders)


def test_a_failing_migration_leaves_no_trace_and_says_what_postgres_said(empty_url: str, folders: dict[str, Path]) -> None:
    (folders["migrations"] / "0002_broken.sql").write_text("create table ops.door (id integer);\nselect nonsense;\n")
    with pytest.raises(WarehouseError, match=r'0002_broken.*column "nonsense" does not exist'):
        migrate(empty_url, silent, **folders)
    (folders["migrations"] / "0002_broken.sql").write_text("create table ops.door (id integer);\n")
    assert migrate(empty_url, silent, **folders) == ["0002_broken", "marts"]


def test_a_warehouse_newer_than_the_checkout_is_refused(empty_url: str, folders: dict[str, Path]) -> None:
    migrate(empty_url, silent, **folders)
    (folders["migrations"] / "0001_shelf.sql").unlink()
    with pytest.raises(WarehouseError, match="update the checkout"):
        migrate(empty_url, silent, **folders)


def test_a_changed_view_is_made_anew(empty_url: str, folders: dict[str, Path]) -> None:
    migrate(empty_url, silent, **folders)
    (folders["marts"] / "wide.sql").write_text("drop view if exists ops.wide;\ncreate view ops.wide as select 1 as one;\n")
    assert migrate(empty_url, silent, **folders) == ["marts"]


def test_a_stage_that_meets_an_old_schema_says_what_to_run(empty_url: str) -> None:
    with closing(connect(empty_url, application_name="test")) as connection:
        assert pending(connection)
        with pytest.raises(WarehouseError, match="run `newshouse migrate`"):
            require_migrated(connection)


def test_every_schema_table_view_column_and_function_has_a_comment(warehouse: Connection) -> None:
    with warehouse.cursor() as cursor:
        cursor.execute(
            """
            with ours as (
                select oid, nspname from pg_namespace where nspname in ('ops', 'raw', 'staging', 'warehouse', 'mart')
            )
            select nspname as thing from ours where obj_description(oid, 'pg_namespace') is null
            union all
            select format('%s.%s', nspname, relname) from pg_class join ours on ours.oid = relnamespace
            where relkind in ('r', 'v', 'm', 'p') and not relispartition and obj_description(pg_class.oid, 'pg_class') is null
            union all
            select format('%s.%s.%s', nspname, relname, attname) from pg_class join ours on ours.oid = relnamespace
            join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
            where relkind in ('r', 'v', 'm', 'p') and not relispartition and col_description(pg_class.oid, attnum) is null
            union all
            select format('%s.%s', nspname, proname) from pg_proc join ours on ours.oid = pronamespace
            where obj_description(pg_proc.oid, 'pg_proc') is null
            """
        )
        assert [row.thing for row in cursor.fetchall()] == []


def test_every_foreign_key_has_an_index_on_its_side(warehouse: Connection) -> None:
    with warehouse.cursor() as cursor:
        cursor.execute(
            """
            select conrelid::regclass::text as child, conname from pg_constraint
            join pg_namespace on pg_namespace.oid = connamespace
            where contype = 'f' and conparentid = 0 and nspname in ('ops', 'raw', 'warehouse') and not exists (
                select 1 from pg_index where indrelid = conrelid
                and (indkey::int2[])[0:cardinality(conkey) - 1] @> conkey
            )
            """
        )
        known = {
            ("warehouse.story_cluster", "story_cluster_origin_article_key_fkey"),
            ("raw.discovery_document", "discovery_document_capture_key_captured_at_fkey"),
        }
        assert set(cursor.fetchall()) - known == set()


def test_keys_are_the_same_in_sql_and_python(warehouse: Connection) -> None:
    with warehouse.cursor() as cursor:
        cursor.execute("select warehouse.key_of('article', %s, %s)", ("the-post", "https://post.example/é?a=1"))
        assert cursor.fetchone() == (article_key("the-post", "https://post.example/é?a=1"),)


def test_captures_of_a_month_share_a_partition_made_on_demand(warehouse: Connection) -> None:
    with warehouse.cursor() as cursor:
        for instant in ("2007-05-01T00:00Z", "2007-05-31T23:59Z", "2007-06-01T00:00Z", "0900-01-01T00:00Z"):
            cursor.execute("select raw.ensure_capture_month(%s)", (instant,))
        cursor.execute("select inhrelid::regclass::text as name from pg_inherits where inhparent = 'raw.capture'::regclass order by 1")
        assert [row.name for row in cursor.fetchall()] == ["raw.capture_2007_05", "raw.capture_2007_06", "raw.capture_default"]


@pytest.mark.parametrize(
    ("table", "is_allowed"), [("warehouse.article", True), ("raw.capture", False), ("ops.run", False), ("staging.article", False)]
)
def test_an_analyst_reads_the_warehouse_and_nothing_below(warehouse: Connection, table: str, is_allowed: bool) -> None:
    with warehouse.cursor() as cursor:
        cursor.execute(
            "select has_schema_privilege('analyst', %(schema)s, 'usage') and has_table_privilege('analyst', %(table)s, 'select'),"
            " has_table_privilege('analyst', %(table)s, 'insert, update, delete, truncate')",
            {"schema": table.split(".", maxsplit=1)[0], "table": table},
        )
        assert cursor.fetchone() == (is_allowed, False)


def test_an_analyst_makes_no_temporary_tables(template_url: str) -> None:
    with closing(connect(template_url, application_name="test")) as connection, connection.cursor() as cursor:
        cursor.execute(
            "select has_database_privilege(role, current_database(), 'temporary') from unnest('{analyst, postgres}'::text[]) as role"
        )
        assert cursor.fetchall() == [(False,), (True,)]
