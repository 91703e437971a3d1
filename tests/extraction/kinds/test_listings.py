import pytest

from newshouse.model import Reason
from tests.extraction.writing import HEADLINE, bare, html, og, paragraphs, reason_of

HOST = "https://velm-courier.example"
ROWS = [
    ("Council approves the new bridge", "The vote came after a meeting of six hours about costs."),
    ("Three are hurt in fire at a bakery", "Crews worked until noon to put the fire out."),
    ("Why eggs cost more and more", "Farmers blame the feed, and shops blame the farmers."),
    ("Rovers send their manager away", "Six defeats in a row were one too many."),
    ("Schools close early for the snow", "Up to six inches are expected on high ground."),
]


def rows(between: str) -> str:
    return "".join(f'<article><h2><a href="/s/{i}">{head}</a></h2>{between}<p>{text}</p></article>' for i, (head, text) in enumerate(ROWS))


@pytest.mark.parametrize(
    "between",
    [
        "",
        "<span class=date>March 14, 2024</span>",
        "<div>By <a href='/by/x'>Dana Lind</a></div>",
        "<span class=date>14 Mar 2024</span><div>By <a href='/by/x'>Dana Lind</a></div>",
    ],
)
@pytest.mark.parametrize("path", ["/local", "/2024/03/14/", "/archive/2024-03-14/"])
def test_a_row_of_headlines_is_a_list_whatever_stands_below_each(between: str, path: str) -> None:
    assert reason_of(bare("Local", f"<h1>Local</h1>{rows(between)}"), HOST + path) is Reason.LISTING


def test_paragraphs_that_end_with_a_link_to_the_rest_are_a_list() -> None:
    cards = "".join(f'<div><h2>{head}</h2><p>{text} <a href="/s/{i}">Read more</a></p></div>' for i, (head, text) in enumerate(ROWS))
    assert reason_of(bare("Local", f"<h1>Local</h1>{cards}"), f"{HOST}/local") is Reason.LISTING


def test_paragraphs_that_end_with_a_link_to_another_site_are_an_article() -> None:
    cards = "".join(
        f'<div><h2>{head}</h2><p>{text} <a href="https://else.example/{i}">Read more</a></p></div>' for i, (head, text) in enumerate(ROWS)
    )
    assert reason_of(bare("Local", f"<h1>Local</h1>{cards}"), f"{HOST}/local") is None


def test_linked_headings_over_several_paragraphs_each_make_no_list() -> None:
    long = "<p>Nobody in the town has said so far what is to become of it in the years to come.</p>"
    text = "".join(f'<h2><a href="/s/{i}">{head}</a></h2><p>{line}</p>{long * 3}' for i, (head, line) in enumerate(ROWS))
    assert reason_of(bare("Questions", f"<h1>Questions</h1>{text}"), f"{HOST}/questions") is None


def test_a_digest_of_the_month_is_an_article() -> None:
    text = f"<h1>The bridge, the bakery and the eggs of the month</h1>{rows('<p>March 1, 2024</p>')}"
    assert reason_of(bare("The month", text), f"{HOST}/2024/03/31/the-month-in-five-stories-4711") is None


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
