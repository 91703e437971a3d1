"""A date in numbers on pages that tell in various ways, or not at all, whether its day or its month stands first."""

import pytest

from newshouse.extraction.dates.moments import orders_of_numbers
from tests.extraction.writing import PARAGRAPHS, html, paragraphs, read

DAY_FIRST, MONTH_FIRST = "2004-03-02", "2004-02-03"
FRENCH = (
    "Le conseil municipal a décidé lundi soir de reconstruire le vieux pont sur la Velm, qui est fermé depuis deux ans faute d'entretien.",
    "Les travaux commenceront au printemps et dureront jusqu'à la fin de l'année, a dit le maire après le vote. Le bac est gratuit.",
    "Nous avons attendu assez longtemps, dit la patronne de l'auberge de l'autre rive, et les vaches aussi, les boulangers et la fanfare.",
)
TURKISH = (
    "Belediye meclisi, bakımsızlıktan kapatılan tarihi köprünün yeniden yapılmasına pazartesi akşamı karar verdi, çalışmalar başlıyor.",
    "Çalışmaların ilkbaharda başlayıp gelecek yılın sonunda tamamlanması planlanıyor, başkan oylamanın ardından açıklamada bulundu.",
    "Karşı kıyıdaki hanın sahibi yeterince beklediklerini söyledi, inekler, fırıncılar, bando üyeleri köprünün açılmasını bekliyor.",
    "Köprünün kapatılmasından sonra ücretsiz çalıştırılan vapurların seferleri inşaat tamamlanıncaya kadar sürdürülecek.",
)
RUSSIAN = (
    "Городской совет решил в понедельник вечером восстановить старый мост через реку, который два года назад закрыли из-за трещин.",
    "Работы начнутся весной и продлятся до конца будущего года, сказал мэр после голосования. До тех пор паром останется бесплатным.",
    "Мы ждали достаточно долго, сказала хозяйка постоялого двора на том берегу, и коровы тоже, и пекари, и духовой оркестр.",
)


def day_of(texts: tuple[str, ...] = PARAGRAPHS, lang: str = "", head: str = "", host: str = "velm-courier.example", more: str = "") -> str:
    page = html(f"<p>02/03/2004</p>{paragraphs(*texts)}{more}", head)
    page = page.replace(' lang="en"', f' lang="{lang}"' if lang else "")
    found = read(page, host if "/" in host else f"https://{host}/story.asp?id=12").date_published
    assert found is not None
    return found.date().isoformat()


@pytest.mark.parametrize("lang", ["", "en", "en-US"])
@pytest.mark.parametrize("texts", [FRENCH, TURKISH, RUSSIAN])
def test_the_day_stands_first_in_a_text_that_is_not_english_whatever_the_template_declares(texts: tuple[str, ...], lang: str) -> None:
    assert day_of(texts, lang) == DAY_FIRST


@pytest.mark.parametrize("lang", ["", "en", "en-US", "en_US"])
def test_the_month_stands_first_in_english_of_no_country_or_of_america(lang: str) -> None:
    assert day_of(lang=lang) == MONTH_FIRST
    assert day_of((PARAGRAPHS[0],), lang) == MONTH_FIRST


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta http-equiv="Content-Language" content="fr">', DAY_FIRST),
        ('<meta http-equiv="Content-Language" content="fr-FR, en">', DAY_FIRST),
        ('<meta property="og:locale" content="en_GB">', DAY_FIRST),
        ('<meta property="og:locale" content="en_US">', MONTH_FIRST),
        ('<meta http-equiv="Content-Language" content="text/html">', MONTH_FIRST),
    ],
)
def test_the_metadata_tell_the_language_where_the_root_element_does_not(head: str, expected: str) -> None:
    assert day_of(head=head) == expected
    assert day_of(head=head, lang="en-US") == MONTH_FIRST


@pytest.mark.parametrize("lang", ["", "en", "en-US"])
@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("courrier.fr", DAY_FIRST),
        ("velm-courier.co.uk", DAY_FIRST),
        ("courier.in", DAY_FIRST),
        ("courier.ca", MONTH_FIRST),
        ("courier.ph", MONTH_FIRST),
        ("courier.us", MONTH_FIRST),
        ("courier.tv", MONTH_FIRST),  # of all the world, not of Tuvalu
        ("courier.com", MONTH_FIRST),
    ],
)
def test_the_country_of_the_host_goes_before_the_english_of_a_template(host: str, expected: str, lang: str) -> None:
    assert day_of(host=host, lang=lang) == expected


@pytest.mark.parametrize(
    ("more", "host", "expected"),
    [
        ("<p>More of 28/02/2004</p>", "velm-courier.example", DAY_FIRST),
        ("<p>More of 02/28/2004</p>", "courrier.fr", MONTH_FIRST),
        ("<p>02/28/2004</p><p>28/02/2004</p>", "velm-courier.example", MONTH_FIRST),
        ("<p>02/28/2004</p><p>28/02/2004</p>", "courrier.fr", DAY_FIRST),
        ("<p>28-02-2004</p>", "velm-courier.example", MONTH_FIRST),
        ("<p>28/02/2004</p>", "https://velm-courier.example/2004/02/03/bridge", MONTH_FIRST),
        ("<p>02/28/2004</p>", "https://velm-courier.example/story.asp?d=20040302", DAY_FIRST),
    ],
)
def test_other_dates_in_numbers_tell_which_of_them_is_the_month(more: str, host: str, expected: str) -> None:
    assert day_of(host=host, more=more) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("28/02/2004", [("/", False)]),
        ("2/28/04 and 28-2-2004", [("/", True), ("-", False)]),
        ("02/03/2004", []),
        ("32/02/2004", []),
        ("28/13/2004", []),
        ("28/0/2004", []),
        ("555-28-02", []),
        ("28-02-04", []),
        ("1/28/02/2004", []),
        ("24/7/365", []),
    ],
)
def test_dates_in_numbers_tell_their_order_where_one_number_is_no_month(text: str, expected: list[tuple[str, bool]]) -> None:
    assert list(orders_of_numbers(text)) == expected


def test_a_date_in_a_sentence_tells_nothing_of_the_order() -> None:
    told = "<p>The war had ended on 12/25/1945, as every child of the Velm was told at school.</p>"
    page = html(f"<p>03/04/2021</p>{paragraphs()}{told}")
    assert read(page, "https://velm.example.au/bridge-4711.html").date_published.date().isoformat() == "2021-04-03"
