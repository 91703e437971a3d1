import codecs

import pytest

from newshouse.extraction import extract
from newshouse.extraction.page.charset import clean_utf8
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


@pytest.mark.parametrize(
    "text",
    [
        "Hector Villaseñor and José Núñez, who own shops on the street, feared the worst for the summer. The council met on Monday. " * 3,
        "“We have waited long enough,” said Ada Lind — who keeps the inn — “and so have the cows, the bakers and the band.” It’s £5m. " * 3,
        "The minister, Søren Møller, met André Fréchette and Tomás Ríos in Århus on Monday to speak of the bridge, which is to be rebuilt. "
        * 3,
        (
            "Søren met José García. The council decided on Monday to rebuild the old bridge, which was closed two years ago. "
            "Work is to begin in the spring and to last until the end of next year, the mayor said after the vote. "
            "Until then the ferry is free, said its owner. "
        )
        * 4,
        "¿Qué pasó? El ayuntamiento decidió el lunes reconstruir el viejo puente; mañana se reunirá el pleno, según informó el alcalde.",
        "På måndagen beslutade kommunen att bygga om den gamla bron över ån, som stängdes för två år sedan. Många är glada.",
        "Kommunestyret vedtok mandag å bygge opp igjen broen over elva, som ble stengt for to år siden. Også ferja går på søndag.",
        "A câmara decidiu à noite reconstruir a ponte, que não é usada há dois anos. As obras começarão em março, após a votação.",
        "De raad besloot de oude brug te herbouwen. Eén van de coördinatoren zei dat de financiële situatie goed is; België helpt mee.",
        "Kaupunginvaltuusto päätti rakentaa vanhan sillan uudelleen. Työt alkavat keväällä, pormestari sanoi äänestyksen jälkeen.",
        "L'ajuntament va decidir reconstruir el pont, que és tancat des de fa dos anys, va dir l'alcalde després. També hi haurà un bac.",
        "Bæjarstjórnin ákvað á mánudagskvöld að endurbyggja gömlu brúna yfir ána, sem lokað var fyrir tveimur árum. Það er löng bið.",
        "Il consiglio ha deciso lunedì di ricostruire il ponte, perché è chiuso da due anni. Così ha detto il sindaco: la città è felice.",
    ],
)
def test_undeclared_bytes_of_western_europe_are_windows_1252_as_in_browsers(text: str) -> None:
    assert_undeclared(text, "cp1252")


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (
            "Rada miasta postanowiła w poniedziałek odbudować stary most, który został zamknięty dwa lata temu. José śmiał się.",
            "cp1250",
        ),
        ("Rada miasta postanowiła w poniedziałek odbudować stary most, który został zamknięty dwa lata temu. Też się śmiał.", "iso8859_2"),
        ("Městská rada rozhodla v pondělí večer, že obnoví starý most přes řeku, který byl uzavřen. Práce začnou na jaře.", "cp1250"),
        ("Mestská rada rozhodla, že obnoví starý most, ktorý bol uzavretý. Práce sa začnú na jar. Ľudia čakajú veľmi dlho.", "cp1250"),
        ("A városi tanács hétfőn úgy döntött, hogy újjáépíti a folyó fölötti régi hidat, amelyet két éve zártak le. Szűk idő.", "cp1250"),
        ("Lucrările vor începe în primăvară şi vor dura pînă la sfîrşitul anului, a spus primarul. Aşteptăm în piaţă.", "cp1250"),
        ("Gradsko vijeće odlučilo je navečer obnoviti most. Radovi će početi u proljeće, rekao je gradonačelnik. Već čekamo.", "cp1250"),
        ("Belediye meclisi, bakımsızlıktan kapatılan tarihi köprünün yapılmasına pazartesi akşamı karar verdi. Çalışıyorlar.", "cp1254"),
        ("Miesto taryba vakarą nusprendė atstatyti seną tiltą per upę, kuris buvo uždarytas. Darbai prasidės pavasarį.", "cp1257"),
        ("Pilsētas dome vakarā nolēma atjaunot veco tiltu pār upi. Darbi sāksies pavasarī, sacīja mērs. Mēs esam gaidījuši.", "cp1257"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        ("Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα να ξαναχτίσει την παλιά γέφυρα, που έκλεισε πριν από δύο χρόνια.", "iso8859_7"),
        ("מועצת העיר החליטה ביום שני בערב לבנות מחדש את הגשר הישן, שנסגר לפני שנתיים. העבודות יתחילו באביב.", "cp1255"),
        ("قرر مجلس المدينة مساء الاثنين إعادة بناء الجسر القديم الذي أغلق قبل عامين. وتبدأ الأعمال في الربيع.", "cp1256"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
    ],
)
def test_undeclared_bytes_of_other_languages_are_told_by_their_letters(text: str, charset: str) -> None:
    assert_undeclared(text, charset)


def assert_undeclared(text: str, charset: str) -> None:
    for beside in ("", "<script>var town = 'Velm'; document.title = town;</script>" * 20):
        content = f"<html><head><title>x</title>{beside}</head><body><p>{text}</p></body></html>".encode(charset)
        assert text in clean_utf8(content, None).decode()
