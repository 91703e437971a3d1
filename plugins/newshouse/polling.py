"""Between the nights: what shows only the present, feeds and news sitemaps, read into the ledger before it falls out of them.

No run, no books, no pages: the ledger remembers what was announced, and the night takes it from there.
"""

import logging
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

from newshouse import ledger, stages
from newshouse.database import connect
from newshouse.discovering import announced
from newshouse.discovery import shows_present_only
from newshouse.errors import SourceFailed
from newshouse.model import Source
from newshouse.settings import Settings

log = logging.getLogger(__name__)


def pollable(source: Source) -> Source | None:
    """The source with only those of its rules that show the present alone; None where it has none."""
    rules = tuple(rule for rule in source.discovery if shows_present_only(rule))
    return replace(source, discovery=rules) if rules else None


def source_ids(settings: Settings, only: Sequence[str] = ()) -> list[str]:
    """The sources that have something to poll: those named in `only`, else every enabled one. Raises as `chosen_sources` does."""
    return [source.source_id for source in stages.chosen_sources(settings, only).sources if pollable(source)]


def poll(source: Source, settings: Settings) -> Mapping[str, int]:
    """Counts of `announced` URLs, of those `new` to the ledger, and of `documents` read. Commits.

    Raises SourceBusy, SourceGone or SourceFailed where none of the documents could be read, and SourceFailed where some could not:
    the ledger holds by then what the others announced.
    """
    polled = pollable(source)
    if polled is None:
        return {"announced": 0, "new": 0, "documents": 0}
    now = datetime.now(UTC)
    with closing(connect(settings.warehouse_url, application_name=f"newshouse poll {source.source_id}")) as connection:
        found = announced(connection, polled, None, settings, now=now)
        with connection:
            new_count = ledger.first_seen_since(connection, source.source_id, now)
    if found.problems:
        raise SourceFailed(f"{source.source_id}: {'; '.join(found.problems)}")
    counts = {"announced": len(found.refs), "new": new_count, "documents": len(found.documents)}
    log.info("%s: %s announced, %s of them new", source.source_id, counts["announced"], counts["new"])
    return counts
