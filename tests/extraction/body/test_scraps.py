import pytest

from newshouse.model import Reason
from tests.extraction.writing import HEADLINE, bare, linked, og, paragraphs, read, reason_of

ARTICLE = og("article") + linked({"@type": "NewsArticle", "headline": HEADLINE, "datePublished": "2024-05-01"})
SCRIPTS = "<script src=a.js></script><script src=b.js></script><script src=c.js></script>"
MENU = "<nav>" + "".join(f'<a href="/{i}">Matter number {i}</a> ' for i in range(9)) + "</nav>"
COOKIES = "<p>We use cookies to improve your visit. By reading on you agree that we set them on your machine.</p>"


@pytest.mark.parametrize(
    "scrap",
    [
        f'<div class="cookie-banner">{COOKIES}</div>',
        f'<div id="CybotCookiebotDialog" role="dialog">{COOKIES}</div>',
        f'<div role="alertdialog">{COOKIES}</div>',
        "<footer><p>The Courier is published by Velm Paper Mills Ltd, registered under the number 4711, 12 Dock Street.</p></footer>",
        '<section id="comments"><p>Please stay polite and on the matter. What breaks our rules goes.</p></section>',
        '<div class="adblock-modal"><p>It looks as if you block what pays for this site. Please switch it off.</p></div>',
        '<div class="author-box"><p>Ada Lind has written for the Courier since 2014. She lives on the far bank with two cows.</p></div>',
        '<div class="newsletter-signup"><p>Five stories that matter, in your letter box before breakfast at six.</p></div>',
        '<div class="weather-widget"><p>Today it is cloudy with highs of 14 degrees and a light wind from the west.</p></div>',
    ],
)
def test_what_stands_around_an_article_is_not_the_text_of_one_that_a_script_is_to_fetch(scrap: str) -> None:
    text = bare(HEADLINE, f"{MENU}<h1>{HEADLINE}</h1><div id=article></div>{scrap}{SCRIPTS}", head=ARTICLE)
    assert reason_of(text) in (Reason.NO_BODY, Reason.NEEDS_JAVASCRIPT)


def test_a_line_beside_the_element_of_the_headline_is_not_its_text() -> None:
    text = bare(HEADLINE, f"<main><h1>{HEADLINE}</h1><div id=app></div></main><div class=bottom>{COOKIES}</div>{SCRIPTS}", head=ARTICLE)
    assert reason_of(text) in (Reason.NO_BODY, Reason.NEEDS_JAVASCRIPT)


@pytest.mark.parametrize(
    "body",
    [
        f'<div class="cookie-theme"><h1>{HEADLINE}</h1>{paragraphs()}</div>',
        f'<h1>{HEADLINE}</h1><div class="cookie-text">{paragraphs()}</div>',
        f'<h1>{HEADLINE}</h1><div class="overlay">{paragraphs()}</div>',
        f'<h1>{HEADLINE}</h1><div role="dialog">{paragraphs()}</div>',
        f"<main><h1>{HEADLINE}</h1></main><div>{paragraphs()}</div>",
        "<main><h1>Regatta</h1></main><div><p>The regatta is not held in May, since the river is low.</p></div>",
        "<div class=cookie-theme><h1>Not in May</h1><p>The river is too low for the boats of the club, its chair said on Monday.</p></div>",
        f"<h1>Elsewhere</h1><div class=cookie-text>{paragraphs() * 5}</div>",
        f'<article><h1>{HEADLINE}</h1><div class="comment">{paragraphs() * 5}</div></article>',
        '<main><h1>Regatta</h1><div class="newsletter-body"><p>The regatta is not held in May, since the river is low.</p></div></main>',
    ],
)
def test_a_text_about_the_headline_is_one_whatever_its_element_is_called(body: str) -> None:
    assert read(bare("Velm Courier", body, head=og("article"))).article_body


def test_a_short_notice_stays_beside_a_banner() -> None:
    banner = f'<div class="cookie-banner">{COOKIES * 3}</div>'
    notice = "<p>The ferry will not sail on Sunday, since its pilot is to be married that day.</p>"
    article = read(bare("No ferry", f"<main><h1>No ferry</h1>{notice}</main>{banner}"))
    assert article.article_body.startswith("The ferry")
    assert "cookies" not in article.article_body


def test_a_banner_on_a_missing_page_does_not_make_it_a_wall() -> None:
    text = bare(
        "Pagina niet gevonden", "<h1>Pagina niet gevonden</h1><div class=cookies><p>Wij gebruiken cookies voor je bezoek.</p></div>"
    )
    assert reason_of(text) is Reason.SOFT_404
