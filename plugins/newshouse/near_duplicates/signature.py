"""What is kept of a text to find its near-duplicates: keys to look candidates up by, a sketch and number slots to judge them by.

Signatures are stored and compared with those of other years: every hash here is stable for ever, and whoever changes what one means
raises `SIGNATURE_VERSION`. The keys go into an indexed table, the rest is `packed` into about 0.6 kB (at most 1.1 kB).
"""

import struct
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

import numpy as np
import xxhash
from numpy.typing import NDArray

from newshouse.near_duplicates.words import Words

SIGNATURE_VERSION = 1
KEY_WORDS, KEY_COUNT = 8, 16
SKETCH_WORDS, SKETCH_SIZE = 5, 128
SLOT_REACH, SLOT_COUNT = 2, 64
SLOT_VALUE_BITS = 16
_LOW = np.uint64(SLOT_VALUE_BITS)
_EDGE = np.zeros(SLOT_REACH, np.uint64)  # stands before the first word and after the last

Number = TypeVar("Number", np.uint32, np.uint64)

_HEADER = struct.Struct("<BIQHH")
_ODD = 0x9E3779B97F4A7C15  # 2**64 / golden ratio; an odd factor has an inverse modulo 2**64
_INVERSE = pow(_ODD, -1, 2**64)
_ANY_NUMBER = np.uint64(xxhash.xxh64_intdigest(b"#"))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Signature:
    """What is kept of one text.

    `keys` are signed 64-bit (a Postgres bigint); `sketch` and `slots` are sorted and without repetition. A slot is a place of a number in
    the text: its upper 48 bits are the words around it, its lower 16 the number that stands there.
    """

    word_count: int
    text_hash: int
    keys: tuple[int, ...]
    sketch: NDArray[np.uint32]
    slots: NDArray[np.uint64]

    def packed(self) -> bytes:
        """All but the keys, little-endian."""
        head = _HEADER.pack(SIGNATURE_VERSION, self.word_count, self.text_hash, len(self.sketch), len(self.slots))
        return head + self.sketch.astype("<u4").tobytes() + self.slots.astype("<u8").tobytes()


def signature(words: Words) -> Signature:
    return Signature(
        word_count=len(words.hashes), text_hash=words.text_hash, keys=candidate_keys(words), sketch=sketch(words), slots=number_slots(words)
    )


def unpacked(content: bytes, keys: tuple[int, ...] = ()) -> Signature:
    """The signature that `packed` gave. Raises ValueError for another version."""
    version, word_count, text_hash, sketch_size, slot_count = _HEADER.unpack_from(content)
    if version != SIGNATURE_VERSION:
        raise ValueError(f"signature of version {version}, this program compares version {SIGNATURE_VERSION}: make the signatures anew")
    sketch_end = _HEADER.size + 4 * sketch_size
    return Signature(
        word_count=word_count,
        text_hash=text_hash,
        keys=keys,
        sketch=np.frombuffer(content[_HEADER.size : sketch_end], "<u4").astype(np.uint32),
        slots=np.frombuffer(content[sketch_end : sketch_end + 8 * slot_count], "<u8").astype(np.uint64),
    )


def candidate_keys(words: Words) -> tuple[int, ...]:
    """The smallest hashes of the runs of 8 words, ascending: texts that share none are no candidates for each other (Broder 1997)."""
    return tuple(_smallest(_runs(words.hashes, KEY_WORDS), KEY_COUNT).view(np.int64).tolist())


def sketch(words: Words) -> NDArray[np.uint32]:
    """The smallest hashes of the runs of 5 words, by their upper 32 bits: a sample that two texts draw alike."""
    return _smallest((_runs(words.hashes, SKETCH_WORDS) >> np.uint64(32)).astype(np.uint32), SKETCH_SIZE)


def number_slots(words: Words) -> NDArray[np.uint64]:
    """Where the text's numbers stand, and which: adjacent numbers are one ("6 1/16")."""
    is_number, is_first = words.is_number, words.is_number.copy()
    is_first[1:] &= ~is_number[:-1]
    is_kept = is_first | ~is_number
    line = np.where(is_number, _ANY_NUMBER, words.hashes)[is_kept]
    around = _runs(np.concatenate((_EDGE, line, _EDGE)), 2 * SLOT_REACH + 1)[is_first[is_kept]]
    if not len(around):
        return around
    numbers, starts = words.hashes[is_number], np.flatnonzero(is_first[is_number])
    values = np.add.reduceat(numbers * _powers(_ODD, len(numbers)), starts) * _powers(_INVERSE, len(numbers))[starts]
    return _smallest(around >> _LOW << _LOW | values >> np.uint64(64 - SLOT_VALUE_BITS), SLOT_COUNT)


def _runs(hashes: NDArray[np.uint64], length: int) -> NDArray[np.uint64]:
    """One hash for each run of `length` words: a polynomial in `_ODD` over their hashes, modulo 2**64.

    Differences of prefix sums give all runs at once. The hashes of words are uniform, hence so are those of runs.
    """
    count = len(hashes) - length + 1
    if count <= 0:
        return np.empty(0, np.uint64)
    sums = np.cumsum(hashes * _powers(_ODD, len(hashes)))
    found = sums[length - 1 :].copy()
    found[1:] -= sums[: count - 1]
    return found * _powers(_INVERSE, count)


def _powers(base: int, count: int) -> NDArray[np.uint64]:
    """`base` to the powers 1, 2, ... `count`, modulo 2**64."""
    return _power_table(base, count.bit_length())[:count]


@lru_cache
def _power_table(base: int, bits: int) -> NDArray[np.uint64]:
    return np.multiply.accumulate(np.full(1 << bits, base, np.uint64))


def _smallest(hashes: NDArray[Number], count: int) -> NDArray[Number]:
    """The `count` smallest different values, ascending."""
    ordered = np.sort(hashes)
    is_new = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=is_new[1:])
    return ordered[is_new][:count]
