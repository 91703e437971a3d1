"""Law 2: the warehouse is a function of the archive. Any order, any batches, repeated, overlapping, killed: the same rows."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newshouse.database import Connection, connect, execute
from newshouse.load import deduplicate, load
from newshouse.staging import StagedArticle
from tests.warehouse.captures import NOW, load_all, rows_of, stage_all, staged, state

PUT_OFF = (
    "The opening of the bridge was put off once more, and nobody could say until when it would be closed to all traffic from the west side."
)
WORDINGS = (
    {"headline": "A bridge opens", "authors": ("Ann Lee",)},
    {"headline": "A bridge opens at last", "authors": ("Ann Lee", "Bo Ek")},
    {"headline": "A BRIDGE OPENS!", "authors": ()},
    {
        "headline": "A bridge opens",
        "authors": ("Ann Lee",),
        "body": PUT_OFF,
    },
    {"headline": "Rain", "authors": ("Cy Roe",), "body": "Too short to be a copy."},
    {
        "headline": "A bridge opens",
        "authors": ("Ann Lee",),
        "date_published": None,
        "date_published_raw": None,
        "date_published_precision": None,
    },
    {"headline": "A bridge opens", "authors": ("Ann Lee",), "body": f"{PUT_OFF}\nCorrection: to all traffic from the east side."},
    {"headline": "A bridge opens", "authors": (), "body": "This article has been withdrawn."},
)


@st.composite
def observations(draw: st.DrawFn) -> StagedArticle:
    """A capture of one of few URLs, at one of few instants, with one of few wordings."""
    source_id = draw(st.sampled_from(["courier", "gazette"]))
    urls = [f"https://{source_id}.example/{name}" for name in ("a", "b", "c?x=1")]
    url, wording, hour = draw(st.sampled_from(urls)), draw(st.integers(0, len(WORDINGS) - 1)), draw(st.integers(0, 3))
    identity = draw(st.sampled_from([url, urls[1], "id-7"]))
    canonical = draw(st.sampled_from([None, url, urls[2]]))
    digest = sha256(f"{wording} {identity} {canonical}".encode()).hexdigest()
    return staged(url, identity=identity, hour=hour, source_id=source_id, digest=digest, canonical_url=canonical, **WORDINGS[wording])


@st.composite
def deliveries(draw: st.DrawFn) -> tuple[list[StagedArticle], list[list[StagedArticle]]]:
    """Some captures, and the same captures in another order, in batches, some of them repeatedly."""
    captures = draw(st.lists(observations(), min_size=1, max_size=8, unique_by=lambda one: one.capture.capture_key))
    again = draw(st.lists(st.sampled_from(captures), max_size=3))
    order = draw(st.permutations(captures + again))
    cuts = sorted(draw(st.sets(st.integers(1, len(order)), max_size=3)))
    return captures, [order[begin:end] for begin, end in zip([0, *cuts], [*cuts, len(order)], strict=True) if order[begin:end]]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(delivery=deliveries())
def test_order_batches_and_repetition_do_not_show(
    warehouse: Connection, delivery: tuple[list[StagedArticle], list[list[StagedArticle]]]
) -> None:
    captures, batches = delivery
    warehouse.rollback()
    load_all(warehouse, "all at once", captures)
    at_once = state(warehouse)
    warehouse.rollback()
    for number, batch in enumerate(batches):
        books = load_all(warehouse, f"batch {number}", batch)
        for counts in books.values():
            assert counts["discovered"] == counts["loaded"] + counts["unchanged"] + counts["duplicate"]
    assert state(warehouse) == at_once


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(captures=st.lists(observations(), min_size=1, max_size=6, unique_by=lambda one: one.capture.capture_key))
def test_a_second_load_of_the_same_writes_nothing_at_all(warehouse: Connection, captures: list[StagedArticle]) -> None:
    warehouse.rollback()
    load_all(warehouse, "one", captures)
    versions = _row_versions(warehouse)
    load_all(warehouse, "two", captures)
    assert _row_versions(warehouse) == versions


def test_loads_that_overlap_give_what_loads_in_turn_give(warehouse_url: str) -> None:
    bridge = "https://courier.example/a"
    batches = [
        [staged(bridge, hour=hour, digest=str(hour), headline=f"Bridge {hour // 2}") for hour in range(start, 24, 4)]
        + [staged(f"https://gazette.example/{start}", source_id="gazette")]
        for start in range(4)
    ]

    def load_batch(number: int) -> None:
        with closing(connect(warehouse_url, application_name=f"load {number}")) as connection:
            for source_id in ("courier", "gazette"):
                for _ in range(2):
                    with connection:
                        load(connection, f"run {number}", source_id, now=NOW)

    with closing(connect(warehouse_url, application_name="test")) as connection:
        for number, batch in enumerate(batches):
            with connection:
                stage_all(connection, f"run {number}", batch)
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(load_batch, [0, 1, 2, 3]))
        overlapped = state(connection)
        connection.rollback()
        _empty(connection)
        load_all(connection, "in turn", [one for batch in batches for one in batch])
        assert state(connection) == overlapped
        assert rows_of(connection, "select count(*), max(member_count) from warehouse.revision_span, warehouse.story_cluster") == [(16, 5)]


@pytest.mark.parametrize("table", ["warehouse.article_record", "warehouse.revision_span", "warehouse.cluster_member", "ops.url_outcome"])
@pytest.mark.parametrize("is_client_killed", [True, False], ids=["client killed", "session ended"])
def test_a_load_killed_half_way_leaves_no_trace_and_its_repetition_completes_it(
    warehouse_url: str, table: str, is_client_killed: bool
) -> None:
    urls = ("https://courier.example/a", "https://courier.example/b")
    with closing(connect(warehouse_url, application_name="test")) as connection:
        with connection:
            load_all(connection, "before", [staged(urls[0])])
        before = state(connection)
        connection.rollback()
        with connection:
            stage_all(connection, "killed", [staged(urls[0], hour=1, digest="b", headline="A bridge closes"), staged(urls[1])])
        _kill_when_it_reaches(table, warehouse_url, is_client_killed)
        execute(connection, "load_lock")  # waits for the killed one's end
        assert state(connection) == before
        connection.rollback()
        with connection:
            deduplicate(connection, "killed", "courier")
            books = load(connection, "killed", "courier", now=NOW)
        assert (books["loaded"], books["revised"], books["pending"]) == (2, 1, 0)
        assert rows_of(connection, "select member_count from warehouse.story_cluster") == [(2,)]


LOAD = """
import sys
from contextlib import closing
from newshouse.database import connect
from newshouse.load import load
from tests.warehouse.captures import NOW
with closing(connect(sys.argv[1], application_name="victim")) as connection, connection:
    load(connection, "killed", "courier", now=NOW)
"""


def _kill_when_it_reaches(table: str, url: str, is_client_killed: bool) -> None:
    with _barred(table, url) as gate:
        victim = subprocess.Popen([sys.executable, "-c", LOAD, url], stderr=subprocess.DEVNULL, cwd=os.getcwd())
        waiting, deadline = "select pid from pg_locks where not granted and relation = %s::regclass", time.monotonic() + 30
        while not (found := rows_of(gate, waiting, table)):
            assert victim.poll() is None, "the load ended before it reached the barred table"
            assert time.monotonic() < deadline, "the load never reached the barred table"
        if is_client_killed:
            victim.send_signal(signal.SIGKILL)
        else:
            rows_of(gate, "select pg_terminate_backend(%s)", found[0][0])
        assert victim.wait() != 0


@contextmanager
def _barred(table: str, url: str) -> Iterator[Connection]:
    """Nobody can write the table until the context closes."""
    with closing(connect(url, application_name="gate")) as gate, gate.cursor() as cursor:
        cursor.execute(f"lock table {table} in share mode")
        yield gate
        gate.rollback()


def _empty(connection: Connection) -> None:
    with connection.cursor() as cursor:
        cursor.execute("truncate warehouse.source, ops.run cascade")


def _row_versions(connection: Connection) -> list[tuple[str, str]]:
    """Where every row of the warehouse layer stands: it moves when it is written."""
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where schemaname = 'warehouse' order by 1")
        tables = [row.tablename for row in cursor.fetchall()]
        cursor.execute(
            " union all ".join(f"select '{table}' as name, ctid::text as place from warehouse.{table}" for table in tables)
            + " order by 1, 2"
        )
        return [tuple(row) for row in cursor.fetchall()]
