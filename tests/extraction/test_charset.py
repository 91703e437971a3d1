import codecs

import pytest

from newshouse.extraction import extract
from newshouse.extraction.charset import clean_utf8
from newshouse.model import Page
from tests.extraction.writing import URL, html

GERMAN = "Größere Änderungen für die Straßenbahn: Die Züge fahren künftig auch über die Brücke, sagte Bürgermeister Jäger am Freitag."
RUSSIAN = "Городской совет решил восстановить старый мост через реку, закрытый два года назад, сообщил мэр в понедельник вечером."
JAPANESE = "市議会は月曜日の夜、二年前に閉鎖された古い橋を再建することを決めた。工事は春に始まり、来年末まで続く見通しだ。"


def body_of(content: bytes, content_type: str | None = None) -> str:
    return extract(Page(content=content, url=URL, content_type=content_type)).article_body


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (GERMAN, "iso-8859-1"),
        (GERMAN, "utf-8"),
        (GERMAN, "utf-16-le"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
    ],
)
def test_the_charset_of_the_header_is_used(text: str, charset: str) -> None:
    content = html(f"<p>{text}</p>").replace('<meta charset="utf-8">', "").encode(charset)
    bom = codecs.BOM_UTF16_LE if charset == "utf-16-le" else b""
    assert body_of(bom + content, f"text/html; charset={charset}") == text


@pytest.mark.parametrize("declared", ["utf-8", "us-ascii", "no-such-charset", "iso-8859-1"])
def test_utf_8_is_known_whatever_the_page_declares(declared: str) -> None:
    content = html(f"<p>{GERMAN}</p>").replace('charset="utf-8"', f'charset="{declared}"').encode()
    assert body_of(content, f"text/html; charset={declared}") == GERMAN


def test_a_wrong_declaration_of_utf_8_is_seen_through() -> None:
    assert body_of(html(f"<p>{RUSSIAN * 3}</p>").encode("windows-1251")) == RUSSIAN * 3


def test_the_meta_tag_counts_where_the_header_says_nothing() -> None:
    content = html(f"<p>{RUSSIAN}</p>").replace('charset="utf-8"', 'charset="koi8-r"').encode("koi8-r")
    assert body_of(content) == RUSSIAN


def test_nul_bytes_are_gone_and_broken_bytes_are_replaced() -> None:
    assert b"\0" not in clean_utf8(b"a\0b \xff\xfe c" * 10, None)
    clean_utf8(b"\xff\xfea", "text/html; charset=utf-16").decode("utf-8")
    clean_utf8(bytes(range(256)) * 8, "text/html; charset=hex").decode("utf-8")


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_byte_order_mark_and_label(charset: str) -> None:
    assert body_of(html(f"<p>{RUSSIAN}</p>").replace('<meta charset="utf-8">', "").encode(charset)) == RUSSIAN


@pytest.mark.parametrize("label", ["idna", "punycode", "unicode_escape", "undefined", "utf-7", "hex", "rot13", "x", "utf-16", "utf-32"])
def test_a_label_that_no_browser_knows_is_passed_over(label: str) -> None:
    content = html(f"<p>{RUSSIAN * 3}</p>").replace('charset="utf-8"', f'charset="{label}"').encode("windows-1251")
    assert body_of(content, f"text/html; charset={label}") == RUSSIAN * 3


def test_a_byte_order_mark_goes_before_every_other_claim() -> None:
    content = codecs.BOM_UTF8 + html(f"<p>{GERMAN}</p>").replace('charset="utf-8"', 'charset="koi8-r"').encode()
    assert body_of(content, "text/html; charset=windows-1251") == GERMAN


@pytest.mark.parametrize("text", ["It’s “open” – a café in Málaga, she said.", RUSSIAN, JAPANESE])
def test_text_that_was_put_into_utf_8_twice_is_read(text: str) -> None:
    twice = text.encode().decode("latin-1")
    once = "Größe « 5 » façade à naître – vu."  # from another source of the same page
    assert body_of(html(f"<p>{twice}</p><p>{once}</p>").encode()) == f"{text}\n{once}"


def test_accents_in_a_row_stay_where_nothing_was_encoded_twice() -> None:
    assert clean_utf8("Â©Ã¼Ã©".encode(), None).decode() == "Â©Ã¼Ã©"
