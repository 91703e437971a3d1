"""One night, end to end: what the site shows is what the warehouse holds, word for word."""

from collections import Counter
from datetime import UTC, date, datetime
from io import StringIO

import pytest
from rich.console import Console

from newshouse.model import Interval, RunMode, utc_day
from newshouse.report import rendered, run_report
from tests.pipeline.conftest import House
from tests.site import DEMO_DAY
from tests.site.expected import articles, articles_of, non_articles, wire_copies
from tests.warehouse_dump import warehouse_dump

DAY = utc_day(DEMO_DAY)
SEED_DAY = utc_day(date(2007, 11, 20))
SEPTEMBER = Interval(start=datetime(2025, 9, 1, tzinfo=UTC), end=datetime(2025, 10, 6, tzinfo=UTC))
PUBLISHERS = ("harbour-courier", "the-inland-post", "norden-blatt", "the-old-gazette")
RECORD = """
    select url, headline, article_body, date_published, description, image_caption, image_credit, word_count
    from mart.article_current where source_id = %s order by url
"""


@pytest.mark.parametrize("source_id", PUBLISHERS)
def test_a_source_of_the_demo_is_loaded_word_for_word(house: House, source_id: str) -> None:
    window = Interval(start=datetime(2007, 11, 1, tzinfo=UTC), end=SEPTEMBER.end)

    assert house.run(window, only=(source_id,))

    promised = [
        (one.url, one.headline, one.article_body, one.date_published, one.description, one.image_caption, one.image_credit, one.word_count)
        for one in sorted(articles_of(source_id, window), key=lambda one: one.url)
    ]
    assert len(promised) > 3
    assert house.rows(RECORD, source_id) == promised


def test_what_a_publisher_hangs_under_its_articles_is_learned_and_taken_out_of_those_loaded_before(house: House) -> None:
    holding = "select count(*) from mart.article_current where article_body like '%%Geschäftsstelle am Alten Hafen%%'"
    learned = "select article_count, is_stripped from mart.boilerplate where block_text like '%%Geschäftsstelle am Alten Hafen%%'"
    assert house.run(Interval(start=SEPTEMBER.start, end=datetime(2025, 9, 4, tzinfo=UTC)), only=("norden-blatt",))
    assert house.rows(holding) == [(3,)], "three articles share what may still be a quote"
    assert house.run(SEPTEMBER, only=("norden-blatt",))
    assert house.rows(holding) == [(0,)]
    assert house.rows(learned) == [(10, True)]


def test_the_authors_are_loaded_in_their_order(house: House) -> None:
    assert house.run(SEPTEMBER)
    loaded = dict(house.rows("select url, authors from mart.article_current"))
    assert {url: tuple(authors) for url, authors in loaded.items()} == {
        one.url: one.authors for one in articles() if SEPTEMBER.holds(one.date_published)
    }


def test_a_past_day_holds_its_own_articles_and_no_others(house: House) -> None:
    assert house.run(DAY)
    loaded = {url for (url,) in house.rows("select url from mart.article_current")}
    assert loaded == {one.url for one in articles() if DAY.holds(one.date_published)}


def test_the_seed_page_holds_exactly_the_articles_own_words(house: House) -> None:
    assert house.run(SEED_DAY, only=("the-old-gazette",))
    (promised,) = articles_of("the-old-gazette", SEED_DAY)
    assert house.rows("select headline, description, article_body from mart.article_current") == [
        (promised.headline, promised.description, promised.article_body)
    ]


def test_pages_that_are_no_articles_are_told_apart_with_their_reason(house: House) -> None:
    assert house.run(SEPTEMBER)
    outcomes = {(url, outcome, reason) for url, outcome, reason in house.rows("select url, outcome, reason from ops.url_outcome")}
    assert {(one.url, one.outcome, one.reason) for one in non_articles()} <= outcomes


def test_a_second_run_changes_nothing_and_fetches_no_page_again(house: House) -> None:
    assert house.run(DAY)
    before, fetched = warehouse_dump(house.connection), _article_requests(house)

    assert house.run(DAY)

    assert warehouse_dump(house.connection) == before
    assert _article_requests(house) == fetched
    latest = "(select run_id from ops.run order by started_at desc limit 1)"
    assert house.rows(f"select url from ops.url_outcome where run_id = {latest} and outcome = 'loaded'") == []


def test_a_later_edit_becomes_a_revision(house: House) -> None:
    house.site.now = datetime(2025, 9, 18, 6, tzinfo=UTC)
    assert house.run(DAY)
    before = dict(house.rows("select url, headline from mart.article_current"))
    house.site.now = datetime(2025, 10, 6, 6, tzinfo=UTC)

    assert house.run(DAY, mode=RunMode.REFETCH)

    promised = {one.url: one.headline for one in articles() if DAY.holds(one.date_published)}
    changed = {url for url, headline in promised.items() if before[url] != headline}
    assert changed, "the demo edits a headline of that day"
    assert dict(house.rows("select url, headline from mart.article_current")) == promised
    histories = house.rows(
        "select article.url, array_agg(revision.headline order by revision.valid_from) from warehouse.article_revision as revision"
        " join warehouse.article using (article_key) group by article.url having count(*) > 1"
    )
    assert changed <= {url for url, _ in histories}
    assert all(headlines[0] == before[url] for url, headlines in histories)  # type: ignore[index]


def test_a_print_version_is_a_duplicate_and_no_article(house: House) -> None:
    assert house.run(DAY)
    duplicates = {url for (url,) in house.rows("select url from ops.url_outcome where outcome = 'duplicate'")}
    aliases = {alias for one in articles() if DAY.holds(one.date_published) for alias in one.aliases}
    assert aliases
    assert aliases <= duplicates


def test_a_wire_story_on_two_publishers_is_one_cluster_with_its_origin(house: House) -> None:
    assert house.run(SEPTEMBER)
    for origin, *copies in wire_copies():
        clusters = house.rows(
            "select member.cluster_key, article.url, member.is_origin from warehouse.cluster_member as member"
            " join warehouse.article using (article_key) where article.url = any(%s) order by member.is_origin desc",
            [origin.url, *(copy.url for copy in copies)],
        )
        assert len({key for key, _, _ in clusters}) == 1
        assert clusters[0][1:] == (origin.url, True)
        assert len(clusters) == 1 + len(copies)
        told = house.rows(
            "select origin_source_id, source_id, lag, similarity, containment from mart.syndication where origin_url = %s order by lag",
            origin.url,
        )
        lags = sorted((copy.date_published - origin.date_published, copy.source_id) for copy in copies)
        assert told == [(origin.source_id, source_id, lag, 1, 1) for lag, source_id in lags]


def test_a_wire_story_that_another_publisher_extends_a_day_later_is_one_too(house: House) -> None:
    assert house.run(SEPTEMBER)
    wire = [one for one in articles() if one.authors == ("Meridian Wire",)]
    [(origin, copy)] = [(one, other) for one in wire for other in wire if other.text.startswith(f"{one.text}\n")]
    [(lag, similarity, containment)] = house.rows(
        "select lag, similarity, containment from mart.syndication where origin_url = %s and url = %s", origin.url, copy.url
    )
    assert lag == copy.date_published - origin.date_published
    assert similarity < 1
    assert containment > 0.95


def test_a_dead_source_turns_the_run_bad_and_leaves_the_others_loaded(house: House) -> None:
    assert not house.run(DAY, only=("dead-letter", "harbour-courier"))
    assert house.rows("select outcome from ops.source_run where source_id = 'dead-letter'") == [("failed",)]
    loaded = {url for (url,) in house.rows("select url from mart.article_current")}
    assert loaded == {one.url for one in articles_of("harbour-courier", DAY)}


def test_a_dry_run_loads_nothing_and_lists_what_it_would_do(house: House) -> None:
    assert house.run(DAY, is_dry_run=True)
    assert house.rows("select count(*) from warehouse.article") == [(0,)]
    listed = {url for (url,) in house.rows("select url from ops.url_outcome where reason = 'dry_run'")}
    assert {one.url for one in articles_of("harbour-courier", DAY)} <= listed
    assert _article_requests(house) == 0


def test_a_dry_run_says_of_each_url_what_a_run_would_do(house: House, caplog: pytest.LogCaptureFixture) -> None:
    """In the report, in the log that Airflow's UI shows, and in ops.url_outcome."""
    house.run(DAY, only=("harbour-courier",), max_articles=3)
    fetched = {url for (url,) in house.rows("select url from raw.capture where role = 'page'")}
    with caplog.at_level("INFO", logger="newshouse.stages"):
        house.run(DAY, only=("harbour-courier",), is_dry_run=True, max_articles=5)
    told = dict(house.rows("select url, detail from ops.url_outcome where reason = 'dry_run'"))
    assert Counter(told.values()) == {
        "would be read from the archive": 3,
        "would be fetched, if robots.txt allows it": 2,
        "would wait for another run: over max_articles": len(told) - 5,
    }
    assert {url for url, detail in told.items() if detail == "would be read from the archive"} == fetched
    report = run_report(house.connection)
    assert {line.url: line.detail for line in report.dry_run} == told
    shown = Console(record=True, width=400, file=StringIO())
    shown.print(rendered(report))
    printed = shown.export_text()
    for url, detail in told.items():
        assert any(detail in line and url in line for line in printed.splitlines())
        assert any(detail in line and url in line for line in caplog.messages)
    assert "2025-09-17" in printed


def test_the_report_tells_what_the_full_text_has_cost(house: House) -> None:
    assert house.run(DAY)
    report = run_report(house.connection)
    assert report.indexed_count == len(house.rows("select url from mart.article_current"))
    shown = Console(record=True, width=400, file=StringIO())
    shown.print(rendered(report))
    assert f"Full text of {report.indexed_count} articles indexed in" in shown.export_text()


@pytest.mark.parametrize(
    ("mode", "detail"),
    [(RunMode.REFETCH, "would be fetched, if robots.txt allows it"), (RunMode.FROM_ARCHIVE, "would be read from the archive")],
)
def test_a_dry_run_heeds_the_mode(house: House, mode: RunMode, detail: str) -> None:
    house.run(DAY, only=("harbour-courier",))
    house.run(DAY, only=("harbour-courier",), mode=mode, is_dry_run=True)
    assert house.rows("select distinct detail from ops.url_outcome where reason = 'dry_run'") == [(detail,)]


def test_a_page_budget_leaves_the_rest_pending(house: House) -> None:
    house.run(DAY, only=("harbour-courier",), max_articles=1)
    assert house.rows("select count(*) from ops.url_outcome where outcome <> 'pending'") == [(1,)]
    assert house.rows("select distinct reason from ops.url_outcome where outcome = 'pending'") == [("budget_spent",)]


def test_every_discovered_url_has_exactly_one_outcome(house: House) -> None:
    assert house.run(SEPTEMBER)
    accounted = "loaded + unchanged + duplicate + rejected + skipped + pending"
    rows = "(select count(*) from ops.url_outcome as one where one.run_id = source_run.run_id and one.source_id = source_run.source_id)"
    assert house.rows(f"select source_id from ops.source_run where discovered <> {accounted} or discovered <> {rows}") == []
    assert house.rows("select count(*) from ops.url_outcome where outcome = 'pending'") == [(0,)]


def _article_requests(house: House) -> int:
    """How many pages, other than feeds, sitemaps and robots.txt, the site was asked for."""
    listings = ("robots.txt", ".xml", ".php?feed", "rss", ".gz")
    return sum(1 for request in house.site.requests if not any(part in request.path for part in listings))
