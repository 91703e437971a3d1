"""What changed between two texts."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newshouse.word_diff import RunKind, word_diff

TEXTS = st.lists(st.sampled_from(["a ", "b ", "b\n", "c", " ", "dd "]), max_size=25).map("".join)


def told(before: str, after: str) -> list[tuple[str, str]]:
    return [(run.kind.value, run.text) for run in word_diff(before, after)]


@given(before=TEXTS, after=TEXTS)
def test_the_runs_make_up_both_texts(before: str, after: str) -> None:
    runs = word_diff(before, after)
    assert "".join(run.text for run in runs if run.kind is not RunKind.INSERTED) == before
    assert "".join(run.text for run in runs if run.kind is not RunKind.DELETED) == after
    assert all(run.text for run in runs)


@given(text=TEXTS)
def test_a_text_and_itself_are_one_equal_run(text: str) -> None:
    assert told(text, text) == ([("equal", text)] if text else [])


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        ("", "New words.", [("inserted", "New words.")]),
        ("Old words.", "", [("deleted", "Old words.")]),
        (
            "The mayor opened the bridge on Monday in rain.",
            "The mayor opened the old bridge on Tuesday in rain.",
            [
                ("equal", "The mayor opened the "),
                ("inserted", "old "),
                ("equal", "bridge on "),
                ("deleted", "Monday "),
                ("inserted", "Tuesday "),
                ("equal", "in rain."),
            ],
        ),
        (
            "First.\nSecond one.\nThird.",
            "First.\nThird.",
            [("equal", "First.\n"), ("deleted", "Second one.\n"), ("equal", "Third.")],
        ),
    ],
)
def test_runs_say_what_an_editor_did(before: str, after: str, runs: list[tuple[str, str]]) -> None:
    assert told(before, after) == runs


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a b " * 50_000, "b a " * 50_000),
        (" ".join(map(str, range(100_000))), " ".join(map(str, range(99_999, -1, -1)))),
        (" ".join(map(str, range(100_000))), " ".join(str(number) for number in range(100_000) if number % 7)),
    ],
    ids=["two words for ever", "upside down", "every seventh left out"],
)
def test_the_longest_texts_take_a_moment(before: str, after: str) -> None:
    start = time.process_time()
    runs = word_diff(before, after)
    assert time.process_time() - start < 5
    assert "".join(run.text for run in runs if run.kind is not RunKind.DELETED) == after
