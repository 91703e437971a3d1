"""Copies among loaded articles: cut, extended, edited; by whom first; and what is no copy. Whatever the order of arrival (law 2)."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newshouse import clustering
from newshouse.database import Connection
from newshouse.model import DatePrecision, Source
from newshouse.near_duplicates import Document, cluster_documents
from newshouse.near_duplicates.origin import names_of
from newshouse.signing import signature_of
from newshouse.staging import StagedArticle
from tests.near_duplicates.stories import edited, market_report, sentences, story
from tests.warehouse.captures import NOON, NOW, load_all, rows_of, staged, state

WIRE = story(1)
CLUSTERS = """
select array_agg(split_part(url, '/', 4) order by split_part(url, '/', 4))
from warehouse.cluster_member join warehouse.article using (article_key) group by cluster_key
"""


def told(name: str, body: str, *, source_id: str = "courier", after_h: float = 0, **said: object) -> StagedArticle:
    url = f"https://{source_id}.example/{name}"
    return staged(url, source_id=source_id, body=body, date_published=NOON + timedelta(hours=after_h), **said)  # type: ignore[arg-type]


def clusters(connection: Connection) -> list[list[str]]:
    return sorted(names for (names,) in rows_of(connection, CLUSTERS))


def test_a_copy_that_is_cut_is_a_copy_with_its_origin_and_lag(warehouse: Connection) -> None:
    half = "\n".join(WIRE.split("\n")[:6])
    load_all(warehouse, "one", [told("whole", WIRE), told("half", half, source_id="gazette", after_h=5)])
    [(origin, copy, lag, similarity, containment, is_own)] = rows_of(
        warehouse, "select origin_source_id, source_id, lag, similarity, containment, is_own from mart.syndication"
    )
    assert (origin, copy, lag, is_own) == ("courier", "gazette", timedelta(hours=5), False)
    assert 0.3 < similarity < 0.7
    assert containment > 0.9


def test_an_exact_copy_under_another_standfirst_has_all_in_common(warehouse: Connection) -> None:
    standfirst = "What the desk of the second paper thinks that its readers should know first."
    copy = told("copy", f"{standfirst}\n{WIRE}", source_id="gazette", after_h=1, description=standfirst)
    load_all(warehouse, "one", [told("whole", WIRE), copy])
    assert rows_of(warehouse, "select similarity, containment from mart.syndication") == [(1, 1)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (told("a", market_report(1)), told("b", market_report(2), source_id="gazette")),
        (told("a", WIRE), told("b", WIRE, source_id="gazette", after_h=15 * 24)),
        (told("a", WIRE), told("b", story(2), source_id="gazette")),
    ],
    ids=["the same template with other numbers", "published fifteen days apart", "another story"],
)
def test_look_alikes_are_no_copies(warehouse: Connection, one: StagedArticle, other: StagedArticle) -> None:
    load_all(warehouse, "one", [one, other])
    assert clusters(warehouse) == []


def test_the_agency_that_a_copy_credits_is_the_origin_though_it_is_dated_later(warehouse: Connection) -> None:
    assert "gazette" in names_of(Source(source_id="g", name="The Gazette", homepage="", language="en", time_zone="UTC").name)
    load_all(warehouse, "one", [told("copy", f"{WIRE}\n(Gazette)"), told("wire", WIRE, source_id="gazette", after_h=1)])
    assert rows_of(warehouse, "select origin_source_id, source_id, lag from mart.syndication") == [
        ("gazette", "courier", timedelta(hours=-1))
    ]


def test_a_date_without_a_time_does_not_make_an_article_the_first(warehouse: Connection) -> None:
    day_only = told("day", WIRE, source_id="gazette", after_h=-12, date_published_precision=DatePrecision.DAY)
    load_all(warehouse, "one", [told("noon", WIRE), day_only])
    assert rows_of(warehouse, "select origin_source_id from mart.syndication") == [("courier",)]


def background(number: int) -> StagedArticle:
    """A short article about something of its own above a long paragraph that the source sets under many, and that is about its topic."""
    paragraph = " ".join(sentences(1, count=4)).lower()
    return told(f"{number}", f"{sentences(100 + number, count=1)[0]}\n{paragraph}", headline=paragraph[:40])


def test_a_paragraph_of_many_stories_is_no_evidence_also_for_what_was_loaded_before(warehouse: Connection) -> None:
    load_all(warehouse, "one", [background(number) for number in range(3)])
    assert clusters(warehouse) == [["0", "1", "2"]]
    load_all(warehouse, "two", [background(number) for number in range(3, 9)])
    assert clusters(warehouse) == []


SIGNATURES = """
select keys, sketch, credits from warehouse.story_signature join warehouse.article using (article_key) where url like '%%/' || %s
"""


def signed(connection: Connection, name: str) -> tuple[tuple[int, ...], bytes, list[str]]:
    with connection.cursor() as cursor:
        cursor.execute(SIGNATURES, [name])
        ((keys, sketch, credits),) = cursor.fetchall()
    return tuple(keys), bytes(sketch), credits


def test_a_text_keeps_the_signature_it_got_when_it_was_read(warehouse: Connection) -> None:
    standfirst = "What the desk of the paper thinks that its readers should know first."
    load_all(warehouse, "one", [told("wire", f"{standfirst}\n{WIRE}\n(Gazette)", description=standfirst)])
    found = signature_of([*WIRE.split("\n"), "(Gazette)"], None)
    assert signed(warehouse, "wire") == (found.keys, found.packed(), ["gazette"])


def test_a_text_is_signed_anew_without_a_line_that_turns_out_to_be_no_evidence(warehouse: Connection) -> None:
    load_all(warehouse, "one", [background(number) for number in range(9)])
    own_line = signature_of(sentences(100, count=1), None)
    assert signed(warehouse, "0")[:2] == (own_line.keys, own_line.packed())


def test_what_was_forgotten_of_the_weeks_in_use_is_filled_in_again(warehouse: Connection) -> None:
    load_all(warehouse, "one", [told("whole", WIRE)])
    with warehouse.cursor() as cursor:
        cursor.execute("truncate staging.story_key, staging.key_week")  # as a crash of Postgres does
    load_all(warehouse, "two", [told("copy", WIRE, source_id="gazette")])
    assert clusters(warehouse) == [["copy", "whole"]]
    assert rows_of(warehouse, "select count(*), count(distinct place) from staging.story_key") == [(32, 2)]


def test_the_keys_of_weeks_that_no_load_needs_are_left_out(warehouse: Connection) -> None:
    load_all(warehouse, "one", [told("old", WIRE, after_h=-1_000)])
    with warehouse.cursor() as cursor:
        cursor.execute("update staging.key_week set used_at = %s", [NOW - timedelta(days=8)])
    load_all(warehouse, "two", [told("new", WIRE)])
    assert rows_of(warehouse, "select count(distinct place) from staging.story_key") == [(1,)]
    assert rows_of(warehouse, "select count(*) from warehouse.story_signature") == [(2,)]
    load_all(warehouse, "three", [told("late", WIRE, source_id="gazette", after_h=-999)])
    assert clusters(warehouse) == [["late", "old"]]


def test_a_newer_extractor_that_reads_another_text_dissolves_the_cluster(warehouse: Connection) -> None:
    load_all(warehouse, "one", [told("a", WIRE), told("b", WIRE, source_id="gazette")])
    load_all(warehouse, "two", [told("b", story(7), source_id="gazette", version="2")])
    assert clusters(warehouse) == []
    assert rows_of(warehouse, "select count(*) from warehouse.story_cluster") == [(0,)]


TEXTS = (
    WIRE,
    "\n".join(WIRE.split("\n")[:7]),
    "\n".join(WIRE.split("\n")[5:]),  # shares less with the one before than a copy does: both hang on the whole
    edited(WIRE, 25),
    f"{WIRE}\n(Gazette)",
    story(2),
    "\n".join([*story(2).split("\n"), *sentences(3, count=3)]),
    background(1).article.article_body,
    market_report(1),
    market_report(2),
)


Saying = tuple[int, int, int, str]  # article, text, hour of capture, version of the extractor


def arrival(saying: Saying) -> StagedArticle:
    number, text, hour, version = saying
    source_id, after_h = ("courier", "gazette")[number % 2], (0, 1, 300, 400)[(number + text) % 4]
    return told(f"{number}", TEXTS[text], source_id=source_id, after_h=after_h, hour=hour, version=version)


@st.composite
def deliveries(draw: st.DrawFn) -> tuple[list[Saying], list[list[Saying]]]:
    """What some articles said; and the same in another order, in batches, some repeatedly, some first misread by an older extractor."""
    observed = st.tuples(st.integers(0, 7), st.integers(0, len(TEXTS) - 1), st.integers(0, 1), st.just("1"))
    sayings = draw(st.lists(observed, min_size=2, max_size=10, unique_by=lambda saying: (saying[0], saying[2])))
    order = draw(st.permutations(sayings + sayings[:2]))
    cut = draw(st.integers(1, len(order)))
    misread = [(number, draw(st.integers(0, len(TEXTS) - 1)), hour, "0") for number, _, hour, _ in order[cut : cut + 2]]
    return sayings, [some for some in (order[:cut] + misread, order[cut:]) if some]


@pytest.mark.parametrize("neighbours", [200, 1], ids=["as it is", "in a crowd"])
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(delivery=deliveries())
def test_clusters_do_not_depend_on_order_batches_repetition_or_extractors_before(
    warehouse: Connection, monkeypatch: pytest.MonkeyPatch, neighbours: int, delivery: tuple[list[Saying], list[list[Saying]]]
) -> None:
    monkeypatch.setitem(clustering.FIGURES, "neighbours", neighbours)
    sayings, batches = delivery
    warehouse.rollback()
    load_all(warehouse, "all at once", map(arrival, sayings))
    at_once = state(warehouse)
    warehouse.rollback()
    for number, batch in enumerate(batches):
        load_all(warehouse, f"batch {number}", map(arrival, batch))
    assert state(warehouse) == at_once


def test_the_warehouse_finds_the_clusters_that_the_library_finds(warehouse: Connection) -> None:
    texts = [*TEXTS, *(edited(story(seed), every) for seed in range(20, 26) for every in (9, 14, 30))]
    load_all(warehouse, "one", [told(f"{number:02}", text, after_h=number) for number, text in enumerate(texts)])
    documents = [
        Document(id=f"{number:02}", source="courier", title="", text=text, published=NOON + timedelta(hours=number))
        for number, text in enumerate(texts)
    ]
    found: dict[str, list[str]] = {}
    for document, cluster in cluster_documents(documents):
        found.setdefault(cluster, []).append(document)
    assert clusters(warehouse) == sorted(some for some in found.values() if len(some) > 1)
