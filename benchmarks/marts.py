"""A night's load on histories of several lengths, search and marts after it, and questions: see benchmarks.warehouse.

CPU seconds of the client and its server process together. A question's cost is that of one asking of ten.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from benchmarks.exports import exports
from benchmarks.load import Row
from benchmarks.synthetic_news import LAST_DAY, night
from benchmarks.warehouse_server import Benchmark, Cost, load_night, measured, working
from newshouse import marts
from newshouse.database import Connection

NIGHT = 10_000  # articles of the load
ARTICLES = 5_000  # of the refresh
EDITED = 250  # of the week before
REPEATED = 10
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
        "select * from mart.term_daily where published_on = '2025-09-17' and in_language = 'en' and article_count >= 3"
        " order by surprise desc limit 20"
    ),
}


def after_a_night(bench: Benchmark, histories: Sequence[int]) -> Iterator[Row]:
    """The costs on each history, in turn."""
    for history in histories:
        name = f"history_{history}"
        url = bench.warehouse(name, history)
        with working(url) as connection:
            cost = load_night(connection, "night", list(night(NIGHT, seed=3)))
            yield f"load of {NIGHT:,} on {history:,}", f"{cost.cpu_s:.1f}", "", cost.parts
            marts.refresh(connection)
            _vacuum(connection)
            load_night(connection, "next night", list(night(ARTICLES, seed=4, day=LAST_DAY + timedelta(days=2))))
            _edit(connection)
            cost = Cost()
            with measured(connection, cost):
                count = marts.index(connection)
            yield f"full text of a night of {ARTICLES:,} on {history:,}", f"{cost.cpu_s:.1f}", "", f"texts {count:,}"
            cost = Cost()
            with measured(connection, cost):
                counts = marts.refresh(connection)
            yield (
                f"refresh of a night of {ARTICLES:,} on {history:,}",
                f"{cost.cpu_s:.1f}",
                "",
                ", ".join(f"{name} {count:,}" for name, count in counts.items()),
            )
            _vacuum(connection)
            for question, query in QUESTIONS.items():
                yield f"{question}, on {history:,}", f"{_answered_s(connection, query):.3f}", "", ""
        yield from exports(url, history)
        bench.drop(name)


def _edit(connection: Connection) -> None:
    """Some articles of the week before have changed: what an edit lists, without making one."""
    with connection, connection.cursor() as cursor:
        cursor.execute(
            "insert into ops.article_change (article_key) select article_key from mart.fact_article"
            " where published_on between %(first)s and %(last)s order by article_key limit %(edited)s",
            {"first": (LAST_DAY - timedelta(days=6)).date(), "last": LAST_DAY.date(), "edited": EDITED},
        )


def _answered_s(connection: Connection, query: str) -> float:
    """CPU seconds of one asking, on average, after one that warms the caches."""
    cost = Cost()
    for round_number in range(REPEATED + 1):
        with measured(connection, cost if round_number else Cost()), connection, connection.cursor() as cursor:
            cursor.execute(query)
            cursor.fetchall()
    return cost.cpu_s / REPEATED


def _vacuum(connection: Connection) -> None:
    connection.rollback()
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("vacuum analyze")
    connection.autocommit = False
