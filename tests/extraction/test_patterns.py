"""Tables of phrases mean in RE2 what they mean in Python, for the words of all languages."""

import re
import time

import pytest

from newshouse.extraction.kinds import page_words
from newshouse.extraction.patterns import PhraseKinds, Phrases


@pytest.mark.parametrize("table", [r"\bapp\b", r"(?:\bno\b|[\w.-]{9,})", r"\w+\Wsí\b", r"[\d.]+ (?:\w+\s)?läser\b", r"^\W*ende\W*$"])
@pytest.mark.parametrize(
    "text",
    ["", "app", "The APP!", "no", "d.e-f.g.h.i", "äpp app", "äappä", "que sí", "sía ¡sí!", "7 ÅR läser", "٧ år\u00a0läser", "„Ende“"],
)
def test_a_table_matches_as_the_same_expression_of_python_does(table: str, text: str) -> None:
    expected, ours = re.compile(table, re.IGNORECASE), Phrases(table)
    assert ours.search(text) == (expected.search(text) is not None)
    assert ours.fullmatch(text) == (expected.fullmatch(text) is not None)


def test_lines_of_a_table_are_joined() -> None:
    table = Phrases(
        r"""
        read (?:all|
        more)
        |see also
        """
    )
    assert [table.match(text) for text in ("Read more: a story", "see also", "To read more")] == [True, True, False]


def test_one_look_tells_every_table_that_matches() -> None:
    kinds = PhraseKinds(["^a", "b", "c$"])
    assert [kinds.flags(text) for text in ("", "xyz", "abc", "cab", "bac")] == [0, 0, 0b111, 0b010, 0b110]


def test_a_share_is_told_of_the_whole_text() -> None:
    assert Phrases("not found").share("Seite not found ab") == 0.5
    assert Phrases("not found").share("a page") == 0.0


def test_half_a_surrogate_is_no_error() -> None:
    assert Phrases("b").search("a\ud800b")


@pytest.mark.parametrize("text", ["we " * 100_000, "already a " * 30_000, "cookies accept " * 20_000])
def test_the_time_follows_the_length_of_a_hostile_text(text: str) -> None:
    start = time.process_time()
    for table in (page_words.CONSENT_PHRASES, page_words.PAYWALL_PHRASES, page_words.MISSING_PHRASES):
        table.search(text)
    assert time.process_time() - start < 1.0
