"""Text as articles hold it: white space folded, nothing that a database or a reader cannot take."""

import html
import re
from functools import lru_cache
from itertools import pairwise

# C0 and C1 controls but white space, lone surrogates, non-characters, soft hyphens, zero-width fillers and direction overrides.
# Zero-width joiner and non-joiner stay: Persian and the Indic scripts spell with them.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]+"
)
_CJK = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_BREAK = re.compile(r"(?i)<(?:br|/p|/div|/li|/h\d|/blockquote)\b[^<>]{0,200}>")
# In UTF-8; no text is made of the radicals before U+3000 alone.
_BEFORE_CJK = bytes(byte for byte in range(256) if not 0xE3 <= byte <= 0xEF)
# Vowel signs and accents that stand as characters of their own are no \\w: Hebrew, Arabic, Indic, Thai, Lao, Tibetan, Burmese, Khmer.
_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0900-\u0963\u0971-\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0f71-\u0f84\u0f8d-\u0fbc"
    "\u1000-\u1049\u1050-\u109f\u1780-\u17d3\u200d"
)
_WORD, _ASCII_WORD = re.compile(rf"\w++(?:[{_MARKS}]++\w*+)*+"), re.compile("[a-z0-9_]++")
# Scripts that set no spaces between words (Thai to Khmer, kana, Han), and Korean, which hangs its particles on them.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]{2,}")
_DIGIT, _ASCII_DIGIT = re.compile(r"[\d〇○]"), re.compile("[0-9]")
_LAST_WORD = re.compile(r"\S+\Z")
_LONGEST_VALUE = 10_000  # letters; a longer one is no name, headline or description, and would slow down whoever looks into it
_LONGEST_REMEMBERED = 1_000  # letters; a cache of longer texts would grow with hostile pages
_CHARACTERS_PER_WORD_CJK = 2  # about: Chinese 1.7, Japanese 2 to 2.5


def folded(text: str) -> str:
    """`text` on one line, with single spaces and without characters that are no text."""
    if text.isprintable() and "  " not in text:  # what is unwanted is not printable, nor is white space but the space
        return text.strip(" ")
    text = " ".join(text.split())
    return text if text.isprintable() else " ".join(_UNWANTED.sub("", text).split())


def readable(value: object) -> str:
    """A metadata value as plain text: entities decoded (they are often encoded twice), tags gone, folded; "" if it is no string."""
    if not isinstance(value, str):
        return ""
    text = value[:_LONGEST_VALUE]
    for _ in range(2):
        if "&" not in text:
            break
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    return folded(text)


def shortened(text: str, most: int) -> str:
    """`text` in at most so many letters, ended after a word and with an ellipsis where some of it is left out."""
    if len(text) <= most:
        return text
    start = text[: most - 1]
    whole = start if text[most - 1].isspace() else _LAST_WORD.sub("", start)
    return (whole if len(whole) > most // 2 else start).rstrip() + "…"  # a script without spaces is cut between letters


def paragraphs(value: str) -> list[str]:
    """The paragraphs of a body that came as one string, with line feeds or with mark-up."""
    text = html.unescape(value) if "&" in value else value
    if "<" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
    return [line for line in map(folded, text.splitlines()) if line]


def has_digit(text: str) -> bool:
    """Is there a digit of any script in `text`, or a Chinese zero?"""
    return (_ASCII_DIGIT if text.isascii() else _DIGIT).search(text) is not None


def size(text: str) -> int:
    """Length in Latin letters: a Chinese, Japanese or Korean character says as much as two and a half of them."""
    letters = len(text)
    if text.isascii() or len(text.encode("utf-8", "replace")) < 2.2 * letters:  # three bytes each in UTF-8
        return letters
    return letters + len(_CJK.findall(text)) * 3 // 2


def word_count(text: str) -> int:
    """Words of `text`, whose lines are folded: spaces part them, but scripts without spaces are counted as two characters to a word."""
    dense = 0 if text.isascii() or not text.encode("utf-8", "replace").translate(None, _BEFORE_CJK) else len(_CJK.findall(text))
    if not dense:
        return text.count(" ") + text.count("\n") + 1 if text else 0
    return len(_CJK.sub(" ", text).split()) + (dense + 1) // _CHARACTERS_PER_WORD_CJK


def words(text: str) -> list[str]:
    """The case-folded words of `text`, for comparing texts."""
    text = text.casefold()
    return (_ASCII_WORD if text.isascii() else _WORD).findall(text)


def terms(text: str) -> set[str]:
    """What two texts share that tell of the same: their words, or pairs of letters where the script has no spaces between words."""
    found = set(words(text))
    if text.isascii():
        return found
    for word in [word for word in found if _UNSPACED.search(word)]:
        found.remove(word)
        found.update(_UNSPACED.sub(" ", word).split())
        for run in _UNSPACED.findall(word):
            found.update(map("".join, pairwise(run)))
    return found


def comparable(text: str) -> str:
    """`text` reduced to its words, so that quotes, dashes and case do not tell two headlines apart."""
    return _comparable(text) if len(text) <= _LONGEST_REMEMBERED else " ".join(words(text))


@lru_cache(maxsize=1_024)
def _comparable(text: str) -> str:
    return " ".join(words(text))
