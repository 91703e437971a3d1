import pytest

from newshouse.model import Reason
from tests.extraction.writing import HEADLINE, bare, html, og, paragraphs, reason_of

HOST = "https://velm-courier.example"


@pytest.mark.parametrize(
    ("title", "path"),
    [("Suche: Brücke", "/x"), ("Suche nach „Brücke“", "/x"), ("Tous les articles sur le pont", "/x"), ("Alle Beiträge zu Brücken", "/x")],
)
def test_a_list_is_told_by_its_name(title: str, path: str) -> None:
    assert (
        reason_of(bare(title, f"<h1>{title}</h1><p>Here is what was found, in the order of the days.</p>"), HOST + path) is Reason.LISTING
    )


def test_a_theme_before_the_headline_makes_no_list_of_a_dated_article() -> None:
    text = "<time>1 May 2024</time><p>How safe the bridges of the county are nobody knows, said the auditors on Monday.</p>"
    assert reason_of(html(text, headline="Topic: How safe are our bridges?"), f"{HOST}/x") is None


FOOTER = '<footer><a href="/agreement">Соглашение сторон</a> <a href="/contacts">Контакты</a></footer>'


def test_a_page_that_the_footer_leads_to_by_its_name_is_of_the_house() -> None:
    text = "<h1>Соглашение сторон</h1><p>Настоящее соглашение регулирует отношения между редакцией и посетителями сайта.</p>"
    assert reason_of(bare("Соглашение сторон", text + FOOTER), f"{HOST}/agreement") is Reason.NOT_NEWS
    assert reason_of(bare("Соглашение сторон", text + FOOTER), f"{HOST}/else") is None
    assert reason_of(bare("Соглашение сторон", text + FOOTER, head=og("article")), f"{HOST}/agreement") is None


def test_an_article_among_the_newest_in_the_footer_is_an_article() -> None:
    footer = f'<footer><a href="/town/bridge-4711.html">{HEADLINE}</a></footer>'
    assert reason_of(html(paragraphs() + footer)) is None


def test_a_table_of_figures_is_no_article() -> None:
    cells = "".join(f"<tr><td>{i}<td>Rovers {i}<td>28<td>{60 - i}" for i in range(9))
    assert reason_of(bare("League table", f"<h1>League table</h1><table>{cells}</table>"), f"{HOST}/sport/table") is Reason.NOT_NEWS
    told = f"<h1>Rovers go up</h1>{paragraphs()}<table>{cells}</table>"
    assert reason_of(bare("Rovers go up", told), f"{HOST}/sport/rovers") is None


def test_captions_alone_are_a_gallery() -> None:
    figures = "".join(f"<figure><img src={i}.jpg><figcaption>The float of the pupils, number {i}.</figcaption></figure>" for i in range(4))
    assert reason_of(bare("The fair in pictures", f"<h1>The fair in pictures</h1>{figures}"), f"{HOST}/fair") is Reason.MEDIA_ONLY
