"""The load: what becomes of articles, URLs, histories and copies."""

from datetime import UTC, datetime, timedelta

import pytest

from newshouse.database import Connection
from newshouse.load import load
from newshouse.model import article_key
from tests.warehouse.captures import NOON, NOW, article, load_all, rows_of, stage_all, staged, state

URL = "https://courier.example/bridge"
PRINT_URL = "https://courier.example/a/print/bridge"
LONG = (
    "Nine years after the first stone was laid the bridge over the river was opened on Monday by the mayor in heavy rain"
    " and before a thousand guests."
)


BODY = article(URL).article_body
REWRITTEN = (
    "Whoever waited for the mayor on Monday got wet, for the heavens had opened long before any gate did, and of the thousand guests not"
    " one had thought of bringing an umbrella along to the river."
)


def history(connection: Connection) -> list[tuple[str, int, int | None, str]]:
    """Headline, hours from noon of begin and end, kind of change."""
    found = rows_of(connection, "select headline, valid_from, valid_to, change_kind from warehouse.article_revision order by valid_from")
    return [(headline, _hours(begin), end and _hours(end), kind) for headline, begin, end, kind in found]


def _hours(instant: datetime) -> int:
    return int((instant - NOON) / timedelta(hours=1))


def test_a_new_article_is_loaded_with_its_authors(warehouse: Connection) -> None:
    books = load_all(warehouse, "one", [staged(URL, authors=["Ann Lee", "Bo Ek"])])
    assert books["courier"]["loaded"] == books["courier"]["discovered"] == 1
    assert rows_of(warehouse, "select headline, authors, revision_count, is_copy from mart.article_current") == [
        ("A bridge opens", ["Ann Lee", "Bo Ek"], 1, False)
    ]


def test_the_same_page_again_is_unchanged(warehouse: Connection) -> None:
    load_all(warehouse, "one", [staged(URL)])
    before = state(warehouse)
    assert load_all(warehouse, "two", [staged(URL)])["courier"]["unchanged"] == 1
    assert state(warehouse) == before


def test_a_later_capture_of_the_same_words_is_unchanged_and_no_revision(warehouse: Connection) -> None:
    load_all(warehouse, "one", [staged(URL)])
    books = load_all(warehouse, "two", [staged(URL, hour=3)])
    assert (books["courier"]["unchanged"], books["courier"]["loaded"]) == (1, 0)
    assert history(warehouse) == [("A bridge opens", 0, None, "first")]
    assert rows_of(warehouse, "select last_captured_at from warehouse.article") == [(NOON + timedelta(hours=3),)]


def test_an_edit_is_a_revision(warehouse: Connection) -> None:
    load_all(warehouse, "one", [staged(URL)])
    books = load_all(warehouse, "two", [staged(URL, hour=3, digest="b", headline="A bridge shuts")])
    assert (books["courier"]["loaded"], books["courier"]["revised"]) == (1, 1)
    assert history(warehouse) == [("A bridge opens", 0, 3, "first"), ("A bridge shuts", 3, None, "headline")]


def test_an_edit_and_its_withdrawal_are_three_revisions_of_two_records(warehouse: Connection) -> None:
    load_all(warehouse, "one", [staged(URL), staged(URL, hour=2, digest="b", headline="A bridge shuts"), staged(URL, hour=4)])
    assert [headline for headline, *_ in history(warehouse)] == ["A bridge opens", "A bridge shuts", "A bridge opens"]
    assert rows_of(warehouse, "select count(*) from warehouse.article_record") == [(2,)]


def test_an_older_capture_that_arrives_later_takes_its_place_and_splits_a_span(warehouse: Connection) -> None:
    load_all(warehouse, "one", [staged(URL, hour=0), staged(URL, hour=4)])
    books = load_all(warehouse, "two", [staged(URL, hour=2, digest="b", headline="A bridge shuts")])
    assert books["courier"]["revised"] == 1
    assert history(warehouse) == [
        ("A bridge opens", 0, 2, "first"),
        ("A bridge shuts", 2, 4, "headline"),
        ("A bridge opens", 4, None, "headline"),
    ]


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"headline": "A BRIDGE, opens!"}, "cosmetic"),
        ({"headline": "A bridge shuts"}, "headline"),
        ({"body": LONG}, "body"),
        ({"description": "After nine years."}, "body"),
        ({"headline": "A bridge shuts", "body": LONG}, "headline_and_body"),
        ({"article_section": "Traffic"}, "cosmetic"),
        ({"body": f"{BODY}\nCorrection: the work took nine years, not ten."}, "correction"),
        ({"headline": "A bridge shuts", "body": f"{BODY}\nAn earlier version of this article named another day."}, "correction"),
        ({"body": "This article has been withdrawn."}, "withdrawn"),
    ],
)
def test_a_revision_says_what_changed(warehouse: Connection, said: dict[str, str], kind: str) -> None:
    load_all(warehouse, "one", [staged(URL), staged(URL, hour=1, digest="b", **said)])
    assert history(warehouse)[1][3] == kind


def test_an_edit_below_a_standing_correction_is_no_correction(warehouse: Connection) -> None:
    notice = "Correction: the work took nine years, not ten."
    load_all(warehouse, "one", [staged(URL, body=f"{BODY}\n{notice}"), staged(URL, hour=1, digest="b", body=f"{LONG}\n{notice}")])
    assert history(warehouse)[1][3] == "body"


def test_what_stands_after_a_withdrawal_is_an_edit_again(warehouse: Connection) -> None:
    notice = "This article has been withdrawn."
    load_all(warehouse, "one", [staged(URL), staged(URL, hour=1, digest="b", body=notice), staged(URL, hour=2)])
    assert [kind for *_, kind in history(warehouse)] == ["first", "withdrawn", "body"]


def test_of_two_captures_at_one_instant_one_counts_whatever_their_order(warehouse: Connection) -> None:
    both = [staged(URL, digest="a"), staged(URL, digest="b", headline="A bridge shuts")]
    load_all(warehouse, "one", both[:1])
    load_all(warehouse, "two", both[1:])
    in_turn = history(warehouse)
    assert len(in_turn) == 1
    warehouse.rollback()
    load_all(warehouse, "one", both[::-1])
    assert history(warehouse) == in_turn


def test_another_url_of_an_article_is_a_duplicate_and_makes_no_revision(warehouse: Connection) -> None:
    load_all(warehouse, "one", [staged(URL)])
    books = load_all(warehouse, "two", [staged(PRINT_URL, identity=URL, hour=1, digest="b", headline="A bridge opens (print)")])
    assert books["courier"]["duplicate"] == 1
    assert len(history(warehouse)) == 1
    assert rows_of(warehouse, "select outcome, detail from ops.url_outcome where run_id = 'two'") == [("duplicate", URL)]


def test_the_canonical_url_is_an_articles_own_though_another_was_seen_first(warehouse: Connection) -> None:
    load_all(warehouse, "one", [staged(PRINT_URL, identity=URL, headline="A bridge opens (print)")])
    assert rows_of(warehouse, "select url from warehouse.article") == [(PRINT_URL,)]
    load_all(warehouse, "two", [staged(URL, hour=-1)])
    assert rows_of(warehouse, "select url from warehouse.article") == [(URL,)]
    assert history(warehouse) == [("A bridge opens", -1, None, "first")]


def test_a_declared_canonical_url_wins_where_the_identity_is_no_url(warehouse: Connection) -> None:
    load_all(warehouse, "one", [staged(PRINT_URL, identity="4711", canonical_url=URL), staged(URL, identity="4711", canonical_url=URL)])
    assert rows_of(warehouse, "select url, canonical_url from mart.article_current") == [(URL, URL)]


def test_the_same_story_of_two_sources_is_a_cluster_with_its_origin_and_lag(warehouse: Connection) -> None:
    copy = "https://gazette.example/bridge"
    load_all(warehouse, "one", [staged(URL, body=LONG)])
    load_all(warehouse, "two", [staged(copy, source_id="gazette", body=LONG.upper(), date_published=NOON + timedelta(hours=5))])
    assert rows_of(warehouse, "select source_id, is_copy, copied_source_id, lag from mart.article_current order by source_id") == [
        ("courier", False, None, None),
        ("gazette", True, "courier", timedelta(hours=5)),
    ]


def test_an_edit_takes_an_article_out_of_its_cluster(warehouse: Connection) -> None:
    copy = "https://gazette.example/bridge"
    load_all(warehouse, "one", [staged(URL, body=LONG), staged(copy, source_id="gazette", body=LONG)])
    load_all(warehouse, "two", [staged(URL, hour=1, digest="b", body=REWRITTEN)])
    assert rows_of(warehouse, "select count(*) from warehouse.story_cluster") == [(0,)]
    assert rows_of(warehouse, "select count(*) from warehouse.cluster_member") == [(0,)]


def test_short_bodies_form_no_cluster(warehouse: Connection) -> None:
    load_all(warehouse, "one", [staged(URL, body="No news."), staged("https://gazette.example/x", source_id="gazette", body="No news.")])
    assert rows_of(warehouse, "select count(*) from warehouse.story_cluster") == [(0,)]


def test_a_newer_extractor_on_the_same_bytes_replaces_what_the_older_read(warehouse: Connection) -> None:
    load_all(warehouse, "one", [staged(URL, headline="A bridge opens | Courier", authors=["By Ann Lee"])])
    load_all(warehouse, "two", [staged(URL, version="2")])
    assert history(warehouse) == [("A bridge opens", 0, None, "first")]
    assert rows_of(warehouse, "select name from warehouse.author") == [("Ann Lee",)]


def test_a_newer_extractor_that_finds_another_identity_leaves_no_trace_of_the_old_article(warehouse: Connection) -> None:
    load_all(warehouse, "one", [staged(URL)])
    load_all(warehouse, "two", [staged(URL, version="2", identity="4711")])
    assert rows_of(warehouse, "select article_key from warehouse.article") == [(article_key("courier", "4711"),)]
    assert rows_of(warehouse, "select count(*) from warehouse.article_record") == [(1,)]


def test_text_that_postgres_cannot_hold_is_loaded_with_replacements(warehouse: Connection) -> None:
    load_all(
        warehouse,
        "one",
        [staged(URL, headline="A\0B \ud800 \\N\t\r\n'", keywords=('a"b\\', "{}", "\udfff"), provenance={"headline": "x\0"})],
    )
    assert rows_of(warehouse, "select headline, keywords, provenance from warehouse.article_record") == [
        ("A\ufffdB \ufffd \\N\t\r\n'", ['a"b\\', "{}", "\ufffd"], {"headline": "x\ufffd"})
    ]


@pytest.mark.parametrize("year", [1, 9999])
def test_a_date_at_the_end_of_the_calendar_stops_nothing(warehouse: Connection, year: int) -> None:
    load_all(warehouse, "one", [staged(URL, date_modified=datetime(year, 1, 1, 12, tzinfo=UTC))])
    assert rows_of(warehouse, "select extract(year from date_modified)::int from warehouse.article_record") == [(year,)]


def test_a_url_longer_than_an_index_entry_is_loaded(warehouse: Connection) -> None:
    url = URL + "?q=" + "".join(f"{number:x}" for number in range(4_000))
    assert load_all(warehouse, "one", [staged(url)])["courier"]["loaded"] == 1


def test_what_staging_lost_in_a_crash_stays_pending(warehouse: Connection) -> None:
    load_all(warehouse, "one", [staged(URL)])
    stage_all(warehouse, "two", [staged(URL, hour=1, digest="b", headline="A bridge shuts")])
    with warehouse.cursor() as cursor:
        cursor.execute("truncate staging.article")
    assert load(warehouse, "two", "courier", now=NOW)["pending"] == 1
