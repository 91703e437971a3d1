"""The bytes of a page as clean UTF-8, whatever it was written in and whatever it claims.

A page's claims are tried in the order of the HTML standard (byte order mark, HTTP header, meta), but none is believed against the
bytes: valid UTF-8 that is not plain ASCII is UTF-8, since no other encoding looks like it by chance.
"""

import codecs
import re

import charset_normalizer

from newshouse.extraction.page.latin_charset import is_latin, latin_charset

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_IN_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:+-]+)", re.IGNORECASE)
_IN_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:+-]+)|<\?xml[^>]{0,100}encoding=[\"']([\w.:+-]+)", re.IGNORECASE)
_META_WINDOW = 8_192  # bytes; the standard asks for 1,024, publishers are less strict
_DETECTION_WINDOW = 65_536  # bytes that detection looks at
_NUL_WINDOW = 512  # bytes
_UTF8_WINDOW = 16_384  # bytes
# As browsers do (WHATWG Encoding Standard): the Latin labels mean Windows-1252, and the East Asian ones their supersets.
_LABELS = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-gbk": "gb18030",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "sjis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "big5": "big5hkscs",
    "x-euc-jp": "euc_jp",
    "windows-874": "cp874",
    "utf8": "utf-8",
    "unicode": "utf-8",
}
# Codecs of Python that no browser knows as charsets; some of them raise whatever one asks for, or make mark-up of plain text.
_NO_CHARSETS = frozenset(("idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "utf-7", "mbcs", "oem", "charmap"))
_LOOK_ALIKES = {"mac_cyrillic": "cp1251"}  # the same but for capitals, and found in short texts where no Macintosh was
_TWICE = re.compile(rb"\xc3[\x82-\xb4]\xc2[\x80-\x84\x86-\x9f]")
_TWICE_WINDOW = 65_536  # bytes; on every such page of a benchmark the first of many stood in it
_LATIN = re.compile(rb"(?:[\xc2\xc3][\x80-\xbf]){2,}")  # characters of Latin-1 beyond ASCII, in a row
_MAX_BROKEN_SHARE = 0.01  # of characters; above it a claimed charset is not believed


def clean_utf8(content: bytes, content_type: str | None) -> bytes:
    """`content` in UTF-8 without NUL bytes; what cannot be decoded becomes U+FFFD."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _reencoded(content[len(bom) :].decode(encoding, "replace"))
    if b"\0" in content[:_NUL_WINDOW] and (name := _wide(content[:_NUL_WINDOW])):
        return _reencoded(content.decode(name, "replace"))
    if content.isascii():
        return content.replace(b"\0", b"") if b"\0" in content[:64_000] or b"\0" in content else content
    if _is_utf8(content):
        return _encoded_once(content).replace(b"\0", b"")
    return _reencoded(_decoded(content, content_type))


def _encoded_once(content: bytes) -> bytes:
    """`content` without what was put into UTF-8 twice, the first result being taken for Latin-1: "itâ\x80\x99s" for "it’s".

    Told by control characters of C1 after accented letters, which no text has; where there are some near the beginning, every run that
    decodes again is repaired.
    """
    if _TWICE.search(content, 0, _TWICE_WINDOW) is None:
        return content
    return _LATIN.sub(lambda run: _decoded_again(run[0]), content)


def _decoded_again(run: bytes) -> bytes:
    once = run.decode("utf-8").encode("latin-1")
    try:
        once.decode("utf-8")
    except UnicodeDecodeError:
        return run
    return once


def _wide(start: bytes) -> str | None:
    """The UTF-16 that a page without a byte order mark is in: its mark-up is ASCII, so most of every second byte is NUL."""
    enough = len(start) // 3
    if start[1::2].count(0) > enough and not start[::2].count(0):
        return "utf-16-le"
    return "utf-16-be" if start[::2].count(0) > enough and not start[1::2].count(0) else None


def _is_utf8(content: bytes) -> bool:
    """Does all of `content` decode? Window by window: the text of a whole page would fall out of the processor's cache."""
    view, start = memoryview(content), 0
    try:
        while start < len(content):
            window = view[start : start + _UTF8_WINDOW]
            start += codecs.utf_8_decode(window, "strict", len(window) < _UTF8_WINDOW)[1]
    except UnicodeDecodeError:
        return False
    return True


def _decoded(content: bytes, content_type: str | None) -> str:
    for name in _claims(content, content_type):
        text = content.decode(name, "replace")
        if "<" in text and text.count("\ufffd") <= len(text) * _MAX_BROKEN_SHARE:  # the wrong UTF-16 makes Chinese of any bytes
            return text
    return content.decode(_guessed(content[:_DETECTION_WINDOW]), "replace")


def _guessed(window: bytes) -> str:
    """The charset of undeclared bytes. Of scripts and of East Asian charsets the detector is sure, of the Latin code pages it is not."""
    best = charset_normalizer.from_bytes(window, steps=4, chunk_size=1024).best()
    if best is None or is_latin(str(best)):
        return latin_charset(window)
    return _LOOK_ALIKES.get(best.encoding, best.encoding)


def _claims(content: bytes, content_type: str | None) -> list[str]:
    found = _IN_HEADER.findall(content_type or "")
    for pair in _IN_META.findall(content[:_META_WINDOW]):
        found += [label.decode("ascii", "replace") for label in pair if label]
    return [name for name in map(_codec, found) if name]


def _codec(label: str) -> str | None:
    name = _LABELS.get(label.lower(), label.lower())
    if name in _NO_CHARSETS:
        return None
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return info.name if getattr(info, "_is_text_encoding", True) and info.name not in _NO_CHARSETS else None


def _reencoded(text: str) -> bytes:
    return text.replace("\0", "").encode("utf-8", "replace")
