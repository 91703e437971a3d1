"""Which code page of the Latin script undeclared bytes are in.

Browsers take Windows-1252, that of Western Europe. Another one is believed only where its letters spell a language of its own nearly
everywhere and those of Windows-1252 spell none; a few foreign names in an English text are no such sign.
"""

import re
from collections import Counter
from collections.abc import Sequence

WESTERN = "cp1252"
# The letters beyond ASCII that a language is written with; of the first two, one at least stands in any text of it.
_WESTERN_ALPHABETS = (
    "éèàâçêëîïôœùûü", "óíáéñúü", "ãçáàâéêíõóôúü", "èàéìíîòóùú", "üäößé", "ëéïöüèêáó", "äåöéšž", "øåæéèêòóôü", "ðíáéóúýþæö", "óàçéèíïòúü",
    "áéíóú", "ôâêîûëï", "õäöüšž", "ëç", "ðøáíóúýæ",
)  # fmt: skip
_CENTRAL_ALPHABETS = ("łęąćńóśźż", "íěáčďéňóřšťúůýž", "áčäďéíĺľňóôŕšťúýž", "őűáéíóöúü", "ăţâîş", "čćđšž")
_ALPHABETS = {
    "cp1250": _CENTRAL_ALPHABETS,
    "iso8859_2": _CENTRAL_ALPHABETS,
    "cp1254": ("ışçğöüâîû",),
    "cp1257": ("ėšąčęįųūž", "āīčēģķļņšūž", "õäöüšž"),
}
_FEWEST = 8  # letters beyond ASCII
_DENSE = 0.015  # share of them among all letters; names of other countries make less
_SPELT = 0.9  # share of them that is in the alphabet
_BETTER = 0.1  # share by which that of Western Europe is surpassed
_MARKUP = re.compile(rb"<[^<>]{0,2000}>|&\w{2,8};")
_LETTER = re.compile(r"[^\W\d_]")
# Letters, and what is none but stands inside a word: there is no such mark, so the code page is wrong.
_BEYOND_ASCII = re.compile(r"(?<=[^\W\d_])[^\x00-\x7f\w\s‘’´`·•–—…«»“”„\xa0\xad](?=[^\W\d_])|[^\x00-\x7f\W\d_]")
_ORDINALS = "ªºµ"  # letters to Unicode
_GREEK, _LATIN_AGAIN = "\u0370", ("\u1e00", "\u1eff")  # where the letters of other scripts begin, and those of Vietnamese among them


def is_latin(text: str) -> bool:
    """Are most of the letters beyond ASCII in `text` Latin ones?"""
    letters = [letter for letter in text if not letter.isascii() and letter.isalpha()]
    foreign = sum(letter >= _GREEK and not _LATIN_AGAIN[0] <= letter <= _LATIN_AGAIN[1] for letter in letters)
    return foreign <= 0.5 * len(letters)


def latin_charset(content: bytes) -> str:
    """The code page of `content`, an HTML page whose script is Latin, as a codec of Python."""
    text = _without_markup(content)
    letters = {codec: _beyond_ascii(text.decode(codec, "replace")) for codec in (WESTERN, *_ALPHABETS)}
    shares = {codec: _spelt(letters[codec], alphabets) for codec, alphabets in _ALPHABETS.items()}
    best = max(shares, key=lambda codec: (shares[codec], letters[codec].total()))
    is_better = shares[best] >= _SPELT and shares[best] - _spelt(letters[WESTERN], _WESTERN_ALPHABETS) >= _BETTER
    is_dense = letters[best].total() >= max(_FEWEST, _DENSE * len(_LETTER.findall(text.decode(best, "replace"))))
    return best if is_better and is_dense else WESTERN


def _without_markup(content: bytes) -> bytes:
    parts = re.split(rb"<(?=script|style)", content, flags=re.IGNORECASE)
    return b" ".join([_MARKUP.sub(b" ", parts[0]), *(_MARKUP.sub(b" ", part.partition(b"</")[2]) for part in parts[1:])])


def _beyond_ascii(text: str) -> Counter[str]:
    letters = Counter(_BEYOND_ASCII.findall(text.lower()))
    for letter in _ORDINALS:
        letters.pop(letter, None)
    return letters


def _spelt(letters: Counter[str], alphabets: Sequence[str]) -> float:
    """The share of the `letters` that is in one of the `alphabets`; the whole where there are none."""
    total = letters.total()
    spelt = [sum(letters[letter] for letter in alphabet) for alphabet in alphabets if letters[alphabet[0]] or letters[alphabet[1]]]
    return max(spelt, default=0) / total if total else 1.0
