import pytest

from tests.extraction.writing import HEADLINE, PARAGRAPHS, TEXT, bare, paragraphs, read

ANSWERS = "<h2>Questions and answers</h2><h3>Is the ferry free?</h3><p>Yes, until the bridge is rebuilt.</p>"
TOLD = "Questions and answers\nIs the ferry free?\nYes, until the bridge is rebuilt."


def _with(section: str, text: str = "") -> str:
    body = f'<div class="article-body">{text or paragraphs()}</div>'
    return read(bare(HEADLINE, f"<main><article><h1>{HEADLINE}</h1>{body}{section}</article></main>")).article_body


@pytest.mark.parametrize("name", ['class="faq"', 'class="article-faqs x1"', 'id="faq"', 'class="Article_faq__x1"'])
def test_questions_and_answers_below_the_text_are_a_part_of_it(name: str) -> None:
    assert _with(f"<section {name}>{ANSWERS}</section>") == f"{TEXT}\n{TOLD}"


def test_a_verdict_below_the_text_is_a_part_of_it() -> None:
    verdict = "A bridge that the council had to rebuild, and a ferry that nobody had to pay for."
    assert _with(f'<section class="review-verdict"><h3>Verdict</h3><p>{verdict}</p></section>').endswith(verdict)


def test_a_recipe_below_the_text_is_a_part_of_it() -> None:
    recipe = "<h2>Ingredients</h2><ul><li>400 g flour</li><li>1 pinch of salt</li></ul>"
    assert _with(f'<section class="recipe__ingredients">{recipe}</section>') == f"{TEXT}\nIngredients\n400 g flour\n1 pinch of salt"


@pytest.mark.parametrize(
    "section",
    [
        f'<section class="x1">{ANSWERS}</section>',
        f'<section class="faq related">{ANSWERS}</section>',
        f'<aside class="faq">{ANSWERS}</aside>',
        '<section class="faq"><h2>Help</h2><p>How can I cancel? Write to the customer service, who will answer within days.</p></section>',
        '<section class="faq"><h2>The ferry</h2><p><a href="/2">Is the ferry free until the bridge is rebuilt?</a></p></section>',
        f'<section class="faq">{ANSWERS}<form><input type="text"></form></section>',
        '<section class="faq"><p>The bridge is closed and the ferry free.</p><p>The council says until when.</p></section>',
        '<section class="recipes"><h2>The bridge</h2><p>The council rebuilds the bridge.</p></section>',
    ],
)
def test_other_elements_below_the_text_are_left_out(section: str) -> None:
    assert _with(section) == TEXT


def test_a_section_beside_the_article_is_none_of_its() -> None:
    article = f'<article><h1>{HEADLINE}</h1><div class="x1"><div class="article-body">{paragraphs()}</div></div></article>'
    page = f'<div><div>{article}</div><section class="faq">{ANSWERS}</section></div>'
    assert read(bare(HEADLINE, page)).article_body == "\n".join(PARAGRAPHS)


def test_recipes_of_one_name_below_each_other_are_none_of_one_article() -> None:
    other = "<h2>Rye bread</h2><p>Mix rye flour with salt and water.</p><p>Bake it for an hour.</p>"
    page = f'<main><div class="recipe"><h1>{HEADLINE}</h1>{paragraphs()}</div><div class="recipe">{other}</div></main>'
    assert read(bare(HEADLINE, page)).article_body == TEXT
