"""The headline: which line of the page it is, and that nothing is glued to it or lost from it."""

import pytest

from tests.extraction.writing import HEADLINE, paragraphs, read


def written(title: str, body: str, head: str = "") -> str:
    return f'<html><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{body}</body></html>'


@pytest.mark.parametrize(
    "heading",
    [
        "<h1>Council votes to rebuild<br>the old bridge</h1>",
        "<h1>Council votes to rebuild<br/>\nthe old bridge</h1>",
        "<h1><div>Council votes to rebuild</div><div>the old bridge</div></h1>",
        "<h1><span>Council votes to rebuild<br></span>the old bridge</h1>",
        "<h1>Council votes to re<wbr>build the <b>o</b>ld bridge</h1>",  # which begin no line
    ],
)
def test_a_new_line_in_a_heading_parts_words_and_nothing_else_does(heading: str) -> None:
    title = "The Courier" if "h1" in heading else f"{HEADLINE} - The Courier"
    assert read(written(title, heading + paragraphs())).headline == HEADLINE


def test_readings_above_the_characters_are_no_part_of_the_headline() -> None:
    heading = "<h1><ruby>町<rp>（</rp><rt>まち</rt><rp>）</rp></ruby>の<ruby>橋<rt>はし</rt></ruby>を直す計画が始まる</h1>"
    assert read(written("町の橋を直す計画が始まる", heading + paragraphs())).headline == "町の橋を直す計画が始まる"
