"""What copies cost in Postgres: bytes per article, and the bulk query of 10,000 new articles against the window, as it grows; and against
a history that lies outside of it.

The articles are made up: random keys, as the hashes of unlike texts are, and every tenth new article shares half of its keys with one of
the window, however many there are: a longer history costs more to search, but this is not the cost of finding more. The statements are
those of the load. CPU is that of the server's process.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.btree import Tree, tree_of
from newshouse.clustering import FIGURES, weeks_around
from newshouse.database import Connection, connect, rows, statement
from newshouse.embedded_postgres import start
from newshouse.migrations import migrate

WINDOWS = ((100_000, 0), (300_000, 0), (1_000_000, 0), (100_000, 900_000))  # articles inside and outside
NEW_ARTICLES, COPY_EVERY = 10_000, 10
ROUNDS = 5
SHARED_BUFFERS = "1GB"  # Postgres's own default of 128 MB does not hold the index of a million articles
WINDOW_DAYS = 2 * FIGURES["window_days"]
MIDDLE_DAY = (date(2025, 9, 17) - date(1970, 1, 1)).days
OUTSIDE = {"first_day": MIDDLE_DAY - 1_000, "days": 900, "first": 10**9}  # years ago
SKETCH_BYTES = 568  # the mean of the set synth
FILL = """
insert into warehouse.story_signature (article_key, place, dated_at, made_of, keys, sketch, credits)
select
    (lpad(to_hex(bits), 10, '0') || lpad(to_hex(number), 22, '0'))::uuid,
    day << 40 | bits,
    timestamptz 'epoch' + day * interval '1 day',
    sha256(number::text::bytea),
    array(
        select hashint8extended(
            (case when is_copy and k < 8 then number * 7 %% %(history)s else number end) * 16 + k, 2
        )
        from generate_series(0, 15) as k
    ),
    convert_to(repeat('x', %(sketch_bytes)s), 'UTF8'),
    '{}'
from (
    select
        number,
        number between %(history)s + 1 and %(history)s + %(new)s and number %% %(copy_every)s = 0 as is_copy,
        hashint8extended(number, 1) & ((1::bigint << 40) - 1) as bits,
        case when number between %(history)s + 1 and %(history)s + %(new)s then %(middle)s
        else %(first_day)s + number %% %(days)s end as day
    from generate_series(%(first)s::bigint, %(last)s) as listed (number)
) as numbered
"""
LOOK_UP = "select count(*) as found from warehouse.story_signature where article_key = any(%(article_keys)s::uuid[])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """CPU in seconds of the server, sizes in bytes per article."""

    inside: int
    outside: int
    fill_s: float
    query_s: float
    look_up_s: float
    pairs: int
    keys_bytes: float
    index_bytes: float
    signature_bytes: float
    keys_index: Tree
    signatures_index: Tree


def measurements(windows: Sequence[tuple[int, int]] = WINDOWS) -> Iterator[Measured]:
    with TemporaryDirectory(prefix="newshouse-bench-") as folder:
        Path(folder).chmod(0o755)
        with (
            start(Path(folder), is_disposable=True) as server,
            closing(connect(server.url("postgres", "postgres"), application_name="benchmark")) as connection,
        ):
            _execute(connection, f"alter system set shared_buffers = '{SHARED_BUFFERS}'", is_alone=True)
        with start(Path(folder), is_disposable=True) as server:
            migrate(server.url(), log=lambda _: None)
            for inside, outside in windows:
                with (
                    closing(connect(server.url(), application_name="benchmark")) as connection,
                    closing(connect(server.url("warehouse", "postgres"), application_name="benchmark")) as superuser,
                ):
                    yield measured(connection, superuser, inside, outside)


def measured(connection: Connection, superuser: Connection, inside: int, outside: int) -> Measured:
    new = _filled(connection, inside, outside)
    with _server_seconds(connection) as fill:
        _execute(connection, statement("load_key_week"), {"weeks": weeks_around([MIDDLE_DAY]), "now": datetime.now(UTC)})
    connection.commit()
    _execute(connection, "vacuum (analyze) staging.story_key, warehouse.story_signature", is_alone=True)
    taken, pairs = [], 0
    for _ in range(ROUNDS):
        with _server_seconds(connection) as query:
            pairs = len(rows(connection, "load_candidate", {"article_keys": new, **FIGURES}))
        taken.append(query[0])
    with _server_seconds(connection) as look_up:
        _execute(connection, LOOK_UP, {"article_keys": new})
    searched, signed = inside + NEW_ARTICLES, inside + NEW_ARTICLES + outside
    sizes = [
        _size(connection, size) / articles
        for size, articles in (
            ("pg_total_relation_size('staging.story_key')", searched),
            ("pg_relation_size('staging.story_key_key_place')", searched),
            ("pg_total_relation_size('warehouse.story_signature')", signed),
        )
    ]
    return Measured(
        inside=inside,
        outside=outside,
        fill_s=fill[0],
        query_s=min(taken),
        look_up_s=look_up[0],
        pairs=pairs,
        keys_bytes=sizes[0],
        index_bytes=sizes[1],
        signature_bytes=sizes[2],
        keys_index=tree_of(superuser, "staging.story_key_key_place", 16 * searched),
        signatures_index=tree_of(superuser, "warehouse.story_signature_pkey", signed),
    )


def _filled(connection: Connection, inside: int, outside: int) -> list[str]:
    """The keys of the new articles, beside the history inside and outside the window."""
    _execute(connection, "alter table warehouse.story_signature drop constraint if exists story_signature_article_key_fkey")
    _execute(connection, "set max_parallel_workers_per_gather = 0")
    _execute(connection, "truncate warehouse.story_signature, staging.story_key, staging.key_week")
    figures = {
        "history": inside,
        "new": NEW_ARTICLES,
        "copy_every": COPY_EVERY,
        "sketch_bytes": SKETCH_BYTES,
        "middle": MIDDLE_DAY,
        "first_day": MIDDLE_DAY - WINDOW_DAYS // 2,
        "days": WINDOW_DAYS,
        "first": 1,
        "last": inside + NEW_ARTICLES,
    }
    _execute(connection, FILL, figures)
    if outside:
        _execute(connection, FILL, {**figures, **OUTSIDE, "last": OUTSIDE["first"] + outside - 1})
    connection.commit()
    with connection.cursor() as cursor:
        numbers = [f"{number:012x}" for number in (inside + 1, inside + NEW_ARTICLES)]
        cursor.execute("select article_key from warehouse.story_signature where right(article_key::text, 12) between %s and %s", numbers)
        return [row[0] for row in cursor.fetchall()]


@contextmanager
def _server_seconds(connection: Connection) -> Iterator[list[float]]:
    taken = [0.0]
    before = _cpu_s(connection.info.backend_pid)
    yield taken
    taken[0] = _cpu_s(connection.info.backend_pid) - before


def _cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _size(connection: Connection, function: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"select {function}")
        return int(cursor.fetchone()[0])


def _execute(connection: Connection, text: str, params: object = None, *, is_alone: bool = False) -> None:
    if is_alone:
        connection.commit()
        connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(text, params)
    if is_alone:
        connection.autocommit = False
