"""The load against a plain COPY of the same rows, of the same again, and by three writers at once: see benchmarks.warehouse.

CPU seconds of the client and its server process together. The COPY goes into the same tables with the same indexes, constraints and
triggers, from rows that are in the client's memory.
"""

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from benchmarks.synthetic_news import night
from benchmarks.warehouse_server import Benchmark, Cost, LoadCost, load_night, measured, working
from newshouse.database import Connection, Cursor, DatabaseError, copy_rows
from newshouse.near_duplicates.origin import credits_of
from newshouse.signing import signature_of
from newshouse.staging import StagedArticle

WRITERS = 3
NOT_COPIED = ("source", "article_search")
Row = tuple[str, ...]


def against_copy(bench: Benchmark, articles: int) -> Iterator[Row]:
    """The load of new articles, and of the same again, beside a COPY of the rows that it gives."""
    arrivals = list(night(articles, seed=1))
    with working(bench.warehouse("first")) as connection:
        first = load_night(connection, "first", arrivals)
        vacuum(connection)
        size = size_bytes(connection)
        again = load_night(connection, "again", arrivals)
        growth = size_bytes(connection) - size
        tables = rows_by_table(connection)
    with working(bench.warehouse("copied")) as connection:
        copied = copy_of(connection, tables)
    bench.drop("first")
    bench.drop("copied")
    yield (f"COPY of the rows of {articles:,} articles", f"{copied.cpu_s:.1f}", "1.00", "")
    yield line("load of new articles", first, copied)
    signed = signatures_of(arrivals)
    yield "of their reading: signatures to find copies by", f"{signed.cpu_s:.1f}", f"{signed.cpu_s / copied.cpu_s:.2f}", ""
    yield line("load of the same again", again, copied, f"; tables grew by {growth:,} bytes")


def line(name: str, cost: LoadCost, copied: Cost, more: str = "") -> Row:
    return name, f"{cost.cpu_s:.1f}", f"{cost.cpu_s / copied.cpu_s:.2f}", f"{cost.parts}{more}; reading {cost.read.cpu_s:.1f} apart"


def signatures_of(arrivals: Sequence[StagedArticle]) -> Cost:
    """What it costs to sign the texts, which is done where they are read, and is in the cost of reading."""
    cost, began = Cost(), time.process_time()
    for one in arrivals:
        lines = one.article.article_body.split("\n")
        signature_of(lines, one.article.description).packed()
        credits_of((), lines)
    cost.client_s = time.process_time() - began
    return cost


def rows_by_table(connection: Connection) -> dict[str, tuple[list[str], list[tuple[Any, ...]]]]:
    """The columns and rows of every table of the warehouse, by name, as copy_rows takes them."""
    found = {}
    with connection.cursor(cursor_factory=Cursor) as cursor:
        cursor.execute(
            "select table_name from information_schema.tables where table_schema = 'warehouse' and table_type = 'BASE TABLE' order by 1"
        )
        for (table,) in cursor.fetchall():
            if table in NOT_COPIED:
                continue
            cursor.execute(
                "select attname from pg_attribute where attrelid = %s::regclass and attnum > 0 and attgenerated = '' and not attisdropped"
                " order by attnum",
                (f"warehouse.{table}",),
            )
            columns = [name for (name,) in cursor.fetchall()]
            cursor.execute(f"select {', '.join(columns)} from warehouse.{table}")  # noqa: S608
            found[table] = columns, [tuple(map(copyable, row)) for row in cursor.fetchall()]
    return found


def copyable(value: Any) -> Any:
    """Bytes for a memoryview; an array literal for a list of numbers, a tuple for one of texts; JSON stays as it is."""
    if isinstance(value, memoryview):
        return bytes(value)
    if isinstance(value, list) and not (value and isinstance(value[0], dict)):
        if value and isinstance(value[0], str):
            return tuple(value)
        return "{" + ",".join("null" if one is None else str(one) for one in value) + "}"
    return value


def copy_of(connection: Connection, tables: dict[str, tuple[list[str], list[tuple[Any, ...]]]]) -> Cost:
    cost = Cost()
    first = ("article", "article_record", "article_capture", "author", "story_cluster")
    with measured(connection, cost), connection, connection.cursor() as cursor:
        for table in (*first, *sorted(tables.keys() - set(first))):
            columns, records = tables[table]
            for start in range(0, len(records), 5_000):
                copy_rows(cursor, f"warehouse.{table}", columns, records[start : start + 5_000])
    return cost


def overlapping(bench: Benchmark, articles: int) -> Iterator[Row]:
    """Writers that load overlapping articles at once, each in another order."""
    arrivals = list(night(articles, seed=2))
    url = bench.warehouse("overlapping")

    def write(writer: int) -> int:
        mine = [arrivals[(number * (2 * writer + 1) + writer * articles // 4) % articles] for number in range(articles * 3 // 4)]
        with working(url) as connection:
            try:
                load_night(connection, f"writer {writer}", list({one.article_key: one for one in mine}.values()))
            except DatabaseError as error:
                if error.pgcode == "40P01":
                    return 1
                raise
        return 0

    with ThreadPoolExecutor(WRITERS) as pool:
        deadlocks = sum(pool.map(write, range(WRITERS)))
    with working(url) as connection, connection.cursor() as cursor:
        cursor.execute("select count(*) as articles, count(distinct url) as urls from warehouse.article")
        articles_held, urls_held = cursor.fetchone() or (0, 0)
    bench.drop("overlapping")
    yield (f"{WRITERS} writers, {articles:,} articles", "", "", f"{deadlocks} deadlocks, {articles_held:,} articles of {urls_held:,} URLs")


def size_bytes(connection: Connection) -> int:
    with connection, connection.cursor() as cursor:
        cursor.execute(
            "select sum(pg_total_relation_size(pg_class.oid)) from pg_class"
            " where relnamespace = 'warehouse'::regnamespace and relkind = 'r'"
        )
        return int((cursor.fetchone() or (0,))[0])


def vacuum(connection: Connection) -> None:
    connection.rollback()
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")
    connection.autocommit = False
