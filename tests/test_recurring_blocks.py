"""What counts as a repetition: pure, over the lines of a source's articles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newshouse.extraction import details
from newshouse.extraction.text import word_count
from newshouse.recurring_blocks import (
    KEYS_PER_LINE,
    LEAST_PERCENT,
    LEAST_STORIES,
    LONG_WORDS,
    Verdict,
    blocks_of,
    kept_lines,
    normal_form,
    verdict,
    without_recurring,
)
from newshouse.stripping import WORDS_PER_MINUTE
from tests.warehouse.test_recurring_lines import APPEAL, story

NOTICE = "The reading room of this paper is open to everyone on Thursdays, and there is tea for those who bring a cup."


@pytest.mark.parametrize("count", [LEAST_STORIES - 1, LEAST_STORIES])
def test_a_long_line_is_stripped_from_four_different_stories_on(count: int) -> None:
    stripped = without_recurring([[*story(number), NOTICE] for number in range(count)])
    assert stripped == [story(number) if count >= LEAST_STORIES else [*story(number), NOTICE] for number in range(count)]


@pytest.mark.parametrize(
    ("of_line", "total", "expected"),
    [
        ((3, 0, 3), 3, Verdict.FEW),
        ((100, 0, 3), 100, Verdict.FEW),  # one story published a hundred times
        ((4, 0, 4), 133, Verdict.STRIPPED),
        ((4, 0, 4), 134, Verdict.RARE),
        ((4, 1, 4), 10, Verdict.STRIPPED),
        ((4, 2, 4), 10, Verdict.STORY),
        ((8, 8, 8), 16, Verdict.STRIPPED),  # under half of all articles: whatever the headlines say
        ((8, 8, 8), 17, Verdict.STORY),
        ((8, 8, 7), 8, Verdict.STORY),
        ((9, 0, 9), 0, Verdict.STRIPPED),  # seen only on days when nothing was captured first
    ],
)
def test_a_verdict_is_a_matter_of_stories_share_and_topic(of_line: tuple[int, int, int], total: int, expected: Verdict) -> None:
    assert verdict(*of_line, total) is expected


@pytest.mark.parametrize(
    "other",
    ["THE READING-ROOM, of this “paper”", "the reading room of this paper!", "The reading room of this\u00a0ｐaper"],
)
def test_typography_and_case_do_not_make_another_line(other: str) -> None:
    assert normal_form(other) == normal_form("The reading room of this paper")


def test_numbers_make_another_line() -> None:
    reports = [
        [*story(number), f"The index of the coast rose by {number} points, or a little less than it had fallen."] for number in range(20)
    ]
    assert without_recurring(reports) == reports


@pytest.mark.parametrize(
    "line",
    ["What happens next?", "Verdict", "The good", "Police are looking for witnesses.", "Who is who at the harbour board now"],
)
def test_a_short_line_among_the_story_is_kept_however_often_it_stands_there(line: str) -> None:
    articles = [[*story(number)[:2], *([line] if number % 3 == 0 else []), *story(number)[2:]] for number in range(60)]
    assert without_recurring(articles) == articles


@pytest.mark.parametrize("sub_heading", ["What happens next?", "Pros", "Verdict"])
def test_a_sub_heading_is_kept_even_if_every_article_has_it(sub_heading: str) -> None:
    articles = [[*story(number)[:2], sub_heading, *story(number)[2:]] for number in range(60)]
    assert without_recurring(articles) == articles


def test_short_lines_go_with_the_long_line_that_they_stand_beside() -> None:
    articles = [[story(number)[0], *APPEAL, *story(number)[1:]] for number in range(20)]
    assert without_recurring(articles) == [story(number) for number in range(20)]


def test_short_lines_that_end_every_article_are_stripped() -> None:
    articles = [[*story(number), "Like what you read?", "Bring a friend"] for number in range(20)]
    assert without_recurring(articles) == [story(number) for number in range(20)]


def test_a_sentence_under_every_article_is_stripped_although_it_is_short() -> None:
    articles = [[story(number)[0], "The boats thank you.", *story(number)[1:]] for number in range(20)]
    assert without_recurring(articles) == [story(number) for number in range(20)]


def test_an_appeal_is_stripped_although_it_is_longer_than_the_article_and_names_what_headlines_name() -> None:
    articles = [[story(number)[0], *APPEAL, NOTICE, *APPEAL[:2]] for number in range(100)]
    headlines = [f"Boats and paper of morning {number}" for number in range(100)]
    assert without_recurring(articles, headlines) == [story(number, 1) for number in range(100)]


def test_an_agencys_background_paragraph_in_few_of_many_articles_is_kept() -> None:
    holders = LEAST_STORIES + 1
    total = holders * 100 // LEAST_PERCENT + 1
    articles = [[*story(number), *([NOTICE] if number < holders else [])] for number in range(total)]
    assert without_recurring(articles) == articles


@pytest.mark.parametrize(
    "notice",
    [
        "Correction: the name of the keeper was spelled wrongly in an earlier version of this article, we regret.",
        "Korrektur: In einer früheren Fassung dieses Artikels war der Name des Wärters nicht richtig geschrieben.",
        "【訂正】初出時、灯台守の名前の表記に誤りがありました。お詫びして訂正いたします。",
    ],
)
def test_a_correction_that_several_articles_carry_is_kept(notice: str) -> None:
    articles = [[*story(number), *([notice] if number < 9 else [])] for number in range(20)]
    assert without_recurring(articles) == articles


def test_japanese_lines_are_long_enough_to_be_learned() -> None:
    notice = "この新聞の閲覧室は毎週木曜日に開いており、どなたでもお茶を飲みながらお読みいただけます。"
    articles = [[*story(number), notice] for number in range(6)]
    assert without_recurring(articles) == [story(number) for number in range(6)]


def test_a_dateline_has_no_keys() -> None:
    blocks = blocks_of("x", "", ["TOLLER POINT —", *story(1)], "TOLLER POINT")
    assert blocks.keys[:KEYS_PER_LINE] == (None,) * KEYS_PER_LINE
    assert None not in blocks.keys[KEYS_PER_LINE::KEYS_PER_LINE]


def test_keys_are_the_same_on_every_machine_and_for_ever() -> None:
    line = " ".join(["tea"] * LONG_WORDS)
    assert blocks_of("courier", "", [line]).keys == (6449862186247191723, None, None)


@given(
    articles=st.lists(
        st.lists(st.sampled_from([*APPEAL, NOTICE, *story(1), *story(2), "", "—", "What happens next?"]), max_size=9), max_size=30
    )
)
def test_nothing_is_added_nothing_is_moved_and_no_article_is_emptied(articles: list[list[str]]) -> None:
    for before, after in zip(articles, without_recurring(articles), strict=True):
        rest = iter(before)
        assert all(line in rest for line in after)
        assert any(map(normal_form, after)) == any(map(normal_form, before))


def test_a_line_is_kept_where_none_of_its_keys_is_stripped() -> None:
    assert kept_lines(["a b", "c"], [1, None, None, None, 2, 3], {3}) == ["a b"]
    assert kept_lines(["a b", "c"], [1, None, None, None, 2, 3], {9}) == ["a b", "c"]


def test_a_reading_time_is_derived_as_extraction_derives_it() -> None:
    assert WORDS_PER_MINUTE == details._WORDS_PER_MINUTE
    assert word_count("one two\nthree") == 3
