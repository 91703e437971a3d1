"""A Postgres for the benchmarks of the warehouse, warehouses on it, and what work costs in CPU seconds, client and server together."""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from benchmarks.synthetic_news import SOURCES, write_history
from newshouse import embedded_postgres, migrations
from newshouse.capture_index import index_captures, open_warc_file
from newshouse.database import Connection, connect
from newshouse.ledger import Decision, announce, captures_to_extract, decide, open_outcomes
from newshouse.load import deduplicate, load, sync_sources
from newshouse.model import ArticleRef, Outcome, Reason, Run
from newshouse.run_books import begin_run, begin_source_run, begin_stage
from newshouse.staging import StagedArticle, stage_rows, staging_rows


@dataclass(slots=True)
class Cost:
    """CPU seconds of the work measured so far."""

    client_s: float = 0.0
    server_s: float = 0.0
    wall_s: float = 0.0

    @property
    def cpu_s(self) -> float:
        return self.client_s + self.server_s


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """The server, and how to make warehouses on it."""

    server: embedded_postgres.Server
    names: list[str] = field(default_factory=list)

    def warehouse(self, name: str, history: int = 0) -> str:
        """The URL of a new migrated warehouse that knows the sources, and holds so many articles."""
        with closing(connect(self.server.url("postgres", "postgres"), application_name="benchmark")) as connection:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(f"create database {name} owner newshouse_etl")
        url = self.server.url(name)
        migrations.migrate(url, log=lambda _: None)
        with closing(connect(url, application_name="benchmark")) as connection, connection:
            sync_sources(connection, SOURCES)
        if history:
            with closing(connect(self.server.url(name, "postgres"), application_name="benchmark")) as connection:
                write_history(connection, history)
        return url

    def drop(self, name: str) -> None:
        with closing(connect(self.server.url("postgres", "postgres"), application_name="benchmark")) as connection:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute(f"drop database {name} with (force)")


@contextmanager
def benchmark() -> Iterator[Benchmark]:
    with TemporaryDirectory(prefix="newshouse-benchmark-") as folder:
        Path(folder).chmod(0o755)  # as root, Postgres runs as another account
        with embedded_postgres.start(Path(folder), is_disposable=True) as server:
            yield Benchmark(server=server)


@contextmanager
def working(url: str) -> Iterator[Connection]:
    """A connection whose work is done by one server process, so that it can be measured."""
    with closing(connect(url, application_name="benchmark")) as connection:
        with connection, connection.cursor() as cursor:
            cursor.execute("set max_parallel_workers_per_gather = 0; set max_parallel_maintenance_workers = 0")
        yield connection


@contextmanager
def measured(connection: Connection, cost: Cost) -> Iterator[None]:
    """Adds what is done inside to the cost."""
    server = psutil.Process(connection.info.backend_pid)
    before, server_before, began = os.times(), server.cpu_times(), time.perf_counter()
    yield
    after, server_after = os.times(), server.cpu_times()
    cost.wall_s += time.perf_counter() - began
    cost.client_s += after.user + after.system - before.user - before.system
    cost.server_s += server_after.user + server_after.system - server_before.user - server_before.system


@dataclass(slots=True)
class LoadCost:
    """What a load costs, part by part."""

    read: Cost = field(default_factory=Cost)  # which captures are to be staged, and the hashes and line keys of their texts
    stage: Cost = field(default_factory=Cost)
    deduplicate: Cost = field(default_factory=Cost)
    load: Cost = field(default_factory=Cost)

    @property
    def cpu_s(self) -> float:
        """Without `read`, which belongs to extraction."""
        return self.stage.cpu_s + self.deduplicate.cpu_s + self.load.cpu_s

    @property
    def parts(self) -> str:
        return f"stage {self.stage.cpu_s:.1f}, deduplicate {self.deduplicate.cpu_s:.1f}, load {self.load.cpu_s:.1f}"


def load_night(connection: Connection, run_id: str, arrivals: Sequence[StagedArticle]) -> LoadCost:
    """What it costs to stage and load the articles, source by source as a night does.

    The run's books and the archive's index are made before, unmeasured.
    """
    cost = LoadCost()
    by_source: dict[str, list[StagedArticle]] = {}
    for one in arrivals:
        by_source.setdefault(one.capture.source_id, []).append(one)
    with connection:
        begin_run(connection, Run(run_id=run_id, interval=None), kind="replay", now=arrivals[0].capture.captured_at)
    for source_id, ours in sorted(by_source.items()):
        _open_books(connection, run_id, source_id, ours)
        with measured(connection, cost.read), connection:
            asked = captures_to_extract(connection, run_id, source_id, extractor_name="newshouse", extractor_version="1")
            unread = {one.capture.capture_key for one in asked if not one.is_observed}
            staged = staging_rows(run_id, source_id, [one for one in ours if one.capture.capture_key in unread])
        with measured(connection, cost.stage), connection:
            stage_rows(connection, run_id, source_id, staged)
        with measured(connection, cost.deduplicate), connection:
            deduplicate(connection, run_id, source_id)
        with connection:
            begin_stage(connection, run_id, source_id, "load")
        with measured(connection, cost.load), connection:
            load(connection, run_id, source_id, now=ours[0].capture.captured_at)
    return cost


def _open_books(connection: Connection, run_id: str, source_id: str, ours: Sequence[StagedArticle]) -> None:
    """The run has discovered and fetched the articles, and extracted them, which is to be done again where nothing is staged."""
    now, run = ours[0].capture.captured_at, Run(run_id=run_id, interval=None)
    refs = [ArticleRef(source_id=source_id, url=one.capture.url, via="warc", document_url="benchmark", seen_at=now) for one in ours]
    waiting = [
        Decision(url_key=one.capture.url_key, outcome=Outcome.PENDING, reason=Reason.NOT_LOADED, capture_key=one.capture.capture_key)
        for one in ours
    ]
    with connection:
        open_warc_file(connection, ours[0].capture.warc_file, source_id, now=now)
    with connection:
        index_captures(connection, [one.capture for one in ours])
    with connection:
        announce(connection, refs)
        begin_source_run(connection, run_id, source_id, now=now)
        begin_stage(connection, run_id, source_id, "discover")
        open_outcomes(connection, run, source_id, now=now, url_keys=[ref.url_key for ref in refs])
        decide(connection, run_id, source_id, waiting, now=now)
