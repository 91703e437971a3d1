"""What texts are made of and compared by."""

import pytest

from newshouse.extraction.text import terms, words
from tests.extraction.writing import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Mayor’s plan, again", ["the", "mayor", "s", "plan", "again"]),
        ("नदी पर पुल। दो साल", ["नदी", "पर", "पुल", "दो", "साल"]),  # the danda ends a sentence
        ("မြစ်ကူး တံတား။ ဟောင်း", ["မြစ်ကူး", "တံတား", "ဟောင်း"]),
        ("สะพานข้ามแม่น้ำ เก่า", ["สะพานข้ามแม่น้ำ", "เก่า"]),
        ("בֵּית־סֵפֶר", ["בֵּית", "סֵפֶר"]),  # the maqaf joins two words
        ("cafe\u0301 au lait", ["cafe\u0301", "au", "lait"]),
    ],
)
def test_vowel_signs_and_accents_belong_to_their_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebuild the Bridge", {"rebuild", "the", "bridge"}),
        ("Brücke über die Velm", {"brücke", "über", "die", "velm"}),
        ("老桥重建", {"老桥", "桥重", "重建"}),
        ("다리를 AI로", {"다리", "리를", "ai로"}),
        ("橋", {"橋"}),
    ],
)
def test_scripts_without_spaces_are_compared_by_pairs_of_letters(text: str, expected: set[str]) -> None:
    assert terms(text) == expected


def test_an_opening_paragraph_above_the_text_is_known_by_its_words_in_an_indic_script_too() -> None:
    headline = "गाँव के नाविकों ने पुराना पुल बचाया"
    standfirst = "दो साल की लंबी मरम्मत और कई बैठकों के बाद नाविकों ने मिलकर पुराना पुल फिर से खोला और नदी के दोनों किनारों पर मेला लगाया है।"
    first = "गाँव का पुराना पुल सोमवार को फिर से खोला गया और नाविकों ने फूल चढ़ाए। पहले ही दिन सैकड़ों लोग पुल पार करके मेले में पहुँचे।"
    second = "समिति के अध्यक्ष ने बताया कि मरम्मत में करीब दो साल लगे। आधा खर्च गाँव ने उठाया और बाकी रकम पंचायत ने जुटाई है।"
    body = (
        f'<h1>{headline}</h1><p>{standfirst}</p><div><img src="/a.jpg"></div><div class="articleBody"><p>{first}</p><p>{second}</p></div>'
    )
    text = f'<html lang="hi"><head><meta charset="utf-8"><title>{headline}</title></head><body>{body}</body></html>'
    assert read(text).article_body.splitlines()[0] == standfirst
