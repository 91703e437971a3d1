"""What is derived from the warehouse for reading, brought up to date: the full text search and the facts that the marts stand on.

The cost follows what has changed: triggers list every article whose current revision, copies or status change (ops.article_change), and
a refresh derives anew what stands on the listed ones and on their days. What it derives is a function of the warehouse alone, so neither
the order nor the portions show. The statements are sql/queries/refresh_*.sql.
"""

from collections import Counter
from collections.abc import Mapping

from newshouse.database import Connection, Cursor, execute, rows

PORTION = 20_000  # changes that one transaction takes: what is done of a history stays done when the rest is killed
STEPS = (
    "search",
    "fact_before",
    "fact_after",
    "section",
    "fact_gone",
    "fact",
    "section_gone",
    "touched_day",
    "source_day",
    "source_day_gone",
    "language_change",
    "language_day",
    "language_day_gone",
    "term_change",
    "term_day",
    "term_day_gone",
)
SCRATCH = ("changed", "fact_before", "fact_after", "touched_day", "language_change", "term_change")
COUNTED = ("search", "fact", "source_day", "term_day")


def refresh(connection: Connection) -> Mapping[str, int]:
    """How many changes were followed, and how many rows of each kind were derived anew. Commits, after each portion."""
    counts = Counter(dict.fromkeys(("changes", *COUNTED), 0))
    while True:
        with connection:
            portion = refresh_portion(connection)
        counts.update(portion)
        if portion["changes"] == 0:
            return counts


def index(connection: Connection) -> int:
    """How many articles' texts were read anew for the full text search. Commits, after each portion.

    The list of changes stays as it is: a refresh follows it for all else, and finds the texts read. Those that change meanwhile it reads
    itself, so search and facts never tell of different texts.
    """
    count, last = 0, 0
    while True:
        with connection, connection.cursor() as cursor:
            execute(connection, "refresh_lock")
            execute(connection, "refresh_changed")
            (portion,) = rows(connection, "refresh_listed", {"after": last, "portion": PORTION})
            if portion.last_change_id is None:
                return count
            _follow_the_list(cursor)
            count += execute(connection, "refresh_search")
            last = portion.last_change_id


def start_over(connection: Connection) -> None:
    """Empties all that a refresh derives, and lists every article for the next refresh."""
    execute(connection, "refresh_lock")
    execute(connection, "refresh_empty")
    execute(connection, "refresh_list_all")


def refresh_portion(connection: Connection) -> Mapping[str, int]:
    """The same for at most PORTION changes, in the caller's transaction."""
    execute(connection, "refresh_lock")
    execute(connection, "refresh_changed")
    counts = {"changes": execute(connection, "refresh_take", {"portion": PORTION})}
    with connection.cursor() as cursor:
        _follow_the_list(cursor)
        for step in STEPS if counts["changes"] else ():
            count = execute(connection, f"refresh_{step}")
            if step in SCRATCH:
                cursor.execute(f"analyze {step}")  # left to guess, the planner loops over all pairs
            if step in COUNTED:
                counts[step] = count
        cursor.execute(f"drop table if exists {', '.join(SCRATCH)}")
        cursor.execute("reset enable_seqscan; reset random_page_cost")
    return counts


def _follow_the_list(cursor: Cursor) -> None:
    """A night's articles are looked up one by one: whatever reads a table whole would cost by the history."""
    cursor.execute("set local enable_seqscan = off; set local random_page_cost = 1.1")
    cursor.execute("analyze changed")
