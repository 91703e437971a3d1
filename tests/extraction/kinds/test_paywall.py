import pytest

from newshouse.model import Reason
from tests.extraction.writing import HEADLINE, PARAGRAPHS, TEXT, bare, html, linked, og, paragraphs, read, reason_of

LOCKED = og("article") + linked({"@type": "NewsArticle", "headline": HEADLINE, "isAccessibleForFree": False})
OFFERS = {
    "en": ("Subscribe to continue reading this article.", "Get all stories and the app for 1 crown a week, and leave when you like."),
    "de": ("Weiterlesen mit Kurier+", "Testen Sie Kurier+ vier Wochen lang. Danach 9,90 Euro im Monat, jederzeit kündbar."),
    "fr": ("Cet article est réservé aux abonnés", "Pour lire la suite, profitez de notre offre à 1 € le premier mois, puis 9 € par mois."),
    "es": ("Este contenido es exclusivo para suscriptores", "Suscríbete por 1 € al mes y accede a todo sin límites."),
    "it": ("Questo contenuto è riservato agli abbonati", "Abbonati a 1 euro al mese e leggi senza limiti tutto il giornale."),
    "nl": ("Verder lezen?", "Neem een abonnement en lees alles voor 1 euro per week. Stop wanneer je wilt."),
    "sv": ("Den här artikeln är för våra prenumeranter", "Prova två månader för 19 kronor och läs allt vi skriver."),
    "pl": ("Pozostało jeszcze 83% artykułu", "Wykup prenumeratę już od 1,99 zł za pierwszy miesiąc, rezygnujesz kiedy chcesz."),
    "pt": ("Conteúdo exclusivo para assinantes", "Assine por R$ 1,90 no primeiro mês e tenha acesso ilimitado."),
    "ru": ("Материал доступен только подписчикам", "Оформите подписку за 199 рублей в месяц и читайте всё."),
    "fi": ("Tämä artikkeli on vain tilaajille", "Tilaa digi yhdellä eurolla kuukaudeksi ja lue kaikki jutut."),
    "ja": ("この記事は会員限定記事です。", "初月無料で、すべての記事が読み放題。いつでも解約できます。"),
    "cs": ("Článek je pouze pro předplatitele", "Předplaťte si deník za 1 Kč na první měsíc a čtěte všechno."),
}


def offer(language: str, classes: str = "paywall") -> str:
    head, line = OFFERS[language]
    return f'<div class="{classes}"><h3>{head}</h3><p>{line}</p></div>'


@pytest.mark.parametrize("language", OFFERS)
@pytest.mark.parametrize("head", [LOCKED, og("article"), ""])
def test_the_offer_in_the_element_of_the_text_is_no_part_of_the_teaser(language: str, head: str) -> None:
    for classes in ("paywall", "box-x"):
        article = read(html(f'<div class="article-body">{paragraphs()}{offer(language, classes)}</div>', head=head))
        assert article.article_body == TEXT
        assert article.is_accessible_for_free is False


def test_lines_of_an_offer_among_the_paragraphs_go_where_the_page_says_that_it_is_not_free() -> None:
    lines = "<p>この記事は有料記事です。残り1234文字</p><p>有料会員になると続きをお読みいただけます。</p>"
    assert read(html(paragraphs() + lines, head=LOCKED)).article_body == TEXT


@pytest.mark.parametrize("language", OFFERS)
def test_an_offer_without_a_teaser_is_a_wall(language: str) -> None:
    assert reason_of(html(offer(language), head=LOCKED)) is Reason.LOGIN_WALL


def test_offers_below_a_word_about_the_paywall_are_a_wall() -> None:
    prices = "<h3>Try all of it</h3><p>Then 75 crowns per month. Cancel any time during your trial, or pay $40 a year.</p>"
    assert (
        reason_of(bare(HEADLINE, f"<h1>{HEADLINE}</h1><h2>Subscribe to unlock this article</h2>{prices}", head=LOCKED)) is Reason.LOGIN_WALL
    )


@pytest.mark.parametrize("head", [LOCKED, ""])
def test_a_label_above_the_teaser_cuts_nothing_off(head: str) -> None:
    label = "<div><span>Subscribe to continue reading this article</span></div>"
    assert read(html(f"{label}<div>{paragraphs()}</div>", head=head)).article_body == TEXT


def test_a_label_between_standfirst_and_teaser_cuts_nothing_off() -> None:
    standfirst = "<p class=standfirst>On the far bank a village waits for its bridge, and so do we.</p>"
    label = "<div><span>Article réservé aux abonnés</span></div>"
    assert read(html(f"<section>{standfirst}{label}<section>{paragraphs()}</section></section>", head=LOCKED)).article_body.endswith(TEXT)


def test_a_teaser_that_speaks_to_its_reader_below_a_label_is_kept() -> None:
    teaser = "You would think that a council which votes for a bridge knows what it costs."
    label = "<div><span>Subscribe to continue reading this article</span></div>"
    assert read(html(f"{label}<div><p>{teaser}</p></div>", head=LOCKED)).article_body == teaser


def test_a_paragraph_or_a_box_that_quotes_an_offer_is_text() -> None:
    line = "Now it says here: subscribe to continue reading this article, which nobody does."
    assert read(html(f"{paragraphs()}<p>{line}</p>")).article_body == f"{TEXT}\n{line}"
    long = " ".join(PARAGRAPHS)
    article = read(html(f"{paragraphs()}<div class=x><p>{line}</p></div><p>{long}</p>"))
    assert article.article_body == f"{TEXT}\n{line}\n{long}"


@pytest.mark.parametrize(
    ("headline", "texts"),
    [
        (
            "Tribune puts up a paywall",
            (
                "The Tribune of Velm will ask its readers to subscribe to read its stories from next month, its editor said on Monday.",
                "Those who already have a subscription to the printed paper will pay nothing. The rest is for subscribers only from June.",
            ),
        ),
        (
            "Abendblatt führt Schranke ein",
            (
                "Das Abendblatt führt nach zehn Jahren eine Schranke ein, teilte der Verlag am Montag mit. Sie gilt von Juni an für alle.",
                "Künftig ist jeder weitere Beitrag nur für Abonnenten zugänglich. Wer bereits ein Abo hat, zahlt 2 Euro.",
            ),
        ),
    ],
)
def test_a_report_about_paywalls_is_whole(headline: str, texts: tuple[str, ...]) -> None:
    for head in ("", og("article")):
        article = read(html(f"<time>1 May 2024</time><div>{paragraphs(*texts)}</div>", headline=headline, head=head))
        assert article.article_body == "\n".join(texts)
