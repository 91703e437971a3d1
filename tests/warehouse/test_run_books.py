"""The books of a run, and the checks that close them."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from newshouse.capture_index import (
    DiscoveryDocument,
    close_warc_file,
    index_captures,
    keep_robots,
    open_warc_file,
    record_documents,
    robots_of,
    unfinished_warc_files,
)
from newshouse.checks import CHECKS, run_checks
from newshouse.database import Connection
from newshouse.errors import WarehouseError
from newshouse.model import Run, RunMode, SourceOutcome, utc_day
from newshouse.robots import RobotsFile
from newshouse.run_books import (
    begin_run,
    begin_sources,
    begin_stage,
    count_fetched,
    finish_run,
    finish_source_run,
    judge_source,
    read_run,
    sources_of,
    started_at,
)
from newshouse.staging import forget_staged
from tests.warehouse.captures import NOW, capture, load_all, rows_of, stage_all, staged

RUN = Run(run_id="night", interval=utc_day(date(2025, 9, 17)), mode=RunMode.REFETCH, max_articles=7, is_dry_run=True, is_backfill=True)
URL = "https://courier.example/a"


def finished(connection: Connection, run_id: str, sources: tuple[str, ...] = ("courier",)) -> tuple[list[str], bool]:
    """The outcomes of the sources, and whether the run was good."""
    outcomes = [finish_source_run(connection, run_id, source_id, now=NOW).value for source_id in sources]
    run_checks(connection, run_id, now=NOW)
    return outcomes, finish_run(connection, run_id, now=NOW)


def loaded(connection: Connection, run_id: str = "night", **changes: Any) -> None:
    """A run that has loaded one article, whose capture stands in the archive's index."""
    one = staged(URL, **changes)
    open_warc_file(connection, one.capture.warc_file, "courier", now=NOW)
    index_captures(connection, [one.capture])
    load_all(connection, run_id, [one])


def failing_checks(connection: Connection, run_id: str = "night") -> list[str]:
    return [result.check_name for result in run_checks(connection, run_id, now=NOW) if not result.is_ok]


def test_a_run_is_read_as_it_was_begun(warehouse: Connection) -> None:
    begin_run(warehouse, RUN, kind="backfill", now=NOW)
    assert read_run(warehouse, "night") == RUN
    begin_run(warehouse, replace(RUN, interval=None), kind="replay", now=NOW + timedelta(hours=1))
    assert read_run(warehouse, "night").interval is None
    assert started_at(warehouse, "night") == NOW + timedelta(hours=1)
    with pytest.raises(WarehouseError, match="there is no run 'day'"):
        read_run(warehouse, "day")


def test_another_attempt_has_the_sources_it_is_given(warehouse: Connection) -> None:
    begin_run(warehouse, RUN, kind="manual", now=NOW)
    begin_sources(warehouse, "night", ["b", "a"], now=NOW)
    begin_sources(warehouse, "night", ["c", "b"], now=NOW)
    assert sources_of(warehouse, "night") == ["b", "c"]


def test_a_run_that_loaded_everything_is_good(warehouse: Connection) -> None:
    loaded(warehouse)
    assert finished(warehouse, "night") == (["ok"], True)
    assert rows_of(warehouse, "select loaded, pending, reason from ops.source_run") == [(1, 0, None)]
    assert rows_of(warehouse, "select count(*), bool_and(is_ok) from ops.check_result") == [(len(BREAKAGES), True)]


def test_a_run_without_urls_is_empty_and_good(warehouse: Connection) -> None:
    begin_run(warehouse, RUN, kind="manual", now=NOW)
    begin_sources(warehouse, "night", ["courier"], now=NOW)
    begin_stage(warehouse, "night", "courier", "load")
    assert finished(warehouse, "night") == (["empty"], True)


def test_a_source_that_a_stage_left_behind_has_failed(warehouse: Connection) -> None:
    stage_all(warehouse, "night", [staged(URL)])
    begin_stage(warehouse, "night", "courier", "extract")
    assert finished(warehouse, "night") == (["failed"], False)
    assert rows_of(warehouse, "select reason from ops.source_run") == [("the stage extract did not finish",)]


def test_a_dry_run_fills_no_gap(warehouse: Connection) -> None:
    actual = replace(RUN, is_dry_run=False)
    for run in (actual, replace(RUN, run_id="dry", is_dry_run=True), replace(actual, run_id="again")):
        begin_run(warehouse, run, kind="manual", now=NOW)
        begin_sources(warehouse, run.run_id, ["courier"], now=NOW)
        begin_stage(warehouse, run.run_id, "courier", "load")
        if run is actual:
            judge_source(warehouse, run.run_id, "courier", SourceOutcome.NOT_BACKFILLABLE, "feeds only")
        finished(warehouse, run.run_id)
        gaps = rows_of(warehouse, "select source_id from mart.coverage_gap")
        assert gaps == ([] if run.run_id == "again" else [("courier",)])


def test_what_a_stage_found_stands_until_that_stage_begins_again(warehouse: Connection) -> None:
    begin_run(warehouse, RUN, kind="manual", now=NOW)
    begin_sources(warehouse, "night", ["courier"], now=NOW)
    begin_stage(warehouse, "night", "courier", "discover")
    judge_source(warehouse, "night", "courier", SourceOutcome.NOT_BACKFILLABLE, "feeds only")
    begin_stage(warehouse, "night", "courier", "load")
    assert finished(warehouse, "night") == (["not_backfillable"], False)
    assert rows_of(warehouse, "select source_id, reason from mart.coverage_gap") == [("courier", "feeds only")]
    begin_stage(warehouse, "night", "courier", "discover")
    begin_stage(warehouse, "night", "courier", "load")
    assert finished(warehouse, "night") == (["empty"], True)
    assert rows_of(warehouse, "select source_id from mart.coverage_gap") == []


def test_fetched_pages_are_added_up(warehouse: Connection) -> None:
    begin_run(warehouse, RUN, kind="manual", now=NOW)
    begin_sources(warehouse, "night", ["courier"], now=NOW)
    page = capture(URL)
    count_fetched(warehouse, "night", "courier", [page, replace(page, status=404, size_bytes=5)])
    count_fetched(warehouse, "night", "courier", [page])
    assert rows_of(warehouse, "select fetched_pages, fetched_bytes, status_histogram from ops.source_run") == [(3, 7, {"200": 2, "404": 1})]


BREAKAGES = {
    "balance": "update ops.source_run set discovered = discovered + 1",
    "one_current_revision": "update warehouse.revision_span set valid_to = valid_from + interval '1 s'",
    "validity_without_gap": "update warehouse.revision_span set valid_to = valid_from + interval '1 s'",
    "capture_in_archive": "delete from raw.capture",
    "article_of_outcome": "update ops.url_outcome set article_key = null",
    "rejected_in_quarantine": "update ops.url_outcome set outcome = 'rejected', reason = 'gone'",
    "honest_day": "update ops.run set interval_start = '2001-01-01Z', interval_end = '2001-01-02Z'",
    "plausible_date": "update warehouse.article_record set date_published = '2125-09-18Z'",
    "fact_of_article": "delete from ops.article_change",  # as if search and marts had been refreshed without it
    "cluster_of_copies": "insert into warehouse.story_cluster select article_key, article_key, 2 from warehouse.article;"
    " insert into warehouse.cluster_member"
    " (article_key, cluster_key, similarity, containment, is_origin) select article_key, article_key, 1, 1, true from warehouse.article",
    "cluster_in_chains": "insert into warehouse.story_cluster select article_key, article_key, 60 from warehouse.article;"
    " insert into warehouse.cluster_member (article_key, cluster_key, similarity, containment, is_origin)"
    " select case when n = 0 then article_key else md5(n::text)::uuid end, article_key, 0, 0, n = 0"
    " from warehouse.article, generate_series(0, 59) as listed (n)",
}


def test_every_check_is_seen_failing() -> None:
    assert sorted(BREAKAGES) == sorted(path.stem for path in CHECKS.glob("*.sql"))


@pytest.mark.parametrize("check", BREAKAGES)
def test_a_check_finds_what_it_is_there_to_find(warehouse: Connection, check: str) -> None:
    loaded(warehouse)
    finish_source_run(warehouse, "night", "courier", now=NOW)
    assert failing_checks(warehouse) == []
    with warehouse.cursor() as cursor:
        cursor.execute(BREAKAGES[check])
    assert check in failing_checks(warehouse)
    assert not finish_run(warehouse, "night", now=NOW)


def test_staged_rows_are_forgotten_with_their_run(warehouse: Connection) -> None:
    loaded(warehouse)
    assert (forget_staged(warehouse, "other"), forget_staged(warehouse, "night"), forget_staged(warehouse, "night")) == (0, 1, 0)


def test_a_file_that_was_not_closed_is_found_after_a_crash(warehouse: Connection) -> None:
    for name in ("a.warc.gz", "b.warc.gz"):
        open_warc_file(warehouse, name, "courier", now=NOW)
    close_warc_file(warehouse, "a.warc.gz", record_count=3, now=NOW)
    open_warc_file(warehouse, "a.warc.gz", "courier", now=NOW)
    assert unfinished_warc_files(warehouse, "courier") == ["b.warc.gz"]


def test_a_capture_is_indexed_once_though_its_file_is_read_again(warehouse: Connection) -> None:
    page = capture(URL)
    open_warc_file(warehouse, page.warc_file, "courier", now=NOW)
    assert (index_captures(warehouse, [page]), index_captures(warehouse, [page]), index_captures(warehouse, [])) == (1, 0, 0)
    assert record_documents(warehouse, [DiscoveryDocument(capture=page, via="feed", ref_count=2, problem="no dates")]) == 1
    assert rows_of(warehouse, "select tableoid::regclass::text, etag from raw.capture") == [("raw.capture_2025_09", None)]


def test_the_last_robots_file_is_kept_and_goes_stale(warehouse: Connection) -> None:
    snapshot = RobotsFile(host="https://courier.example", fetched_at=NOW, status=200, body=b"User-agent: *\n\xff\0")
    keep_robots(warehouse, snapshot)
    keep_robots(warehouse, replace(snapshot, fetched_at=NOW - timedelta(hours=1), body=b""))
    assert robots_of(warehouse, snapshot.host, fetched_after=NOW - timedelta(days=1)) == snapshot
    assert robots_of(warehouse, snapshot.host, fetched_after=NOW) is None
