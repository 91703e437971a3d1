"""What copies cost in Postgres: bytes per article, and the bulk query of 10,000 new articles against the window, as it grows.

The articles are made up: random keys, as the hashes of unlike texts are, and every tenth new article shares half of its keys with one of
the history. The statements are those of the load. CPU is that of the server's process.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from newshouse.clustering import FIGURES, weeks_around
from newshouse.database import Connection, connect, rows, statement
from newshouse.embedded_postgres import start
from newshouse.migrations import migrate

HISTORIES = (100_000, 1_000_000)
NEW_ARTICLES, COPY_EVERY = 10_000, 10
ROUNDS = 3
SHARED_BUFFERS = "1GB"  # Postgres's own default of 128 MB does not hold the index of a million articles
WINDOW_DAYS = 2 * FIGURES["window_days"]
MIDDLE_DAY = (date(2025, 9, 17) - date(1970, 1, 1)).days
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
        number > %(history)s and number %% %(copy_every)s = 0 as is_copy,
        hashint8extended(number, 1) & ((1::bigint << 40) - 1) as bits,
        case when number > %(history)s then %(middle)s else %(middle)s - %(days)s / 2 + number %% %(days)s end as day
    from generate_series(%(first)s::bigint, %(last)s) as listed (number)
) as numbered
"""
KEYS = """
insert into staging.story_key (key, place)
select key, place from warehouse.story_signature, unnest(keys) as listed (key)
where article_key = any(%s::uuid[]) order by 1, 2
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """CPU in seconds of the server, sizes in bytes per article."""

    history: int
    fill_s: float
    query_s: float
    pairs: int
    keys_bytes: float
    index_bytes: float
    signature_bytes: float


def measurements(histories: Sequence[int] = HISTORIES) -> Iterator[Measured]:
    with TemporaryDirectory(prefix="newshouse-bench-") as folder:
        Path(folder).chmod(0o755)
        with (
            start(Path(folder), is_disposable=True) as server,
            closing(connect(server.url("postgres", "postgres"), application_name="benchmark")) as connection,
        ):
            _execute(connection, f"alter system set shared_buffers = '{SHARED_BUFFERS}'", is_alone=True)
        with start(Path(folder), is_disposable=True) as server:
            migrate(server.url(), log=lambda _: None)
            for history in histories:
                with closing(connect(server.url(), application_name="benchmark")) as connection:
                    yield measured(connection, history)


def measured(connection: Connection, history: int) -> Measured:
    new = _filled(connection, history)
    with _server_seconds(connection) as fill:
        _execute(connection, statement("load_key_week"), {"weeks": weeks_around([MIDDLE_DAY]), "now": datetime.now(UTC)})
    connection.commit()
    _execute(connection, "vacuum (analyze) staging.story_key, warehouse.story_signature", is_alone=True)
    taken, pairs = [], 0
    for _ in range(ROUNDS):
        with _server_seconds(connection) as query:
            pairs = len(rows(connection, "load_candidate", {"article_keys": new, **FIGURES}))
        taken.append(query[0])
    total = history + NEW_ARTICLES
    sizes = [
        _size(connection, size) / total
        for size in (
            "pg_total_relation_size('staging.story_key')",
            "pg_relation_size('staging.story_key_pkey')",
            "pg_total_relation_size('warehouse.story_signature')",
        )
    ]
    return Measured(
        history=history,
        fill_s=fill[0],
        query_s=min(taken),
        pairs=pairs,
        keys_bytes=sizes[0],
        index_bytes=sizes[1],
        signature_bytes=sizes[2],
    )


def _filled(connection: Connection, history: int) -> list[str]:
    """The keys of the new articles, beside the history."""
    _execute(connection, "alter table warehouse.story_signature drop constraint if exists story_signature_article_key_fkey")
    _execute(connection, "set max_parallel_workers_per_gather = 0")
    _execute(connection, "truncate warehouse.story_signature, staging.story_key, staging.key_week")
    figures = {
        "history": history,
        "copy_every": COPY_EVERY,
        "sketch_bytes": SKETCH_BYTES,
        "middle": MIDDLE_DAY,
        "days": WINDOW_DAYS,
        "first": 1,
        "last": history + NEW_ARTICLES,
    }
    _execute(connection, FILL, figures)
    connection.commit()
    with connection.cursor() as cursor:
        cursor.execute("select article_key from warehouse.story_signature where right(article_key::text, 12) > %s", [f"{history:012x}"])
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
