"""Corrections and withdrawals, as publishers word them."""

import pytest

from newshouse.notices import correction_notices, is_withdrawal


@pytest.mark.parametrize(
    "line",
    [
        "Correction: The bridge is 300 metres long, not 30.",
        "CORRECTION (3 May): an earlier figure was wrong.",
        "Corrections",
        "Editor’s note: The mayor's name was misspelt.",
        "(Corrects spelling of mayor's name in paragraph 3)",
        "An earlier version of this article misstated the length of the bridge.",
        "This article was amended on 4 May 2025 to say that the bridge is 300 metres long.",
        "This story has been updated to correct the name of the mayor.",
        "Anm. d. Red.: Die Brücke ist 300 Meter lang.",
        "In einer früheren Version hieß es, die Brücke sei 30 Meter lang.",
        "Rectificatif : le pont mesure 300 mètres.",
        "Une première version de cet article indiquait une autre longueur.",
        "Fe de errores: el puente mide 300 metros.",
        "Una versión anterior de este artículo daba otra cifra.",
        "Una precedente versione di questo articolo riportava un'altra cifra.",
        "ERRATA: a ponte tem 300 metros.",
        "In een eerdere versie van dit artikel stond een andere lengte.",
        "RÄTTELSE: Bron är 300 meter lång.",
        "Sprostowanie: most ma 300 metrów.",
        "Исправление: длина моста 300 метров.",
        "تصحيح: طول الجسر ٣٠٠ متر.",
        "תיקון: אורך הגשר 300 מטר.",
        "【訂正】橋の長さは300メートルです。",
        "更正:大桥长300米。",
        "정정: 다리 길이는 300미터입니다.",
    ],
)
def test_a_notice_of_correction_is_known(line: str) -> None:
    assert correction_notices(["The bridge is long.", line, line]) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Corrections officers at the prison walked out on Monday.",
        "The correction on the market came as a surprise to nobody.",
        "He corrected the record on Monday.",
        "The minister withdrew an earlier version of the bill.",
        "Clarification of the rules is what the union asks for.",
        "Die Korrektur der Zahlen kam am Montag.",
        "Police said this story had been told many times.",
        "Correction: " + "word " * 200,
    ],
)
def test_a_line_of_the_story_is_no_notice(line: str) -> None:
    assert correction_notices([line]) == []


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("A bridge opens", "This article has been withdrawn because it did not meet our standards."),
        ("A bridge opens", "The story was removed on legal advice."),
        ("STORY REMOVED: BC-EU--Bridge", "The agency has taken back its report about a bridge."),
        ("Eine Brücke", "Dieser Beitrag wurde aus rechtlichen Gründen entfernt."),
        ("Un pont", "Cet article a été retiré à la demande de son auteur."),
        ("Un puente", "Este artículo ha sido retirado."),
        ("Мост", "Материал удалён по просьбе редакции."),
        ("橋", "この記事は都合により削除されました。"),
    ],
)
def test_a_notice_in_the_place_of_an_article_is_a_withdrawal(headline: str, body: str) -> None:
    assert is_withdrawal(headline, body)


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("A bridge opens", "The bridge was opened on Monday."),
        ("A bill falls", "The bill has been withdrawn, the minister said."),
        ("A bridge opens", "The story was removed on legal advice. " + "But the bridge stands. " * 60),
        ("Troops withdrawn from the border", "The last of them left on Monday."),
    ],
)
def test_news_of_withdrawals_is_none(headline: str, body: str) -> None:
    assert not is_withdrawal(headline, body)
