"""Everything the warehouse layer holds, as text that can be compared: law 2 speaks of it row for row."""

from newshouse.database import Connection


def warehouse_dump(connection: Connection) -> dict[str, list[str]]:
    """The rows of every table of the schema `warehouse`, each as text, in order."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select table_name from information_schema.tables where table_schema = 'warehouse' and table_type = 'BASE TABLE' order by 1"
        )
        tables = [row[0] for row in cursor.fetchall()]
        dump = {}
        for table in tables:
            cursor.execute(f"select row_to_json(t)::text from warehouse.{table} as t order by 1")
            dump[table] = [row[0] for row in cursor.fetchall()]
    return dump
