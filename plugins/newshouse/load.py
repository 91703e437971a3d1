"""Staged articles into the warehouse: one transaction per source and run, set-based, and without effect the second time.

The warehouse is a function of what was captured (law 2): a load first adds the observations that are new, then derives everything
else of the articles that they touch (URLs, histories, author lines, clusters) from all their observations, old and new. So neither
the order of arrival nor the batches show. What the source repeats is learned on the way, and taken out of the bodies that have it before
anything is derived from them. The statements are sql/queries/load_*.sql. Nothing here commits.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from newshouse import signing
from newshouse.clustering import cluster_articles
from newshouse.database import Connection, as_json, execute, rows
from newshouse.model import Source
from newshouse.recurring_blocks import figures
from newshouse.staging import RECORD_COLUMNS
from newshouse.stripping import strip_bodies

SOURCE_COLUMNS = ("source_id", "name", "homepage", "language", "time_zone", "country", "licence", "terms", "origin")
ARRIVAL = ("load_lock", "load_arrival", "load_withdrawn")  # what is new, and what goes
OBSERVATION = (
    "load_replaced",
    "superseded_keep",
    "load_capture",
    "load_capture_gone",
    "load_record",
    "load_author",
    "load_orphan",
    "load_orphan_record",
)
RECURRENCE = (
    "load_sighting",
    "load_sighting_gone",
    "load_sighting_new",
    "load_day_change",
    "load_source_day",
    "load_source_day_gone",
    "load_line_change",
    "load_recurrence",
    "load_sample",
    "load_shared_before",
    "load_block_put",
    "load_judged",
    "load_block_verdict",
    "load_block_gone",
    "load_shared_change",
    "load_concerned",
)
DERIVATION = (  # in each part: first what is there too much, then what is missing
    "load_url",
    "load_url_gone",
    "load_own_url",
    "load_span",
    "load_span_gone",
    "load_span_new",
    "load_article",
    "load_article_author_gone",
    "load_article_author_new",
    "load_orphan_author",
    "load_article_gone",
    "load_unsigned",
)
NOTHING_TO_DERIVE = ("load_own_url", "load_span")  # what the outcomes are told from, empty where no article is touched
OUTCOME = ("load_taken_down", "load_waiting", "load_outcome", "load_pub_status")
SCRATCH = (
    "arrival",
    "withdrawn",
    "replaced",
    "touched",
    "orphan",
    "sighting",
    "day_change",
    "line_change",
    "recurrence",
    "sample",
    "judged",
    "concerned",
    "new_body",
    "own_url",
    "span",
    "shared_before",
    "shared_change",
    "unsigned",
    "clustered",
    "waiting",
)


def sync_sources(connection: Connection, sources: Sequence[Source]) -> int:
    """How many rows of warehouse.source were added or changed to say what the source files say."""
    declared = [{name: value for name, value in asdict(source).items() if name in SOURCE_COLUMNS} for source in sources]
    return execute(connection, "source_upsert", {"rows": as_json(declared)})


def deduplicate(connection: Connection, run_id: str, source_id: str) -> dict[str, int]:
    """Counts of staged `articles`, `urls` and `aliases`; marks the staged captures of URLs that are not their article's own."""
    params = {"run_id": run_id, "source_id": source_id}
    execute(connection, "deduplicate_keys", params)
    _measure(connection, "staged_key")
    execute(connection, "deduplicate", params)
    _drop(connection, ("staged_key",))
    counts: dict[str, int] = rows(connection, "deduplicate_count", params)[0]._asdict()
    return counts


def load(connection: Connection, run_id: str, source_id: str, *, now: datetime) -> dict[str, int]:
    """The source's books after loading what is staged: discovered, loaded, revised, unchanged, duplicate, rejected, skipped, pending.

    Call it in a transaction of its own, and commit at once: it holds the lock that lets one load in at a time.
    """
    params = _params(run_id, source_id, now)
    _bring_up_to_date(connection, source_id, params)
    _steps(connection, OUTCOME, params)
    _drop(connection, SCRATCH)
    counts: dict[str, int] = rows(connection, "outcome_count", params)[0]._asdict()
    return counts


def withdraw(connection: Connection, run_id: str, source_id: str, *, now: datetime) -> None:
    """Takes everything out of the warehouse that was taken down of the source, and derives anew what stood on it. `run_id` names nothing
    that is staged. Call it in a transaction of its own, as `load`."""
    _bring_up_to_date(connection, source_id, _params(run_id, source_id, now))
    _drop(connection, SCRATCH)


def _params(run_id: str, source_id: str, now: datetime) -> dict[str, object]:
    return {"run_id": run_id, "source_id": source_id, "now": now, "fields": list(RECORD_COLUMNS), **figures(), **signing.FIGURES}


def _bring_up_to_date(connection: Connection, source_id: str, params: Mapping[str, Any]) -> None:
    _steps(connection, ARRIVAL, params)
    if _step(connection, "load_touched", params):
        _steps(connection, (*OBSERVATION, *RECURRENCE), params)
        if strip_bodies(connection, source_id):
            _measure(connection, "touched")
        _steps(connection, DERIVATION, params)
        cluster_articles(connection, params)
    else:
        _steps(connection, NOTHING_TO_DERIVE, params)


def _steps(connection: Connection, names: Sequence[str], params: Mapping[str, object]) -> None:
    for name in names:
        _step(connection, name, params)


def _step(connection: Connection, name: str, params: Mapping[str, object]) -> int:
    """How many rows the statement touched, or its scratch table now holds."""
    count = execute(connection, name, params)
    if name.removeprefix("load_") in SCRATCH:
        _measure(connection, name.removeprefix("load_"))
    return count


def _measure(connection: Connection, scratch_table: str) -> None:
    """Lets the planner know how large a scratch table is: left to guess, it reads whole tables, or loops over all pairs."""
    with connection.cursor() as cursor:
        cursor.execute(f"analyze {scratch_table}")


def _drop(connection: Connection, scratch_tables: Sequence[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"drop table if exists {', '.join(scratch_tables)}")
