"""What is derived from the warehouse for reading, brought up to date: the full text search.

The cost follows what has changed: triggers list every article whose current revision, copies or status change (ops.article_change), and
a refresh derives anew what stands on the listed ones. What it derives depends on the warehouse alone, so the order does not show. The
statements are sql/queries/refresh_*.sql.
"""

from collections import Counter
from collections.abc import Mapping

from newshouse.database import Connection, execute

PORTION = 20_000  # changes that one transaction takes: what is done of a history stays done when the rest is killed
STEPS = {"refresh_search": "searchable"}  # statement -> what its rows are


def refresh(connection: Connection) -> Mapping[str, int]:
    """How many articles had changed, and rows of each kind were derived anew. Commits, after each portion."""
    counts = Counter({"changes": 0, **dict.fromkeys(STEPS.values(), 0)})
    while True:
        with connection:
            portion = _refresh_portion(connection)
        counts.update(portion)
        if portion["changes"] == 0:
            return counts


def _refresh_portion(connection: Connection) -> Mapping[str, int]:
    execute(connection, "refresh_lock")
    execute(connection, "refresh_changed")
    taken = execute(connection, "refresh_take", {"portion": PORTION})
    with connection.cursor() as cursor:
        cursor.execute("analyze changed")
    done = {name: execute(connection, step) for step, name in STEPS.items()} if taken else {}
    with connection.cursor() as cursor:
        cursor.execute("drop table changed")
    return {"changes": taken, **done}
