from hashlib import sha256

import numpy as np
import pytest

from newshouse.near_duplicates.signature import (
    KEY_COUNT,
    SKETCH_SIZE,
    SLOT_COUNT,
    candidate_keys,
    number_slots,
    signature,
    sketch,
    unpacked,
)
from newshouse.near_duplicates.words import words_of
from tests.near_duplicates.stories import market_report, story


def test_signatures_are_stable_for_ever() -> None:
    found = signature(words_of("The council of Harbour Bay voted 7 to 4 on Tuesday to close the old ferry pier for 2 years."))
    assert found.keys[:2] == (4973348282515496660, 5653796648938820152)
    assert sha256(found.packed()).hexdigest() == "f529a871ea4a2e6525c0fa976c84ea41551b73dba5e23d625f7ff4c0c562d8c4"


def test_keys_and_sketch_are_small_samples_in_ascending_order() -> None:
    words = words_of(story(1, count=40))
    keys, sample = candidate_keys(words), sketch(words)
    assert len(keys) == KEY_COUNT
    assert np.array(keys).view(np.uint64).tolist() == sorted(np.array(keys).view(np.uint64).tolist())
    assert len(sample) == SKETCH_SIZE
    assert (sample[1:] > sample[:-1]).all()


def test_a_repeated_passage_counts_once() -> None:
    passage = "seven brown foxes ran over nine hills "
    assert candidate_keys(words_of(passage * 5)) == candidate_keys(words_of(passage * 9))


@pytest.mark.parametrize("text", ["", "Watch live", "one two three four"])
def test_a_very_short_text_has_no_keys_and_no_sketch(text: str) -> None:
    found = signature(words_of(text))
    assert found.keys == ()
    assert len(found.sketch) == 0


def test_an_inserted_paragraph_leaves_most_keys_alone() -> None:
    whole = story(2).splitlines()
    longer = "\n".join([*whole[:6], *story(3, count=2).splitlines(), *whole[6:]])
    assert len(set(candidate_keys(words_of("\n".join(whole)))) & set(candidate_keys(words_of(longer)))) >= KEY_COUNT // 2


@pytest.mark.parametrize(
    ("one", "other", "shared_places", "shared_numbers"),
    [
        ("shares rose 12 points on friday", "shares rose 15 points on friday", 1, 0),
        ("shares rose 12 points on friday", "shares rose twelve points on friday", 1, 1),
        ("funds traded at 6-1/16 pct when", "funds traded at 6 3/16 pct when", 1, 0),
        ("funds traded at 6-1/16 pct when", "funds traded at six pct when", 1, 0),
        ("shares rose 12 points on friday", "shares fell 12 points on friday", 0, 0),
        ("12", "13", 1, 0),
        ("no numbers here", "none here", 0, 0),
    ],
)
def test_a_number_is_known_by_the_words_around_it(one: str, other: str, shared_places: int, shared_numbers: int) -> None:
    first, second = number_slots(words_of(one)), number_slots(words_of(other))
    assert len(np.intersect1d(first >> np.uint64(16), second >> np.uint64(16))) == shared_places
    assert len(np.intersect1d(first, second)) == shared_numbers


def test_a_number_means_the_same_wherever_it_stands() -> None:
    (alone,) = number_slots(words_of("it paid 4 1/2 per cent"))
    assert alone in number_slots(words_of("in 1999 of 2,000 it paid 4 1/2 per cent of 17"))


def test_a_packed_signature_comes_back_whole_and_is_small() -> None:
    found = signature(words_of(story(4, count=60) + "\n".join(market_report(seed) for seed in range(30))))
    again = unpacked(found.packed(), found.keys)
    assert len(found.slots) <= SLOT_COUNT
    assert len(found.packed()) <= 1_100
    assert again.packed() == found.packed()
    assert again.keys == found.keys
    assert again.word_count == found.word_count


def test_a_signature_of_another_version_is_refused() -> None:
    content = bytearray(signature(words_of(story(5))).packed())
    content[0] += 1
    with pytest.raises(ValueError, match="make the signatures anew"):
        unpacked(bytes(content))
