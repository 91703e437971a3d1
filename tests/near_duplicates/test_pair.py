from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newshouse.near_duplicates import PairReason, Verdict, same_story, signature, words_of
from tests.near_duplicates.stories import edited, market_report, sentences, story

HOUR = timedelta(hours=1)


def verdict(one: str, other: str, apart: timedelta | None = HOUR) -> Verdict:
    return same_story(signature(words_of(one)), signature(words_of(other)), apart)


@pytest.mark.parametrize(
    "copy",
    [
        "\n".join(sentences(1)[:4]),
        "\n".join([*sentences(1), *sentences(2, count=20)]),
        edited(story(1), every=14),
        "NEW HARBOUR (Wire) \u2014 " + story(1).upper(),
        "\n".join(sentences(1)[6:] + sentences(1)[:6]),
    ],
    ids=["cut", "extended", "edited", "credited", "reordered"],
)
def test_a_copy_is_the_same_story(copy: str) -> None:
    assert verdict(story(1), copy).reason == PairReason.CONTAINED


@pytest.mark.parametrize("apart", [HOUR, None])
def test_the_same_words_are_identical_however_they_are_set(apart: timedelta | None) -> None:
    found = verdict(story(1), story(1).replace("\n", " \u2013 "), apart)
    assert found == Verdict(similarity=1.0, containment=1.0, reason=PairReason.IDENTICAL)
    assert found.is_same


def test_two_stories_that_share_half_of_their_paragraphs_are_two() -> None:
    shared = sentences(9, count=5)
    assert not verdict("\n".join([*sentences(1, count=5), *shared]), "\n".join([*sentences(2, count=5), *shared])).is_same


def test_a_line_that_stands_in_an_article_is_no_copy_of_it() -> None:
    line = " ".join(sentences(1)[0].split()[:11])
    assert verdict(line, "\n".join([line, *sentences(1, count=3)[1:]])).reason == PairReason.TOO_LITTLE_SHARED


def test_reports_from_one_template_with_other_numbers_are_two_stories() -> None:
    found = verdict(market_report(1), market_report(2))
    assert found.reason == PairReason.NUMBERS_DIFFER
    assert found.containment > 0.5


@pytest.mark.parametrize(("paragraphs", "is_same"), [(12, True), (4, False)])
def test_one_corrected_number_is_little_in_a_long_text_and_much_in_a_short_one(paragraphs: int, is_same: bool) -> None:
    text = f"{story(3, count=paragraphs)}\nThe old pier is 40 metres long."
    assert verdict(text, text.replace("40", "41")).is_same is is_same


def test_a_long_table_of_other_numbers_does_not_hide_in_its_length() -> None:
    one, other = ("\n".join(f"{line} {seed + place} {line}" for place, line in enumerate(sentences(4, count=250))) for seed in (100, 900))
    assert verdict(one, other).reason == PairReason.NUMBERS_DIFFER


@pytest.mark.parametrize(("days", "is_same"), [(0, True), (14, True), (-14, True), (14.01, False), (-30, False)])
def test_a_story_comes_back_for_two_weeks(days: float, is_same: bool) -> None:
    assert verdict(story(1), story(1), timedelta(days=days)).is_same is is_same


@pytest.mark.parametrize("text", ["", "Watch live", "\x00\ud800", "This video is gone"])
def test_a_text_that_says_next_to_nothing_is_nobodys_copy(text: str) -> None:
    assert verdict(text, text).reason == PairReason.TOO_LITTLE_SHARED


def test_a_copy_in_a_script_without_spaces_is_found() -> None:
    text = "東京都の港で今朝、古い橋が閉鎖された。市は来月までに修理を終えると発表した。"
    assert verdict(text, f"速報：{text}").is_same


@given(st.lists(st.integers(0, 12), max_size=30), st.lists(st.integers(0, 12), max_size=30), st.integers(-20, 20))
def test_the_judgement_is_symmetric(one: list[int], other: list[int], days: int) -> None:
    lines = [*sentences(6), market_report(7)]
    first, second = (signature(words_of("\n".join(lines[place] for place in places))) for places in (one, other))
    assert same_story(first, second, timedelta(days=days)) == same_story(second, first, timedelta(days=-days))
