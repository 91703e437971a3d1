"""warehouse.word_diff: the word-level difference for psql."""

import re
import time
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newshouse.database import Connection
from newshouse.word_diff import RunKind, word_diff
from tests.warehouse.captures import rows_of

TEXTS = st.lists(st.sampled_from(["a ", "b ", "b\n", "c", " ", "dd "]), max_size=16).map("".join)
QUERY = "select kind, words from warehouse.word_diff(%s, %s) order by place"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=TEXTS, after=TEXTS)
def test_the_runs_make_up_both_texts_and_change_no_more_than_they_must(warehouse: Connection, before: str, after: str) -> None:
    runs = rows_of(warehouse, QUERY, before, after)
    assert "".join(words for kind, words in runs if kind != "inserted") == before
    assert "".join(words for kind, words in runs if kind != "deleted") == after
    assert all(one[0] != other[0] for one, other in pairwise(runs))
    ours = [(run.kind, run.text) for run in word_diff(before, after) if run.kind is not RunKind.EQUAL]
    changed = sum(_size(words) for kind, words in runs if kind != "equal")
    assert changed <= sum(_size(text) for _, text in ours) + 1


def _size(text: str) -> int:
    """Words with the blanks after them, and ends of lines: what is compared."""
    return len(re.findall(r"\n|[^\S\n]+|\S+[^\S\n]*", text))


def test_the_runs_say_what_an_editor_did(warehouse: Connection) -> None:
    runs = rows_of(
        warehouse, QUERY, "The mayor opened the bridge on Monday in rain.", "The mayor opened the old bridge on Tuesday in rain."
    )
    assert runs == [
        ("equal", "The mayor opened the "),
        ("inserted", "old "),
        ("equal", "bridge on "),
        ("deleted", "Monday "),
        ("inserted", "Tuesday "),
        ("equal", "in rain."),
    ]


def test_texts_that_share_nothing_are_replaced_in_a_moment(warehouse: Connection) -> None:
    before, after = (" ".join(f"{letter}{number}" for number in range(3_000)) for letter in "ab")
    start = time.monotonic()
    assert [kind for kind, _ in rows_of(warehouse, QUERY, before, after)] == ["deleted", "inserted"]
    assert time.monotonic() - start < 10
