"""What a source repeats: learned from all its articles, stripped from all of them, whenever they came."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import timedelta
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newshouse.database import Connection, execute
from newshouse.extraction.text import word_count
from newshouse.recurring_blocks import Observation, Recurrence, Verdict, blocks_of, recurrences
from newshouse.staging import StagedArticle, record, record_hash
from tests.warehouse.captures import NOON, load_all, rows_of, staged, state
from tests.warehouse.test_law_two import _row_versions

APPEAL = (
    "A word from the desk",
    "Every morning forty of us set out along this coast so that you need not, and the boats do not pay for themselves.",
    "Put a coin in the tin",
)
WORDS = (
    *("harbour", "bridge", "market", "council", "river", "school", "ferry", "orchard", "lantern", "quarry", "tunnel", "meadow"),
    *("chimney", "pasture", "violin", "granite", "saddle", "compass", "thunder", "barley", "copper", "willow", "needle", "anchor"),
    *("falcon", "pepper", "marble", "canyon", "timber", "velvet"),
)
BODY = "select article_body from mart.article_current order by url"


def story(number: int, lines: int = 4) -> list[str]:
    """Paragraphs that no other number has."""
    return [
        " ".join(WORDS[(number * 7 + line * 11 + place * (number % 5 + 1)) % len(WORDS)] for place in range(12)) + f" {number} {line}."
        for line in range(lines)
    ]


def told(number: int, lines: Sequence[str], *, source_id: str = "courier", **said: object) -> StagedArticle:
    """An article of `lines`, captured `number` minutes after noon."""
    url = f"https://{source_id}.example/{number:04}"
    digest = sha256("\n".join(lines).encode()).hexdigest()
    fields = {"headline": f"Title {WORDS[number % len(WORDS)]} {number}", "hour": number / 60, **said}
    return staged(url, source_id=source_id, digest=digest, body="\n".join(lines), **fields)


def with_appeal(number: int) -> StagedArticle:
    lines = story(number)
    place = number % (len(lines) + 1)
    return told(number, [*lines[:place], *APPEAL, *lines[place:]])


def bodies(connection: Connection) -> list[list[str]]:
    return [body.split("\n") for (body,) in rows_of(connection, BODY)]


def test_no_word_of_an_appeal_is_in_any_of_a_hundred_bodies_and_no_other_word_is_lost(warehouse: Connection) -> None:
    arrivals = [with_appeal(number) for number in range(100)]
    load_all(warehouse, "one", arrivals)
    assert bodies(warehouse) == [story(number) for number in range(100)]
    assert _learned(warehouse) == recurrences(_observed(one) for one in arrivals)
    assert rows_of(warehouse, "select block_text from warehouse.boilerplate_block where is_stripped group by 1 order by 1") == [
        (line,) for line in sorted(APPEAL)
    ]


def test_an_appeal_that_is_learned_late_is_stripped_from_what_was_loaded_before(warehouse: Connection) -> None:
    for number in range(10):
        load_all(warehouse, f"night {number}", [with_appeal(number)])
        if number == 2:
            assert all(set(APPEAL) <= set(body) for body in bodies(warehouse)), "three articles prove nothing"
    assert bodies(warehouse) == [story(number) for number in range(10)]


def test_stripping_changes_the_counts_and_hashes_that_follow_from_the_body(warehouse: Connection) -> None:
    derived = {"provenance": {"reading_time_minutes": "derived"}, "reading_time_minutes": 9}
    load_all(warehouse, "one", [told(number, [*story(number), *APPEAL], **derived) for number in range(9)])
    clean = story(0)
    load_all(warehouse, "two", [told(0, clean, source_id="gazette", headline="Title harbour 0")])
    facts = "select word_count, reading_time_minutes, content_hash, body_hash from warehouse.article_revision where url like %s"
    stripped, plain = (rows_of(warehouse, facts, f"%{host}.example/0000") for host in ("courier", "gazette"))
    assert stripped[0][:2] == (word_count("\n".join(clean)), 1)
    assert stripped[0][2:] == plain[0][2:]
    assert rows_of(warehouse, "select member_count from warehouse.story_cluster") == [(2,)], "the copy is found without the appeal"


def test_an_appeal_that_appears_is_no_revision_of_the_articles_it_appears_in(warehouse: Connection) -> None:
    load_all(warehouse, "one", [told(number, story(number)) for number in range(10)])
    again = [told(number, [*story(number), *APPEAL], hour=24 + number / 60) for number in range(10)]
    for run, arrival in enumerate(again):
        load_all(warehouse, f"night {run}", [arrival])
    assert rows_of(warehouse, "select change_kind, count(*) from warehouse.revision_span group by 1") == [("first", 10)]
    new_campaign = [told(number, [*story(number), *APPEAL], hour=48 + number / 60) for number in range(10)]
    assert load_all(warehouse, "last", new_campaign)["courier"]["unchanged"] == 10


def test_an_edit_beside_an_appeal_is_a_revision(warehouse: Connection) -> None:
    load_all(warehouse, "one", [with_appeal(number) for number in range(10)])
    edited = told(3, [*story(3), *APPEAL, *story(77, 1)], hour=30)
    assert load_all(warehouse, "two", [edited])["courier"]["revised"] == 1
    assert bodies(warehouse)[3] == [*story(3), *story(77, 1)]


def test_a_source_does_not_answer_for_the_lines_of_another(warehouse: Connection) -> None:
    arrivals = [with_appeal(number) for number in range(3)]
    arrivals += [told(number, [*story(number), *APPEAL], source_id="gazette") for number in range(3, 6)]
    load_all(warehouse, "one", arrivals)
    assert rows_of(warehouse, "select count(*) from warehouse.boilerplate_block") == [(0,)]


@pytest.mark.parametrize(
    ("line", "holders"),
    [
        ("“We shall not give up this lamp while one of us can climb the stairs to it,” the keeper of the light said.", 2),
        ("“We shall not give up this lamp while one of us can climb the stairs to it,” the keeper of the light said.", 30),
        ("What happens next?", 60),
        ("Correction: an earlier version of this article misspelled the name of the keeper of the light at the point.", 30),
        ("The war between the two valleys began nine years ago, when a cart of salt was turned back at the narrow gate.", 3),
    ],
    ids=["quote of two articles", "quote of many articles", "sub-heading", "correction", "background of three articles"],
)
def test_words_of_the_story_survive(warehouse: Connection, line: str, holders: int) -> None:
    arrivals = [
        told(number, [story(number)[0], *([line] if number < holders else []), *story(number)[1:], *APPEAL]) for number in range(100)
    ]
    load_all(warehouse, "one", arrivals)
    found = bodies(warehouse)
    assert [line in body for body in found] == [number < holders for number in range(100)]
    assert not any(set(APPEAL) & set(body) for body in found)


def test_a_dateline_survives_between_two_appeals(warehouse: Connection) -> None:
    banner = "This page is free to read because the people of the coast keep it so with what they can spare."
    arrivals = [told(number, [banner, "TOLLER POINT", *APPEAL, *story(number)], dateline="TOLLER POINT") for number in range(20)]
    load_all(warehouse, "one", arrivals)
    assert bodies(warehouse) == [["TOLLER POINT", *story(number)] for number in range(20)]


def test_a_paragraph_about_what_the_headlines_are_about_survives(warehouse: Connection) -> None:
    background = "The siege of Tollermouth began nine years ago, when a cart of salt was turned back at the narrow gate of the town."
    arrivals = [told(number, story(number)) for number in range(60)]
    arrivals += [told(number, [*story(number), background], headline=f"Tollermouth {WORDS[number % 30]}") for number in range(60, 75)]
    load_all(warehouse, "one", arrivals)
    assert sum(background in body for body in bodies(warehouse)) == 15
    assert rows_of(warehouse, "select article_count, story_count, verdict from mart.boilerplate") == [(15, 15, "story")]


@pytest.mark.parametrize("is_edited", [False, True], ids=["word for word", "with a line added each time"])
def test_a_story_published_again_and_again_keeps_its_paragraphs(warehouse: Connection, is_edited: bool) -> None:
    arrivals = [told(number, story(number)) for number in range(10)]
    arrivals += [told(number, [*story(50, 8), *(story(number, 1) if is_edited else [])]) for number in range(51, 56)]
    load_all(warehouse, "one", arrivals)
    assert all(set(story(50, 8)) <= set(body) for body in bodies(warehouse)[10:])
    assert {verdict for (verdict,) in rows_of(warehouse, "select verdict from warehouse.boilerplate_block")} == {"few"}


def test_a_page_that_is_nothing_but_the_appeal_keeps_it(warehouse: Connection) -> None:
    load_all(warehouse, "one", [*(with_appeal(number) for number in range(10)), told(10, APPEAL)])
    assert bodies(warehouse)[10] == list(APPEAL)


def test_lines_come_back_when_the_extractor_no_longer_reads_them_elsewhere(warehouse: Connection) -> None:
    load_all(warehouse, "one", [told(number, [*story(number), *APPEAL]) for number in range(9)])
    assert bodies(warehouse)[0] == story(0)
    load_all(warehouse, "two", [_without_appeal(number) for number in range(1, 9)])
    assert bodies(warehouse)[0] == [*story(0), *APPEAL]
    assert rows_of(warehouse, "select count(*) from warehouse.boilerplate_block") == [(0,)]
    assert rows_of(warehouse, "select word_count, full_body from warehouse.article_record where full_body is not null") == []


def _without_appeal(number: int) -> StagedArticle:
    """The capture of `told(number, [*story(number), *APPEAL])`, read by an extractor that knows better."""
    digest = sha256("\n".join([*story(number), *APPEAL]).encode()).hexdigest()
    return staged(
        f"https://courier.example/{number:04}",
        hour=number / 60,
        digest=digest,
        version="2",
        headline=f"Title {WORDS[number % len(WORDS)]} {number}",
        body="\n".join(story(number)),
    )


LINES = (*APPEAL, "What happens next?", "“Not while one of us can climb the stairs to that lamp,” the keeper said.", story(99, 1)[0])


@st.composite
def pages(draw: st.DrawFn) -> StagedArticle:
    """A capture of one of ten articles on one of three days, with its own paragraphs and some of few standing lines."""
    number, day = draw(st.integers(0, 9)), draw(st.integers(0, 2))
    own = story(draw(st.sampled_from([number, number, number, 3])), 2)
    standing = draw(st.lists(st.sampled_from(LINES), max_size=4, unique=True))
    cut = draw(st.integers(0, 2))
    headline = draw(st.sampled_from(["A title", "Boats and stairs"]))
    lines = [*own[:cut], *standing, *own[cut:]]
    return told(number, lines, headline=headline, hour=day * 24 + number / 60, version=draw(st.sampled_from(["1", "1", "2"])))


def _captures(drawn: Iterable[StagedArticle]) -> list[StagedArticle]:
    return list({one.capture.capture_key: one for one in drawn}.values())


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(pages(), min_size=8, max_size=24), data=st.data())
def test_what_is_learned_depends_neither_on_order_nor_on_batches(
    warehouse: Connection, drawn: list[StagedArticle], data: st.DataObject
) -> None:
    captures = _captures(drawn)
    order = data.draw(st.permutations([*captures, *captures[:3]]))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(order)), max_size=5)))
    warehouse.rollback()
    load_all(warehouse, "all at once", captures)
    at_once = state(warehouse)
    warehouse.rollback()
    for number, (begin, end) in enumerate(zip([0, *cuts], [*cuts, len(order)], strict=True)):
        load_all(warehouse, f"batch {number}", order[begin:end])
    assert state(warehouse) == at_once
    versions = _row_versions(warehouse)
    load_all(warehouse, "again", captures)
    assert _row_versions(warehouse) == versions, "a second load of the same writes nothing"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=st.lists(pages(), min_size=8, max_size=40), cut=st.integers(1, 39))
def test_the_statements_say_what_the_pure_function_says(warehouse: Connection, drawn: list[StagedArticle], cut: int) -> None:
    captures = _captures(drawn)
    warehouse.rollback()
    load_all(warehouse, "one", captures[:cut])
    load_all(warehouse, "two", captures[cut:])
    assert _learned(warehouse) == recurrences(_observed(one) for one in captures)


def _learned(connection: Connection) -> dict[int, Recurrence]:
    columns = [field.name for field in fields(Recurrence)]
    found = rows_of(connection, f"select block_key, {', '.join(columns)} from warehouse.boilerplate_block")
    return {key: Recurrence(**dict(zip(columns, values, strict=True))) for key, *values in found}


def _observed(one: StagedArticle) -> Observation:
    said = one.article
    return Observation(
        article_key=one.article_key,
        captured_at=one.capture.captured_at,
        blocks=blocks_of(one.capture.source_id, said.headline, said.article_body.split("\n"), said.dateline),
        record_hash=record_hash(record(said)),
    )


def test_a_line_grows_rare_and_comes_back_as_the_source_grows(warehouse: Connection) -> None:
    line = "Five of these notices were hung on the board beside the door of the old exchange, and nobody took them down."
    early = [told(number, [*story(number), line], hour=number * 24) for number in range(2)]
    late = [told(number, [*story(number), line], hour=number * 24) for number in range(198, 201)]
    load_all(warehouse, "one", [*early, *late])
    assert rows_of(warehouse, "select article_share, verdict from mart.boilerplate") == [(1, Verdict.STRIPPED)]
    assert bodies(warehouse)[0] == story(0)
    load_all(warehouse, "two", [told(number, story(number), hour=number * 24) for number in range(2, 198)])
    assert rows_of(warehouse, "select round(article_share, 3)::text, verdict from mart.boilerplate") == [("0.025", Verdict.RARE)]
    assert bodies(warehouse)[0] == [*story(0), line]


def test_an_article_with_no_source_in_common_is_left_alone(warehouse: Connection) -> None:
    load_all(warehouse, "one", [with_appeal(number) for number in range(10)])
    other = told(1, [*story(1), APPEAL[1]], source_id="gazette")
    load_all(warehouse, "two", [other])
    assert rows_of(warehouse, "select article_body from mart.article_current where source_id = 'gazette'") == [
        ("\n".join([*story(1), APPEAL[1]]),)
    ]


def test_the_mart_says_when_a_line_was_seen_and_in_how_many_articles(warehouse: Connection) -> None:
    load_all(warehouse, "one", [told(number, [*story(number), APPEAL[1]], hour=number * 24) for number in range(8)])
    assert rows_of(
        warehouse,
        "select source_name, block_text, article_count, article_share, first_seen_at, last_seen_at, is_stripped from mart.boilerplate",
    ) == [("Courier", APPEAL[1], 8, 1, NOON, NOON + timedelta(days=7), True)]


def test_emptying_the_warehouse_empties_the_memory(warehouse: Connection) -> None:
    load_all(warehouse, "one", [with_appeal(number) for number in range(10)])
    with warehouse.cursor() as cursor:
        cursor.execute("set constraints all immediate")  # nothing is truncated while a check of it is put off
    execute(warehouse, "rebuild_empty")
    assert [table for table, rows in state(warehouse).items() if rows] == ["source"]
