import pytest

from newshouse.extraction import hints


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


@pytest.mark.parametrize(
    "names", ["subscriber-preview", "subscriber-only", "nonsubscriber", "has-sidebar", "no-comments", "withNewsletter", "body--no-related"]
)
def test_who_may_read_it_and_what_stands_beside_it_is_no_mark(names: str) -> None:
    assert not hints.class_hints(names)


@pytest.mark.parametrize("names", ["subscribe-box", "unsubscribe-note", "no-print", "hide-mobile", "is-sidebar", "with-text__sidebar"])
def test_a_box_that_is_left_out_itself_is_junk(names: str) -> None:
    assert hints.class_hints(names) & hints.JUNK
