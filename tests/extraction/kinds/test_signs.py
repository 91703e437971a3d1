import pytest

from newshouse.model import Reason
from tests.extraction.writing import bare, linked, og, reason_of

URL = "https://velm-courier.example/town/4711-street-fair"
PRODUCT = linked({"@type": "Product", "name": "Street fair"})  # for which the page would be no article
LINE = "<p>It is held in April already, says the town, and forty clubs bring their tables.</p>"


def page(around: str = "{}", head: str = "", classes: str = "") -> str:
    return bare("Street fair", around.format(f"<h1>Street fair</h1>{LINE}"), head=PRODUCT + head, classes=classes)


@pytest.mark.parametrize(
    ("around", "head", "classes"),
    [
        ('<div itemscope itemtype="https://schema.org/NewsArticle">{}</div>', "", ""),
        ('<div vocab="https://schema.org/" typeof="schema:NewsArticle">{}</div>', "", ""),
        ('<div class="post-44 post type-post hentry">{}</div>', "", ""),
        ("{}", "", "single single-post postid-44"),
        ("{}", "", "node-type-article page-node"),
        ("{}", '<meta property="article:published_time" content="2024-05-01T08:00:00Z">', ""),
    ],
)
def test_a_page_that_is_marked_as_an_article_is_one(around: str, head: str, classes: str) -> None:
    assert reason_of(page(), URL) is Reason.NOT_NEWS
    assert reason_of(page(around, head, classes), URL) is None


@pytest.mark.parametrize(
    ("around", "classes"),
    [
        ('<div class="post-44 page type-page hentry">{}</div>', ""),
        ('<div itemscope itemtype="https://schema.org/WebPage">{}</div>', ""),
        ('{}<div itemscope itemtype="https://schema.org/NewsArticle"><h2>Another</h2></div>', ""),
        ("{}", "page-template-default page page-id-22"),
    ],
)
def test_other_marks_make_no_article(around: str, classes: str) -> None:
    assert reason_of(page(around, classes=classes), URL) is Reason.NOT_NEWS


def test_several_articles_with_an_h1_each_are_none() -> None:
    posts = "".join(f'<div class="type-post"><h1>Street fair {i}</h1>{LINE}</div>' for i in range(3))
    assert reason_of(bare("Street fair", posts, head=linked({"@type": "Product", "name": "Street fair 0"})), URL) is Reason.NOT_NEWS


@pytest.mark.parametrize(
    ("below", "reason"),
    [
        ("<time>1 May 2024</time><p>The street fair is held in April already, says the town of its plans for the year.</p>", None),
        ("<p>By Ada Lind</p><p>1 May 2024, 8:40</p><p>The street fair is held in April already, says the town of its plans.</p>", None),
        (
            "<time>1 May 2024</time><p>Ours is of oak, and forty clubs have bought it of us, as you should of course do, too.</p>",
            Reason.NOT_NEWS,
        ),
        ("<p>The street fair is held in April already, says the town of its plans for the whole of the year.</p>", Reason.NOT_NEWS),
        (
            "<h2><a href='/x'>Another story of the town</a></h2>"
            "<time>1 May 2024</time><p>The street fair is in April, says the town of all its plans.</p>",
            Reason.NOT_NEWS,
        ),
    ],
)
def test_a_date_below_the_headline_and_a_sentence_about_it_make_an_article(below: str, reason: Reason | None) -> None:
    assert reason_of(bare("Street fair", f"<h1>Street fair</h1>{below}", head=PRODUCT), URL) is reason


@pytest.mark.parametrize("headline", ["Impressum", "Privacy Policy", "Terms of Service", "Mentions légales", "Пользовательское соглашение"])
def test_a_legal_page_is_one_whatever_it_declares(headline: str) -> None:
    head = og("article") + linked({"@type": "Article", "headline": headline, "datePublished": "2021-01-01"})
    assert reason_of(bare(headline, f"<h1>{headline}</h1>{LINE * 30}", head=head), URL) is Reason.NOT_NEWS


def test_an_essay_that_is_called_like_a_legal_page_is_an_article() -> None:
    head = linked({"@type": "NewsArticle", "headline": "Privacy", "datePublished": "2021-01-01"})
    assert reason_of(bare("Privacy", f"<h1>Privacy</h1>{LINE}", head=head), URL) is None


def test_a_page_of_the_house_is_no_article_though_its_content_system_calls_it_one() -> None:
    text = bare("Contact Us", f"<h1>Contact Us</h1>{LINE}", head=og("article"), classes="page page-id-22")
    assert reason_of(text, URL) is Reason.NOT_NEWS
    assert reason_of(text.replace("page page-id-22", "single page-id-22"), URL) is None


@pytest.mark.parametrize("headline", ["Cookies", "Privacy"])
def test_an_article_may_be_called_like_a_legal_page_in_one_word(headline: str) -> None:
    head = og("article") + linked({"@type": "Article", "headline": headline, "datePublished": "2021-01-01"})
    assert reason_of(bare(headline, f"<h1>{headline}</h1>{LINE * 30}", head=head), URL) is None
