"""ROUGE-LSum, on cases worked out by hand, and its subsequences against the table that defines them."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.rouge import common_subsequence, rouge_lsum

WORDS = st.lists(st.sampled_from("abcd"), max_size=24)


@pytest.mark.parametrize(
    ("gold", "predicted", "precision", "recall"),
    [
        ("The cat sat.\nIt slept.", "the cat sat\nit slept", 1, 1),  # neither case nor marks count
        ("a b c d", "a b x y", 1 / 2, 1 / 2),
        ("a b\nc d", "c d\na b", 1, 1),  # lines may be found in another order
        ("a b c d", "c d\na b", 1, 1),  # the union of what each line has in common
        ("a b c d", "c d a b", 1 / 2, 1 / 2),  # in one line, the order counts
        ("a b c d e", "a b c d f\na c e g h", 5 / 10, 1),  # Lin's example has five letters in common in two lines
        ("a", "a\na\na", 1 / 3, 1),  # a word counts as often as both have it
        ("a a a", "a", 1, 1 / 3),
        ("東京 で 雨", "東京 で 雪", 2 / 3, 2 / 3),
        ("a b", "", 0, 0),
        ("", "a b", 0, 0),
        ("", "", 1, 1),
    ],
)
def test_the_words_of_a_line_count_where_any_line_has_them_in_order(gold: str, predicted: str, precision: float, recall: float) -> None:
    scores = rouge_lsum(gold, predicted)
    assert (scores.precision, scores.recall) == (pytest.approx(precision), pytest.approx(recall))


@given(one=WORDS, other=WORDS)
def test_a_common_subsequence_is_the_one_that_the_table_of_lengths_walks_back_to(one: list[str], other: list[str]) -> None:
    assert common_subsequence(one, other) == walked_back(one, other)


@given(one=WORDS, other=WORDS)
def test_precision_of_one_line_is_recall_of_the_other(one: list[str], other: list[str]) -> None:
    there, back = rouge_lsum(" ".join(one), " ".join(other)), rouge_lsum(" ".join(other), " ".join(one))
    assert there.f1 == pytest.approx(back.f1)


def test_long_lines_are_compared_in_passing() -> None:
    gold = " ".join(f"w{place % 97}" for place in range(4_000))
    assert rouge_lsum(gold, gold).f1 == 1


def walked_back(one: Sequence[str], other: Sequence[str]) -> list[int]:
    """Places in `one`, last first, by the table that defines them: up where that is no worse, else left."""
    lengths = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, word in enumerate(one):
        for j, found in enumerate(other):
            lengths[i + 1][j + 1] = lengths[i][j] + 1 if word == found else max(lengths[i][j + 1], lengths[i + 1][j])
    places = []
    i, j = len(one), len(other)
    while i and j:
        if one[i - 1] == other[j - 1]:
            i, j = i - 1, j - 1
            places.append(i)
        elif lengths[i][j - 1] > lengths[i - 1][j]:
            j -= 1
        else:
            i -= 1
    return places
