"""A rejected page, read again: from the archive, with today's extractor and settings, through the stages that every run goes through.

It is read by the rules of the run that rejected it: a page without a date that a night could not place is not placed by this either, or
the warehouse would hold what a rebuild does not find (law 2).
"""

import uuid
from contextlib import closing

from newshouse import rebuilding, stages
from newshouse.database import connect, rows
from newshouse.errors import NewshouseError
from newshouse.model import Interval, Run, RunMode, Source
from newshouse.replaying import source_of_host
from newshouse.settings import Settings
from newshouse.source_file import read_sources

AFTER_FETCH = ("extract", "deduplicate", "load")


def replay(run_id: str, quarantine_key: uuid.UUID, settings: Settings) -> str:
    """The id of the source whose page was read again, as the run `run_id`, which is left to be published and judged.

    Raises NewshouseError where the quarantine has no such row, or the archive no page of it.
    """
    with closing(connect(settings.warehouse_url, application_name="newshouse replay")) as connection:
        stages.require_migrated(connection)
        found = rows(connection, "ui_quarantine_one", {"quarantine_key": quarantine_key})
    if not found or found[0].capture_key is None:
        raise NewshouseError(f"there is no archived page to replay under the quarantine key {quarantine_key}")
    rejected = found[0]
    interval = Interval(start=rejected.interval_start, end=rejected.interval_end) if rejected.interval_start else None
    run = Run(run_id=run_id, interval=interval, mode=RunMode.FROM_ARCHIVE)
    source = _source(rejected.source_id, settings)
    stages.plan(run, stages.Chosen(sources=(source,)), settings, kind="replay")
    rebuilding.open_replayed(run, [source.source_id], frozenset({rejected.url_key}), settings)
    for stage in AFTER_FETCH:
        stages.do(stage, run_id, source, settings)
    return source.source_id


def _source(source_id: str, settings: Settings) -> Source:
    """As its file says, else as the host that a replay of WARC files met."""
    declared = {source.source_id: source for source in read_sources(settings.sources_folder).sources}
    return declared.get(source_id) or source_of_host(source_id)
