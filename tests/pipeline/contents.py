"""What two warehouses must have in common that read the same pages at different times."""

from newshouse.database import Connection
from tests.pipeline.conftest import House

OF_THE_CAPTURE = [
    "capture_key",
    "captured_at",
    "first_captured_at",
    "last_captured_at",
    "first_seen_at",
    "last_seen_at",
    "valid_from",
    "valid_to",
]
TABLES = "select table_name from information_schema.tables where table_schema = 'warehouse' and table_type = 'BASE TABLE' order by 1"


def contents(house: House) -> dict[str, list[str]]:
    """Every row of the warehouse layer as text, without the instants at which pages were captured."""
    return contents_of(house.connection)


def contents_of(connection: Connection) -> dict[str, list[str]]:
    """The same of the warehouse that a connection leads to."""
    found = {}
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        for (table,) in cursor.fetchall():
            cursor.execute(f"select (to_jsonb(t) - %s)::text from warehouse.{table} as t order by 1", (OF_THE_CAPTURE,))
            found[str(table)] = [str(row) for (row,) in cursor.fetchall()]
    return found


def fetched_twice(house: House) -> list[tuple[object, ...]]:
    """The pages of which the archive's index holds more than one answer; feeds and sitemaps are read by every run."""
    return house.rows(
        "select url, count(*) from raw.capture where url not in (select url from raw.discovery_document) group by url having count(*) > 1"
    )


def unbalanced(house: House) -> list[tuple[object, ...]]:
    """The source runs that are finished and whose books do not balance."""
    return house.rows(
        "select run_id, source_id from ops.source_run where finished_at is not null"
        " and (discovered <> loaded + unchanged + duplicate + rejected + skipped + pending"
        " or discovered <> (select count(*) from ops.url_outcome"
        " where url_outcome.run_id = source_run.run_id and url_outcome.source_id = source_run.source_id))"
    )
