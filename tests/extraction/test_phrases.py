"""Phrases that are told by their own words, in many languages, and sentences that begin with the same words."""

import pytest

from newshouse.extraction import phrases
from tests.extraction.writing import PARAGRAPHS, TEXT, html, read

FIRST, SECOND, THIRD = (f"<p>{text}</p>" for text in PARAGRAPHS)
_TITLES = {"en": "The ferry of the Velm", "ar": "عبارة النهر", "zh": "河上的渡船", "hi": "नदी की नाव"}
_LABELS = (
    "Read also", "Related", "Lesen Sie auch", "Das könnte Sie auch interessieren", "À lire aussi", "A lire aussi", "À LIRE ÉGALEMENT",
    "Lire également", "Mirá también", "Leé también", "Te recomendamos", "Seguí leyendo", "Relacionado", "Vea también", "Confira também",
    "Leia ainda", "Veja mais", "Leggi anche", "Guarda anche", "Lees meer", "Läs mer", "Katso myös", "Zobacz także", "Přečtěte si také",
    "Citește și", "Cite\u015fte \u015fi", "Kapcsolódó cikkek", "Pročitajte još", "Читайте также", "Читайте ещё", "Ссылки по теме",
    "Читайте також", "Вижте още", "Διαβάστε επίσης", "İlgili haber", "Baca juga", "Baca pula", "Artikel berkaitan", "Basahin", "Pia soma",
    "Xem thêm", "Tin liên quan", "በተጨማሪ ያንብቡ", "اقرأ أيضاً", "اقرأ أيضًا", "إقرأ أيضا", "اقرا ايضا", "شاهد أيضا",
    "موضوعات متعلقة", "بیشتر بخوانید",
    "در همین زمینه", "یہ بھی پڑھیں", "مزید پڑھیں", "קראו גם", "עוד בנושא", "यह भी पढ़ें", "इसे भी पढ\u093cें", "हेही वाचा",
    "আরও পড\u09bcুন",
    "আরো প\u09dcুন", "આ પણ વાંચો", "ਇਹ ਵੀ ਪੜ੍ਹੋ", "இதையும் படிக்க", "ఇవి కూడా చదవండి", "ఇదీ చదవండి", "ഇതും വായിക്കുക",
    "ಇದನ್ನೂ ಓದಿ", "อ่านเพิ่มเติม",
    "ข่าวที่เกี่ยวข้อง", "延伸閱讀", "更多新聞", "相关阅读", "推薦閱讀", "看更多", "関連記事", "あわせて読みたい", "관련기사",
    "관련 뉴스",
)  # fmt: skip


@pytest.mark.parametrize("label", _LABELS)
def test_a_line_that_announces_another_article_is_none_of_the_text_in_any_language(label: str) -> None:
    assert phrases.is_label(label)
    for title in _TITLES.values():
        for line in (f"{label}: {title}", f"{label} – {title}", f"▶ {label}： {title}"):
            assert phrases.leads_away(line, len(line)), line


@pytest.mark.parametrize("label", ["READ", "WATCH", "Listen", "More", "See", "Baca", "BACA", "पढ़ें", "À lire", "Además"])
def test_a_single_word_with_a_colon_leads_away_where_no_sentence_follows(label: str) -> None:
    assert read(html(f"{FIRST}<p>{label}: The ferry of the Velm</p>{SECOND}{THIRD}")).article_body == TEXT


@pytest.mark.parametrize(
    "sentence",
    [
        "Listen: we have waited for two years, and so have the cows.",
        "See: there is no ferry on Sundays!",
        "“Read: I signed nothing”",
        "Read the letter of the mayor to the council",
        "More – not fewer – boats will be needed",
        "Related cases were heard on Monday: the ferryman won two of them",
        "Se også de små ting, sagde hun",
        "Lea además trabaja de noche en el puerto",
        "Mire también a su hijo, le dijo",
        "Relacionado con el puente está el ferry",
        "Baca juga koran lama itu, katanya",
        "Читайте также между строк, сказал он",
    ],
)
def test_a_sentence_that_begins_like_an_announcement_stays(sentence: str) -> None:
    assert sentence in read(html(f"{FIRST}<p>{sentence}</p>{SECOND}{THIRD}")).article_body
