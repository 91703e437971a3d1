import pytest
from lxml.html import fromstring

from newshouse.extraction.page import hints


@pytest.mark.parametrize("names", ["article-body", "articleBody", "article__body", "story_body main", "ArticleBody_root__x1"])
def test_one_table_serves_all_spellings(names: str) -> None:
    assert hints.class_hints(names) & hints.BODY


@pytest.mark.parametrize(
    "names", ["related-links", "relatedArticles", "share_bar", "ad", "ad-slot", "site-sidebar", "newsletterSignup", "mostRead"]
)
def test_boxes_of_other_things_are_junk(names: str) -> None:
    assert hints.class_hints(names) & hints.JUNK


@pytest.mark.parametrize(
    "names", ["w-node-b5ad4a", "component_5cd3a", "shadow-lg", "AdDsWC", "padding-10", "header", "loaded", "toc_intro", "widget"]
)
def test_hashes_and_harmless_names_say_nothing(names: str) -> None:
    assert not hints.class_hints(names) & (hints.JUNK | hints.COMMENTS)


def test_what_an_article_is_about_is_no_mark_of_its_element() -> None:
    assert hints.class_hints("post-4711 post type-post hentry tag-quiz category-newsletter author-ad") == 0
    assert hints.class_hints("tag-quiz tags") & hints.JUNK


@pytest.mark.parametrize("names", ["lead-image", "article__lead-photo", "IntroImage", "bild-vorspann"])
def test_the_picture_at_the_head_is_no_standfirst(names: str) -> None:
    assert hints.class_hints(names) & (hints.STANDFIRST | hints.PICTURE) == hints.PICTURE
    assert hints.class_hints(f"{names} lead-text") & hints.STANDFIRST


@pytest.mark.parametrize(
    "names", ["subscriber-preview", "subscriber-only", "nonsubscriber", "has-sidebar", "no-comments", "withNewsletter", "body--no-related"]
)
def test_who_may_read_it_and_what_stands_beside_it_is_no_mark(names: str) -> None:
    assert not hints.class_hints(names)


@pytest.mark.parametrize("names", ["subscribe-box", "unsubscribe-note", "no-print", "hide-mobile", "is-sidebar", "with-text__sidebar"])
def test_a_box_that_is_left_out_itself_is_junk(names: str) -> None:
    assert hints.class_hints(names) & hints.JUNK


@pytest.mark.parametrize(
    ("names", "flag"),
    [
        ("noticias-relacionadas", hints.JUNK),
        ("box_souvisejici", hints.JUNK),
        ("powiazane", hints.JUNK),
        ("leggi-anche", hints.JUNK),
        ("mehr-zum-thema", hints.JUNK),
        ("nieuwsbrief", hints.JUNK),
        ("ez-toc-container", hints.JUNK),
        ("bluesky-embed", hints.JUNK),
        ("diskuze", hints.COMMENTS),
        ("forum-texte", hints.COMMENTS),
        ("bijschrift", hints.CAPTION),
        ("creditos", hints.CREDIT),
        ("perex", hints.STANDFIRST),
        ("news-spot", hints.STANDFIRST),
        ("opener", hints.STANDFIRST),
        ("PageHeaderDek-x1Yz", hints.STANDFIRST),
        ("post-description", hints.STANDFIRST),
    ],
)
def test_class_names_are_read_in_many_languages(names: str, flag: int) -> None:
    assert hints.class_hints(names) & flag


@pytest.mark.parametrize("names", ["forum", "opinie", "themen", "temas", "opener-image", "toc", "image-text", "dropdown", "text-spot"])
def test_names_of_sections_and_of_boxes_that_hold_text_say_nothing_of_it(names: str) -> None:
    assert not hints.class_hints(names) & (hints.JUNK | hints.COMMENTS | hints.CAPTION | hints.STANDFIRST)


@pytest.mark.parametrize("names", ["foto-autor", "photo-author", "item__image-author", "autor-zdjecia"])
def test_the_author_of_a_picture_is_not_that_of_the_article(names: str) -> None:
    assert hints.class_hints(names) & hints.CREDIT
    assert not hints.class_hints(names) & hints.BYLINE


@pytest.mark.parametrize("names", ["author-photo", "author_image", "autor-foto", "author-name"])
def test_the_picture_of_an_author_is_no_credit(names: str) -> None:
    assert hints.class_hints(names) & hints.BYLINE
    assert not hints.class_hints(names) & hints.CREDIT


def _hints(html: str) -> int:
    element = fromstring(html)
    return hints.hints_of(element, element.tag)


def test_a_paragraph_of_the_text_that_names_its_authors_is_no_body() -> None:
    assert _hints('<p class="article__text document-authors">Ada Lind</p>') == hints.BYLINE
    assert _hints('<div class="article__text document-authors">Ada Lind</div>') & hints.BODY


@pytest.mark.parametrize("name", ["data-component", "data-testid", "data-test", "data-qa", "data-cy"])
def test_names_for_tests_are_read_as_class_names_but_never_as_junk(name: str) -> None:
    assert _hints(f'<div {name}="subheadline">The ferry is free until then.</div>') == hints.STANDFIRST
    assert _hints(f'<div {name}="related">The ferry is free until then.</div>') == 0


@pytest.mark.parametrize("name", ["tools", "related-work", "player-ratings", "footnote", "popular-culture", "caption", "credits"])
def test_the_id_of_a_sub_heading_is_made_of_its_words(name: str) -> None:
    assert hints.hints_of(fromstring(f'<h2 id="{name}">Any</h2>'), "h2") == 0
    assert hints.hints_of(fromstring(f'<div id="{name}">Any</div>'), "div")
    assert hints.hints_of(fromstring(f'<h2 class="{name}">Any</h2>'), "h2")


def test_the_id_of_a_heading_may_say_that_it_is_the_headline_or_a_byline_or_stands_above_comments() -> None:
    assert hints.hints_of(fromstring('<h2 id="headline">Any</h2>'), "h2") & hints.HEADLINE
    assert hints.hints_of(fromstring('<h3 id="comments">Any</h3>'), "h3") & hints.COMMENTS
    assert hints.hints_of(fromstring('<h5 id="author">Any</h5>'), "h5") & hints.BYLINE
