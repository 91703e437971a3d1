import pytest

from newshouse.extraction.body.appeals import is_appeal
from tests.extraction.writing import PARAGRAPHS, TEXT, html, paragraphs, read

LETTER = (
    "<p>Dear Reader,</p><p>Our journalism is free for all because readers like you pay for it. If you can, support us with $5 a month.</p>"
    "<p>Your gift lets us</p><ul><li>keep a reporter at the harbour</li><li>print on Saturdays</li></ul><p>Thank you,</p>"
    "<p>Ada Lind, Editor</p><p>Ben Moor, Publisher</p>"
)


@pytest.mark.parametrize("letter", [LETTER, f'<div class="note">{LETTER}</div>', f"<section><div>{LETTER}</div></section>"])
def test_a_letter_that_asks_for_money_goes_wherever_it_stands(letter: str) -> None:
    assert read(html(letter + paragraphs())).article_body == TEXT
    assert read(html(paragraphs() + letter)).article_body == TEXT


def test_a_letter_before_a_body_of_one_paragraph_goes() -> None:
    one = "The lighthouse on the mole was lit again on Sunday after a winter of repairs, and will be open to visitors from Easter."
    assert read(html(f"<div>{LETTER}</div><div><p>{one}</p></div>")).article_body == one


@pytest.mark.parametrize(
    "text",
    [
        "Please consider making a donation to keep our newsroom independent.",
        "Support our journalism from as little as $1. Every contribution, however big or small, helps.",
        "If you value our reporting, become a member for €4 a month.",
        "Unterstützen Sie uns: Unabhängiger Journalismus kostet Geld. Schon mit 5 Euro im Monat helfen Sie unserer Redaktion.",
        "Support us with a gift of $50 today. Thank you!",
        "Click “Support us” and give $5 a month for what we do.",
        "Soutenez notre journal : votre don, même modeste, garantit notre indépendance.",
    ],
)
def test_phrases_of_two_kinds_make_an_appeal(text: str) -> None:
    assert is_appeal(text)


@pytest.mark.parametrize(
    "text",
    [
        "The museum raised $5 a month from each of its members, and spent all of it on the roof.",
        "Donations to the food bank fell by a third last year, its director said, while the lines grew longer.",
        "“Please donate whatever you can, every dollar helps our work,” the governor told reporters on Friday.",
        "Subscribers of the opera will pay ten euros more next season.",
        "The party has asked its supporters to make a contribution before the end of the quarter.",
        "The £2 million grant will support local businesses through the winter, the council said.",
        "Neighbours decided to pitch in, and by evening $12,000 had been collected.",
        "Regjeringen vil bidra med 500 000 kr til gjenreisningen av kirken.",
        "El Gobierno apoya a las familias con 500 euros.",
        "She called on others: “We need more hands at the river, so join us on Saturday.” Forty came.",
        "Thank you was the word heard most often at the harbour on Sunday.",
    ],
)
def test_reports_about_money_and_donations_are_no_appeals(text: str) -> None:
    assert not is_appeal(text)


def test_an_appeal_takes_no_paragraph_with_it_that_shares_a_piece_of_the_body() -> None:
    appeal = "<p>Our website is your place for the news of the valley: please sign up for our newsletters and support our newsroom.</p>"
    pieces = "".join(f'<section class="group">{paragraphs(text)}</section>' for text in PARAGRAPHS[:2])
    last = f'<section class="group">{paragraphs(PARAGRAPHS[2])}{appeal}</section>'
    assert read(html(f"<div>{pieces}{last}</div>")).article_body == TEXT
    box = f'<div class="box"><p>{PARAGRAPHS[2]}</p>{appeal}</div>'
    assert read(html(f"<div>{paragraphs(*PARAGRAPHS[:2] * 2)}{box}</div>")).article_body == "\n".join(PARAGRAPHS[:2] * 2)
