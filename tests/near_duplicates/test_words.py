import pytest
from hypothesis import given
from hypothesis import strategies as st

from newshouse.near_duplicates.words import words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The U.S. said it won't pay.", "the us said it wont pay"),
        ("It won\u2019t \u2014 \u201cnever\u201d", 'It won\'t - "never"'),
        ("Harbour\u200b wa\u00adll\ufeff falls", "Harbour wall falls"),
        ("Tom &amp;amp; Ann&#39;s caf\u00e9", "Tom & Ann's cafe\u0301"),
        ("Twelve of 1,000", "12 of 1000"),
        ("\uff11\uff12 \u0663 \u096a", "12 3 4"),
        ("STRASSE", "stra\u00dfe"),
        ("one two\r\nthree", "one\u2028two three"),
        ("a\x00b", "a b"),
        ("wait\u2026there", "wait there"),
    ],
)
def test_typography_is_no_difference(one: str, other: str) -> None:
    assert words_of(one).text_hash == words_of(other).text_hash


@pytest.mark.parametrize(
    ("one", "other"), [("man bites dog", "dog bites man"), ("1.5", "2.5"), ("co\u00f1o", "cono"), ("\u0915\u093f", "\u0915\u0940")]
)
def test_other_words_are_another_text(one: str, other: str) -> None:
    assert words_of(one).text_hash != words_of(other).text_hash


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("", ()),
        (" \n\n \t", ()),
        ("... \u2014 \x00\n\ud800", ()),
        ("one two\n\n  three  \n", (2, 1)),
        ("\u6771\u4eac\u3067\u5730\u9707", (5,)),
        ("\uc11c\uc6b8\uc5d0\uc11c \uc9c0\uc9c4", (2,)),
        ("\u0928\u092e\u0938\u094d\u0924\u0947 \u0926\u0941\u0928\u093f\u092f\u093e", (2,)),
        ("snake_case \ud83d\ude00 word", (3,)),
    ],
)
def test_words_are_counted_by_paragraph_in_every_script(text: str, lengths: tuple[int, ...]) -> None:
    assert words_of(text).lengths == lengths


@pytest.mark.parametrize("word", ["2007", "$5", "3rd", "seven", "\u0663"])
def test_numbers_begin_with_a_digit_or_are_spelled(word: str) -> None:
    assert words_of(word).is_number.tolist() == [True]


@pytest.mark.parametrize("word", ["b2b", "one", "tens"])
def test_other_words_are_no_numbers(word: str) -> None:
    assert words_of(word).is_number.tolist() == [False]


def test_hashes_of_words_are_stable_for_ever() -> None:
    words = words_of("Dear Reader,\nZ\u00fcrich pays 1,250.")
    assert words.hashes.tolist()[:2] == [10911453492672016933, 3735379309341360930]
    assert words.text_hash == 6784437760087364745
    assert words.paragraph_hashes == (11620535077622232914, 3684653712855388581)


def test_paragraphs_can_be_taken_out() -> None:
    words = words_of("first one\nsecond two\nthird three")
    assert words.without(frozenset([words.paragraph_hashes[1]])).text_hash == words_of("first one\nthird three").text_hash
    assert words.without(frozenset(words.paragraph_hashes)).lengths == ()
    assert words.without(frozenset()) is words


def test_a_text_of_many_odd_characters_reads_like_its_parts() -> None:
    symbols = "".join(map(chr, range(0x2190, 0x2300)))
    assert words_of(f"one {symbols} two").text_hash == words_of("one two").text_hash


@given(st.text())
def test_every_text_has_words_that_survive_a_change_of_case_and_spacing(text: str) -> None:
    words = words_of(text)
    assert sum(words.lengths) == len(words.hashes) == len(words.is_number)
    assert words_of(f" {text}\t ").text_hash == words.text_hash


@given(st.text(st.characters(codec="ascii")))
def test_the_short_way_for_ascii_agrees_with_the_long_one(text: str) -> None:
    if "&" not in text:
        assert words_of(f"{text} \u2192").text_hash == words_of(text).text_hash
