import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newshouse.near_duplicates import Document, cluster_documents
from newshouse.near_duplicates.clusters import NEIGHBOURS
from tests.near_duplicates.stories import edited, market_report, sentences, story

NOON = datetime(2025, 9, 17, 12, tzinfo=UTC)


def document(id: str, text: str, source: str = "herald", hours: float | None = 0) -> Document:
    return Document(id=id, source=source, title="", text=text, published=None if hours is None else NOON + timedelta(hours=hours))


def clusters(documents: Sequence[Document]) -> dict[str, str]:
    return dict(cluster_documents(documents))


WIRE = [
    document("c-wire", story(1), source="agency"),
    document("b-cut", "\n".join(sentences(1)[:5]), source="courier", hours=2),
    document("d-edited", edited(story(1), every=12), source="herald", hours=5),
    document("a-other", story(2), source="herald", hours=1),
    document("e-undated", "\n".join([*sentences(3, count=3), *sentences(1)]), source="star", hours=None),
]


def test_copies_share_the_smallest_id_and_others_keep_their_own() -> None:
    assert clusters(WIRE) == {"c-wire": "b-cut", "b-cut": "b-cut", "d-edited": "b-cut", "a-other": "a-other", "e-undated": "b-cut"}


def test_documents_come_out_in_the_order_they_went_in() -> None:
    assert [id for id, _ in cluster_documents(reversed(WIRE))] == [found.id for found in reversed(WIRE)]


@pytest.mark.parametrize("documents", [[], [document("only", story(1))], [document("empty", ""), document("also empty", " \x00\ud800 ")]])
def test_what_has_no_copy_is_its_own_cluster(documents: list[Document]) -> None:
    assert clusters(documents) == {found.id: found.id for found in documents}


def test_reports_from_a_template_stay_apart() -> None:
    documents = [document(f"day {day}", market_report(day), hours=day * 24) for day in range(12)]
    assert len(set(clusters(documents).values())) == 12


def test_an_appeal_on_every_page_does_not_chain_a_newspaper_together() -> None:
    appeal = story(99, count=3)
    documents = [document(f"{place:02}", f"{story(place, count=2)}\n{appeal}") for place in range(1, 20)]
    assert len(set(clusters(documents).values())) == 19


def test_the_same_words_a_month_later_are_another_story() -> None:
    assert len(set(clusters([document("one", story(1)), document("two", story(1), hours=31 * 24)]).values())) == 2


def test_a_story_that_hundreds_carry_is_one_cluster() -> None:
    documents = [document(f"{place:04}", story(1, count=4), source=f"paper {place}", hours=place / 10) for place in range(2 * NEIGHBOURS)]
    assert set(clusters(documents).values()) == {"0000"}


def test_one_id_is_in_one_cluster_whatever_its_texts() -> None:
    documents = [document("same", story(1)), document("same", story(2)), document("a", story(1)), document("b", story(2))]
    assert set(clusters(documents).values()) == {"a"}


@st.composite
def newspapers(draw: st.DrawFn) -> list[Document]:
    """Documents of a few sources, made of paragraphs of a few stories, with templates, boilerplate and missing dates among them."""
    appeal = "Follow us. Sign up today, dear friend of the paper."
    lines = [*sentences(1, count=8), *sentences(2, count=8), market_report(1), market_report(2), appeal]
    texts = st.lists(st.sampled_from(lines), max_size=9).map("\n".join)
    hours = st.none() | st.integers(0, 1_000)
    rows = draw(st.lists(st.tuples(texts, st.sampled_from(["herald", "courier"]), hours), max_size=25))
    return [document(f"{place:02}", text, source, at) for place, (text, source, at) in enumerate(rows)]


@given(newspapers(), st.integers(0, 2**32))
def test_order_does_not_matter(documents: list[Document], seed: int) -> None:
    shuffled = random.Random(seed).sample(documents, len(documents))
    assert clusters(shuffled) == clusters(documents)


@given(newspapers())
def test_repetition_does_not_matter(documents: list[Document]) -> None:
    assert clusters(documents + documents[::-1]) == clusters(documents)


@given(newspapers())
def test_the_cluster_id_is_the_smallest_id_of_its_members(documents: list[Document]) -> None:
    found = clusters(documents)
    for cluster_id in set(found.values()):
        assert cluster_id == min(id for id, other in found.items() if other == cluster_id)
