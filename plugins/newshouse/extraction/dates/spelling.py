"""One spelling for the digits and letters that the scripts of the press write in several ways, so that names of months can be looked up.

For comparing only: what is shown to anybody keeps the letters of its page.
"""

_ZEROS = "٠۰०০੦૦୦௦౦೦൦෦๐໐༠၀០０"  # in Unicode its nine other digits follow each
_LETTERS = {
    **dict.fromkeys("\u06cc\u0649\u06d0", "\u064a"),  # yeh
    "\u06a9": "\u0643",  # kaf
    **dict.fromkeys("\u06c1\u06d5\u0629", "\u0647"),  # heh, and teh marbuta
    **dict.fromkeys("\u0623\u0625\u0622\u0671", "\u0627"),  # alef
    **dict(zip("\u0958\u0959\u095a\u095b\u095c\u095d\u095e\u095f", "कखगजडढफय", strict=True)),
    **dict(zip("\u09dc\u09dd\u09df", "ডঢয", strict=True)),
    **dict(zip("\u0d7a\u0d7b\u0d7c\u0d7d\u0d7e", ("ണ്", "ന്", "ര്", "ല്", "ള്"), strict=True)),
    **dict.fromkeys("،、，፣၊", ","),
    **dict.fromkeys("॰．", "."),
    "／": "/",
    "：": ":",
}
# Tatweel, the vowel signs of Arabic, dots below, joiners and marks of direction.
_DROPPED = (
    "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u093c\u09bc\u0a3c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
)
_DIGITS = {chr(ord(zero) + digit): str(digit) for zero in _ZEROS for digit in range(10)}
_TABLE = str.maketrans(_DIGITS | _LETTERS | dict.fromkeys(_DROPPED, ""))


def respelled(text: str) -> str:
    """`text` with ASCII digits, and with one letter for those that are written in several ways."""
    return text if text.isascii() else text.translate(_TABLE)
