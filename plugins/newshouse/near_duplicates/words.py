"""The words of a text as stable hashes, in reading order: what signatures and boilerplate are made of.

Typography, case, entities, hyphenation and zero-width fillers do not survive; paragraphs do. A character of Chinese or Japanese counts
as a word, since those scripts put no spaces. Not the place for what is shown to people, nor for counting words (extraction/text.py).
"""

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, chain, pairwise

import numpy as np
import xxhash
from numpy.typing import NDArray

_DROPPED = ".,'\u2018\u2019\u02bc"  # "U.S.", "1,000" and "don't" are one word each, however they are punctuated
_LINE_ENDS = "\r\n\x85\u2028\u2029"
_DENSE = re.compile("[\u2e80-\u2fff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_MANY = 100  # different characters, above which one pass over the text costs less than one pass for each
_SPELLED_NUMBERS = (b"two", b"three", b"four", b"five", b"six", b"seven", b"eight", b"nine", b"ten", b"eleven", b"twelve")
_DIGITS = {name: b"%d" % value for value, name in enumerate(_SPELLED_NUMBERS, start=2)}  # not "one", as often a pronoun as a number
_DIGITS_END = ord("9") + 1
_GAP = ord(" ")


@dataclass(frozen=True, kw_only=True, eq=False)
class Words:
    """The words of one text.

    `hashes` are xxHash64 of the words (UTF-8), `is_number` says which of them begin with a digit, `lengths` are the numbers of words
    in each paragraph; empty paragraphs do not count.
    """

    hashes: NDArray[np.uint64]
    is_number: NDArray[np.bool_]
    lengths: tuple[int, ...]

    @cached_property
    def text_hash(self) -> int:
        """The same for two texts that say the same words in the same order, in whatever paragraphs."""
        return xxhash.xxh64_intdigest(self._content)

    @cached_property
    def paragraph_hashes(self) -> tuple[int, ...]:
        ends = accumulate(self.lengths, initial=0)
        return tuple(xxhash.xxh64_intdigest(self._content[8 * start : 8 * end]) for start, end in pairwise(ends))

    @cached_property
    def _content(self) -> bytes:
        return self.hashes.astype("<u8", copy=False).tobytes()  # 8 bytes a word on every machine

    def without(self, paragraph_hashes: frozenset[int]) -> "Words":
        """These words less the paragraphs that have one of the hashes."""
        is_kept = [found not in paragraph_hashes for found in self.paragraph_hashes]
        if all(is_kept):
            return self
        mask = np.repeat(np.array(is_kept), self.lengths)
        lengths = tuple(length for length, kept in zip(self.lengths, is_kept, strict=True) if kept)
        return Words(hashes=self.hashes[mask], is_number=self.is_number[mask], lengths=lengths)


def words_of(text: str) -> Words:
    """The words of `text`; its paragraphs are its lines. "Twelve" is the number 12, as another desk would write it (English only)."""
    paragraphs = [words for words in _paragraphs(text) if words]
    joined = list(chain.from_iterable(paragraphs))
    words = list(map(_DIGITS.get, joined, joined))
    return Words(
        hashes=np.fromiter(map(xxhash.xxh64_intdigest, words), np.uint64, len(words)),
        is_number=_first_bytes(words) < _DIGITS_END,
        lengths=tuple(map(len, paragraphs)),
    )


def _first_bytes(words: list[bytes]) -> NDArray[np.uint8]:
    """In one pass over all of them: a look into each word costs twice as much."""
    line = np.frombuffer(b" " + b" ".join(words), np.uint8)
    return line[np.flatnonzero(line == _GAP) + 1] if words else line[1:]


def _paragraphs(text: str) -> list[list[bytes]]:
    """The words of each line in UTF-8."""
    if "&" in text:
        text = html.unescape(html.unescape(text))  # what was escaped once too often on its way
    if not text.isascii():
        text = _spelled_out(text)
    return [line.split() for line in text.encode("utf-8").translate(_BYTES, b".,'").split(b"\n")]


def _spelled_out(text: str) -> str:
    """`text` in which every character beyond ASCII belongs to a word, and characters that mean the same are the same."""
    text = unicodedata.normalize("NFKC", text.replace("\u2026", " ")).casefold()
    changes = {found: new for found in set(text) if not found.isascii() and (new := _meaning(found)) != found}
    if len(changes) > _MANY:
        return text.translate({ord(found): new for found, new in changes.items()})
    for found, new in changes.items():
        text = text.replace(found, new)
    return text


@lru_cache(maxsize=10_000)
def _meaning(character: str) -> str:
    """What a character beyond ASCII is to the words around it: itself, a digit, a word of its own, nothing, or a gap."""
    category = unicodedata.category(character)
    if character in _DROPPED or category == "Cf":  # joiners, soft hyphens, direction marks
        return ""
    if character in _LINE_ENDS:
        return "\n"
    if category == "Nd":
        return str(unicodedata.digit(character))
    if _DENSE.match(character):
        return f" {character} "
    return character if category[0] in "LMN" else " "


def _byte(code: int) -> int:
    """What a byte of UTF-8 is to the words around it; those beyond ASCII are parts of letters here."""
    if chr(code) in _LINE_ENDS and code < 128:
        return ord("\n")
    return code if code >= 128 else ord(chr(code).lower() if chr(code).isalnum() else " ")


_BYTES = bytes(map(_byte, range(256)))
