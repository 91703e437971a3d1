"""The ledger and the outcomes: which URLs a run has before it, and what became of each."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from newshouse.capture_index import index_captures, open_warc_file
from newshouse.database import Connection
from newshouse.errors import UnbalancedRun, WarehouseError
from newshouse.ledger import (
    Decision,
    announce,
    captures_to_extract,
    decide,
    learn_dates,
    mark_archived,
    open_outcomes,
    outcome_counts,
    pages_to_fetch,
)
from newshouse.load import load
from newshouse.model import ArticleRef, Outcome, Reason, Run, RunMode, url_key, utc_day
from newshouse.run_books import begin_run, begin_source_run, begin_stage
from tests.warehouse.captures import NOW, capture, load_all, rows_of, staged

DAY = utc_day(date(2025, 9, 17))
RUN = Run(run_id="night", interval=DAY)
URL = "https://courier.example/a"
KEY = url_key("courier", URL)


def ref(name: str = "a", *, hint: datetime | None = None, seen_at: datetime = NOW, **said: Any) -> ArticleRef:
    url = f"https://courier.example/{name}"
    fields: dict[str, Any] = {"via": "feed", "document_url": "https://courier.example/feed", **said}
    return ArticleRef(source_id="courier", url=url, seen_at=seen_at, date_hint=hint, **fields)


def begin(connection: Connection, run: Run = RUN) -> None:
    begin_run(connection, run, kind="manual", now=NOW)
    begin_source_run(connection, run.run_id, "courier", now=NOW)
    begin_stage(connection, run.run_id, "courier", "discover")


def opened(connection: Connection, refs: Sequence[ArticleRef], run: Run = RUN) -> list[str]:
    """The last parts of the URLs that the run has before it, having been told of `refs`."""
    announce(connection, refs)
    begin(connection, run)
    open_outcomes(connection, run, "courier", now=NOW)
    return [
        url.rpartition("/")[2]
        for (url,) in rows_of(connection, "select url from ops.url_outcome where run_id = %s order by url", run.run_id)
    ]


def archive(connection: Connection, **changes: Any) -> None:
    taken = replace(capture(URL), **changes)
    open_warc_file(connection, taken.warc_file, "courier", now=NOW)
    index_captures(connection, [taken])


def outcomes(connection: Connection, run_id: str = "night") -> list[tuple[Any, ...]]:
    return rows_of(connection, "select outcome, reason from ops.url_outcome where run_id = %s order by url", run_id)


def test_the_ledger_keeps_first_and_last_sight_and_the_latest_hints(warehouse: Connection) -> None:
    later = NOW + timedelta(hours=1)
    announce(warehouse, [ref(seen_at=later, headline_hint="New", via="sitemap"), ref(seen_at=NOW, headline_hint="Old", hint=DAY.start)])
    announce(warehouse, [ref(seen_at=NOW - timedelta(hours=1))])
    query = "select first_seen_at, last_seen_at, headline_hint, date_hint, via from raw.discovered_url"
    assert rows_of(warehouse, query) == [(NOW - timedelta(hours=1), later, "New", DAY.start, "feed")]


@pytest.mark.parametrize(
    ("hint", "is_candidate"),
    [
        (DAY.start, True),
        (DAY.start - timedelta(days=1), True),
        (DAY.start - timedelta(days=1, seconds=1), False),
        (DAY.end + timedelta(hours=23), True),
        (DAY.end + timedelta(days=1), False),
        (None, True),
    ],
)
def test_a_candidate_is_hinted_near_the_interval_or_not_at_all(warehouse: Connection, hint: datetime | None, is_candidate: bool) -> None:
    assert opened(warehouse, [ref(hint=hint)]) == (["a"] if is_candidate else [])


@pytest.mark.parametrize(("published", "is_candidate"), [(DAY.start, True), (DAY.end, False), (DAY.start - timedelta(seconds=1), False)])
def test_the_date_that_the_page_itself_gives_outweighs_the_hint(warehouse: Connection, published: datetime, is_candidate: bool) -> None:
    announce(warehouse, [ref(hint=DAY.start)])
    assert learn_dates(warehouse, {KEY: published}) == 1
    assert opened(warehouse, []) == (["a"] if is_candidate else [])


def test_an_undated_url_that_was_rejected_is_not_asked_by_every_later_run(warehouse: Connection) -> None:
    opened(warehouse, [ref()])
    decide(warehouse, "night", "courier", [Decision(url_key=KEY, outcome=Outcome.REJECTED, reason=Reason.NO_DATE)], now=NOW)
    assert opened(warehouse, [], replace(RUN, run_id="next night")) == []
    assert opened(warehouse, []) == ["a"]


def test_beyond_the_budget_urls_are_pending(warehouse: Connection) -> None:
    opened(warehouse, [ref("b"), ref("a"), ref("c")], replace(RUN, max_articles=2))
    assert outcomes(warehouse) == [("pending", "not_fetched"), ("pending", "not_fetched"), ("pending", "budget_spent")]
    assert [page.url for page in pages_to_fetch(warehouse, "night", "courier")] == [URL, "https://courier.example/b"]


def test_a_dry_run_skips_everything(warehouse: Connection) -> None:
    opened(warehouse, [ref()], replace(RUN, is_dry_run=True))
    assert outcomes(warehouse) == [("skipped", "dry_run")]
    assert pages_to_fetch(warehouse, "night", "courier") == []


def test_a_second_attempt_forgets_what_is_no_candidate_any_more(warehouse: Connection) -> None:
    opened(warehouse, [ref("a"), ref("b")])
    learn_dates(warehouse, {KEY: DAY.end})
    assert opened(warehouse, []) == ["b"]
    assert rows_of(warehouse, "select discovered from ops.source_run") == [(1,)]


def test_an_attempt_that_another_one_has_overtaken_cannot_open_the_books_again(warehouse: Connection) -> None:
    opened(warehouse, [ref()])
    begin_stage(warehouse, "night", "courier", "fetch")
    with pytest.raises(WarehouseError, match="another attempt of run night has gone on"):
        open_outcomes(warehouse, RUN, "courier", now=NOW)


@pytest.mark.parametrize(
    ("status", "needs_page", "outcome"),
    [
        (200, False, ("pending", "not_extracted")),
        (404, False, ("rejected", "gone")),
        (410, False, ("rejected", "gone")),
        (403, False, ("rejected", "http_error")),
        (429, True, ("pending", "not_fetched")),
        (503, True, ("pending", "not_fetched")),
    ],
)
def test_a_definite_answer_in_the_archive_is_not_asked_for_again(
    warehouse: Connection, status: int, needs_page: bool, outcome: tuple[str, str]
) -> None:
    archive(warehouse, status=status)
    opened(warehouse, [ref()])
    assert len(pages_to_fetch(warehouse, "night", "courier")) == needs_page
    mark_archived(warehouse, "night", "courier", now=NOW)
    assert outcomes(warehouse) == [outcome]


def test_a_refetch_wants_answers_since_the_run_began(warehouse: Connection) -> None:
    archive(warehouse)
    opened(warehouse, [ref()], replace(RUN, mode=RunMode.REFETCH))
    assert len(pages_to_fetch(warehouse, "night", "courier")) == 1
    assert mark_archived(warehouse, "night", "courier", now=NOW) == 0
    archive(warehouse, captured_at=NOW + timedelta(seconds=1))
    assert pages_to_fetch(warehouse, "night", "courier") == []
    assert mark_archived(warehouse, "night", "courier", now=NOW) == 1


def test_without_network_only_archived_urls_are_candidates(warehouse: Connection) -> None:
    archive(warehouse)
    assert opened(warehouse, [ref("a"), ref("b")], replace(RUN, mode=RunMode.FROM_ARCHIVE)) == ["a"]
    assert pages_to_fetch(warehouse, "night", "courier") == []


def test_extraction_gets_every_page_of_a_url_and_learns_which_it_has_read(warehouse: Connection) -> None:
    load_all(warehouse, "before", [staged(URL)])
    archive(warehouse)
    archive(warehouse, captured_at=NOW)
    archive(warehouse, captured_at=NOW + timedelta(hours=1), status=404)
    opened(warehouse, [])
    mark_archived(warehouse, "night", "courier", now=NOW)
    found = captures_to_extract(warehouse, "night", "courier", extractor_name="newshouse", extractor_version="1")
    assert [(one.capture.captured_at, one.is_observed) for one in found] == [(capture(URL).captured_at, True), (NOW, False)]
    assert found[0].capture == capture(URL)


def test_what_was_read_before_is_unchanged_at_load(warehouse: Connection) -> None:
    load_all(warehouse, "before", [staged(URL)])
    opened(warehouse, [])
    waiting = Decision(url_key=KEY, outcome=Outcome.PENDING, reason=Reason.NOT_LOADED, capture_key=capture(URL).capture_key)
    decide(warehouse, "night", "courier", [waiting], now=NOW)
    assert load(warehouse, "night", "courier", now=NOW)["unchanged"] == 1


def test_the_same_rejection_again_is_the_same_row_of_the_quarantine(warehouse: Connection) -> None:
    for run_id, instant in (("night", NOW), ("night 2", NOW + timedelta(days=1))):
        announce(warehouse, [ref(hint=DAY.start)])
        opened(warehouse, [], replace(RUN, run_id=run_id))
        decide(
            warehouse,
            run_id,
            "courier",
            [Decision(url_key=KEY, outcome=Outcome.REJECTED, reason=Reason.GONE, detail="status 404")],
            now=instant,
        )
    assert rows_of(
        warehouse, "select url, reason, detail, first_run_id, last_run_id, last_seen_at - first_seen_at from ops.quarantine"
    ) == [(URL, "gone", "status 404", "night", "night 2", timedelta(days=1))]


def test_nothing_is_decided_that_was_not_discovered(warehouse: Connection) -> None:
    opened(warehouse, [ref()])
    unknown = url_key("courier", "https://courier.example/unknown")
    with pytest.raises(UnbalancedRun, match="0 of the 1 URLs"):
        decide(warehouse, "night", "courier", [Decision(url_key=unknown, outcome=Outcome.SKIPPED, reason=Reason.REVISIT)], now=NOW)


def test_the_counts_add_up(warehouse: Connection) -> None:
    opened(warehouse, [ref(name) for name in "abc"])
    decide(warehouse, "night", "courier", [Decision(url_key=KEY, outcome=Outcome.SKIPPED, reason=Reason.ROBOTS_DISALLOWED)], now=NOW)
    counts = outcome_counts(warehouse, "night", "courier")
    assert (counts["discovered"], counts["skipped"], counts["pending"]) == (3, 1, 2)


def test_a_replay_takes_the_urls_it_is_given(warehouse: Connection) -> None:
    announce(warehouse, [ref("a", hint=datetime(1999, 1, 1, tzinfo=UTC)), ref("b")])
    run = Run(run_id="replay", interval=None)
    begin(warehouse, run)
    assert open_outcomes(warehouse, run, "courier", now=NOW, url_keys=[KEY])["discovered"] == 1
    with pytest.raises(ValueError, match="has no interval"):
        open_outcomes(warehouse, run, "courier", now=NOW)
