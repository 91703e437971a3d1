"""Search and marts after a night, on histories of several lengths; and the night's load on each before.

    python -m benchmarks.marts [--histories 50000 1000000]

CPU seconds of the client and its server process together. Searches and pages of the marts are timed as a reader waits for them.
"""

import argparse
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from benchmarks.load import NIGHT, Row
from benchmarks.synthetic_news import LAST_DAY, night
from benchmarks.warehouse_server import Benchmark, Cost, benchmark, load_night, measured, working
from newshouse import marts
from newshouse.database import Connection

ARTICLES = 5_000
EDITED = 250  # of the week before
REPEATED = 5
QUESTIONS: Mapping[str, str] = {
    "search: a rare word": "select * from mart.search_article('wiwippent')",
    "search: two common words": "select * from mart.search_article('bababan babalan')",
    "search: a word of half of all articles": "select * from mart.search_article('babalan')",
    "search: a common word, one source, one week": (
        "select * from mart.search_article('bababan', array['paper-01'], '2025-09-10', '2025-09-16')"
    ),
    "source_daily of 30 days": "select * from mart.source_daily where published_on > '2025-08-18'",
    "source_health of a source, 30 days": "select * from mart.source_health where source_id = 'paper-01' and published_on > '2025-08-18'",
    "freshness": "select * from mart.freshness",
    "trending terms of a day": (
        "select * from mart.term_daily where published_on = '2025-09-17' and in_language = 'en' order by surprise desc limit 20"
    ),
}


def after_a_night(bench: Benchmark, histories: Sequence[int]) -> Iterator[Row]:
    """The costs on each history, in turn."""
    for history in histories:
        name = f"history_{history}"
        began = time.perf_counter()
        url = bench.warehouse(name, history)
        yield f"history of {history:,} written", f"{time.perf_counter() - began:.0f}", "seconds"
        with working(url) as connection:
            yield f"all of {history:,} refreshed", f"{_refreshed(connection).cpu_s:.1f}", ""
            _vacuum(connection)
            cost = load_night(connection, "night", list(night(NIGHT, seed=3)))
            yield f"load of {NIGHT:,} on {history:,}", f"{cost.cpu_s:.1f}", cost.parts
            _refreshed(connection)
            _vacuum(connection)
            load_night(connection, "next night", list(night(ARTICLES, seed=4, day=LAST_DAY + timedelta(days=2))))
            _edit(connection)
            cost = Cost()
            with measured(connection, cost):
                counts = marts.refresh(connection)
            yield f"refresh of a night of {ARTICLES:,} on {history:,}", f"{cost.cpu_s:.1f}", f"{dict(counts)}"
            _vacuum(connection)
            for question, query in QUESTIONS.items():
                yield f"{question}, on {history:,}", f"{_answered_ms(connection, query):.0f}", "ms"
        bench.drop(name)


def _refreshed(connection: Connection) -> Cost:
    """What it costs to refresh everything that the history has."""
    with connection, connection.cursor() as cursor:
        cursor.execute("select count(*) from mart.fact_article")
        if (cursor.fetchone() or (0,))[0] == 0:
            marts.start_over(connection)
    cost = Cost()
    with measured(connection, cost):
        marts.refresh(connection)
    return cost


def _edit(connection: Connection) -> None:
    """Some articles of the week before have changed: what an edit lists, without making one."""
    with connection, connection.cursor() as cursor:
        cursor.execute(
            "insert into ops.article_change (article_key) select article_key from mart.fact_article"
            " where published_on between %(first)s and %(last)s order by article_key limit %(edited)s",
            {"first": (LAST_DAY - timedelta(days=6)).date(), "last": LAST_DAY.date(), "edited": EDITED},
        )


def _answered_ms(connection: Connection, query: str) -> float:
    """The median of some askings, after one that warms the caches."""
    taken = []
    for _ in range(REPEATED + 1):
        began = time.perf_counter()
        with connection, connection.cursor() as cursor:
            cursor.execute(query)
            cursor.fetchall()
        taken.append((time.perf_counter() - began) * 1000)
    return sorted(taken[1:])[REPEATED // 2]


def _vacuum(connection: Connection) -> None:
    connection.rollback()
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")
    connection.autocommit = False


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--histories", type=int, nargs="*", default=[50_000, 1_000_000])
    asked = parser.parse_args()
    with benchmark() as bench:
        for row in after_a_night(bench, asked.histories):
            print(" | ".join(row), flush=True)


if __name__ == "__main__":
    main()
